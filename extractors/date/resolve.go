package date

import (
	"time"

	"vnlex/extractors"
)

// Resolve completes the dates without a full year by the date of the page, and
// drops those that stay open.
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

// slack is how long after the page a day may lie that the page speaks of: beyond
// it, the day of the year before is meant. (spec 2.2, row 8)
const slack = 7

// Resolve completes d by the date of the page: the latest year that puts it no
// more than a week after the page. It reports whether d now has a year.
func (d Date) Resolve(page Date) (Date, bool) {
	if d.Precision >= Year {
		return d, true
	}
	if page.Precision < Day || d.Precision == None {
		return d, false
	}
	last := time.Date(page.Year, time.Month(page.Month), page.Day+slack, 0, 0, 0, 0, time.UTC)
	step, year := 1, page.Year+1
	if d.Precision == ShortYear {
		step, year = 100, (page.Year/100+1)*100+d.Year
	}
	for ; year > 1900; year -= step {
		full := checked(Date{Year: year, Month: d.Month, Day: d.Day})
		if full.Precision == Day && !full.time().After(last) {
			return full, true
		}
	}
	return d, false
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
