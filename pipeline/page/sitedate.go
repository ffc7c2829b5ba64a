package page

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"vnlex/pipeline/source"
)

// published returns when the page says that it was published.
func (p *sitePage) published() string {
	s := p.layout.Date
	if s.Empty() {
		return ""
	}
	found, n := "", 0
	for _, v := range p.values("date", s) {
		if when := printedMoment(v); when != "" {
			n, found = n+1, firstOf(found, when)
		}
	}
	p.count("date", s.String(), n, found)
	return found
}

var (
	printedDay  = regexp.MustCompile(`\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b`)
	writtenDay  = regexp.MustCompile(`(\d{1,2}) tháng (\d{1,2})(?: năm |[,/ ])+(\d{4})`)
	printedTime = regexp.MustCompile(`(?i)\b(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?: ?(AM|PM|SA|CH)\b)?`)
)

// printedMoment reads a time as Vietnamese pages print it: "Thứ hai - 29/03/2021 03:33",
// "16:54 | 15/12/2025 GMT+7"; or in ISO 8601. What cannot be read is "".
func printedMoment(s string) string {
	if when := moment(s); when != "" {
		return when
	}
	m := printedDay.FindStringSubmatch(s)
	if m == nil {
		if m = writtenDay.FindStringSubmatch(s); m == nil {
			return ""
		}
	}
	day, err := time.Parse("2/1/2006", m[1]+"/"+m[2]+"/"+m[3])
	if err != nil {
		return ""
	}
	clock := clockIn(strings.Replace(s, m[0], " ", 1))
	if clock == "" {
		return day.Format(time.DateOnly)
	}
	return day.Format(time.DateOnly) + "T" + clock + "+07:00"
}

// clockIn returns the time of day in s, "" for none.
func clockIn(s string) string {
	m := printedTime.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	second, _ := strconv.Atoi(m[3])
	switch half := strings.ToUpper(m[4]); {
	case (half == "PM" || half == "CH") && hour < 12:
		hour += 12
	case (half == "AM" || half == "SA") && hour == 12:
		hour = 0
	}
	if hour > 23 || minute > 59 || second > 59 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d:%02d", hour, minute, second)
}

// hanoi is the zone in which a day begins for the law of Vietnam.
var hanoi = time.FixedZone("+07", 7*60*60)

// dayOf returns the value of a field; a date given by a machine as people write it, the
// day being that of Hà Nội.
func dayOf(f source.Field, v string) string {
	switch f {
	case source.Issued, source.Effective, source.Expires, source.Gazetted:
	default:
		return v
	}
	if ms, err := strconv.ParseInt(v, 10, 64); err == nil && len(v) >= 12 && len(v) <= 13 {
		return time.UnixMilli(ms).In(hanoi).Format("02/01/2006")
	}
	for _, layout := range zoned {
		if t, err := time.Parse(layout, v); err == nil {
			return t.In(hanoi).Format("02/01/2006")
		}
	}
	if len(v) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, v[:len(time.DateOnly)]); err == nil {
			return t.Format("02/01/2006")
		}
	}
	return v
}

// byline returns an author without the word before it, "" where that word names a source.
func byline(s string) string {
	if strings.HasPrefix(s, "Nguồn") {
		return ""
	}
	for _, word := range []string{"Tác giả:", "Tác giả", "Bài:", "Theo:"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			return strings.TrimSpace(rest)
		}
	}
	return s
}
