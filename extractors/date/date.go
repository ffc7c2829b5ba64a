// Package date extracts dates (ngày, tháng, năm).
package date

import (
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

// String returns year, month, day, minute; "" for what is no date by itself.
func (p Precision) String() string {
	return [...]string{"", "", "", "year", "month", "day", "minute"}[p]
}

// A Date is as much of a day or a minute in Vietnam as a text gives. The fields
// beyond its precision are zero. Only a Date of precision Year or better is
// one by itself; Resolve completes the others.
type Date struct {
	Year, Month, Day, Hour, Min int
	Precision                   Precision
}

// String returns d in ISO 8601, cut to its precision; "" where the year is open.
// Vietnam is seven hours ahead of UTC, summer and winter.
func (d Date) String() string {
	if d.Precision < Year || d.Precision > Minute {
		return ""
	}
	var buf [32]byte
	s := digits(digits(buf[:0], d.Year/100), d.Year%100)
	if d.Precision >= Month {
		s = digits(append(s, '-'), d.Month)
	}
	if d.Precision >= Day {
		s = digits(append(s, '-'), d.Day)
	}
	if d.Precision >= Minute {
		s = digits(append(digits(append(s, 'T'), d.Hour), ':'), d.Min)
		s = append(s, ":00+07:00"...)
	}
	return string(s)
}

// digits appends n, below 100, in two digits.
func digits(s []byte, n int) []byte { return append(s, byte('0'+n/10%10), byte('0'+n%10)) }

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

func bound(s string, i int) (m extractors.Mention[Date], end int, ok bool) {
	start, bracket := i, false
	i = skipBlank(s, i)
	if i < len(s) && (s[i] == ',' || s[i] == '(') {
		bracket = s[i] == '('
		i = skipBlank(s, i+1)
	}
	d, end, ok := phrase(s, i)
	if !ok || d.Precision == None {
		return m, start, false
	}
	m = extractors.Mention[Date]{Span: extractors.Span{Start: i, End: end}, Value: d}
	if bracket && end < len(s) && s[end] == ')' {
		end++
	}
	return m, end, true
}
