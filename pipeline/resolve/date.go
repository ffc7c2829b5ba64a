package resolve

import (
	"strconv"
	"time"
)

// Dates are ISO 8601 cut to their precision: 2022, 2022-06, 2022-06-16.

// day returns the calendar day of a publication in Viet Nam; what is coarser
// than a day stays as it is.
func day(published string) string {
	if len(published) <= len(time.DateOnly) {
		return published
	}
	if t, ok := instant(published); ok {
		return t.In(vietnam).Format(time.DateOnly)
	}
	return ""
}

// precision names the precision of a date.
func precision(date string) string {
	switch len(date) {
	case 4:
		return "year"
	case 7:
		return "month"
	case 10:
		return "day"
	}
	return ""
}

// older reports whether a lies before b, compared at the coarser precision.
// A date that is not known lies before none.
func older(a, b string) bool {
	n := min(len(a), len(b))
	return n > 0 && a[:n] < b[:n]
}

// agree reports whether two dates may be the same: the coarser one begins the other.
func agree(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] == b[:n]
}

// year returns the year of a date, 0 when there is none.
func year(date string) int {
	if len(date) < 4 {
		return 0
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil {
		return 0
	}
	return y
}

// nextDay returns the day after date; a coarser date stays as it is.
func nextDay(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

var vietnam = time.FixedZone("+07", 7*60*60)

// instant returns the time of a publication, for comparison only; without zone or
// hour it is taken as Vietnamese time, at the beginning of what is known.
func instant(published string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04",
		time.DateOnly, "2006-01", "2006"} {
		if t, err := time.ParseInLocation(layout, published, vietnam); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
