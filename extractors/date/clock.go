package date

import (
	"strings"
	"time"
)

// onClock widens the day d at s[start:end] by the weekday and the time of day that
// stand before or behind it.
func onClock(s string, start, end, done int, d Date) (int, int, Date) {
	start, end, d = timeBehind(s, start, end, d)
	for range 2 {
		e := backSigns(s, start, done)
		if at, hour, minute := backTime(s, e, done); at >= 0 && d.Precision == Day {
			start, d.Hour, d.Min, d.Precision = at, hour, minute, Minute
		} else if at, _ := backWeekday(s, e, done); at >= 0 {
			start = at
		}
	}
	return start, end, d
}

func timeBehind(s string, start, end int, d Date) (int, int, Date) {
	i := end
	for n := 0; n < 4 && i < len(s) && strings.IndexByte(" ,-|", s[i]) >= 0; n++ {
		i++
	}
	for _, w := range [...]string{"vào lúc ", "lúc ", "vào hồi ", "hồi "} {
		if strings.HasPrefix(s[i:], w) {
			i += len(w)
		}
	}
	if hour, minute, e := timeAt(s, i); e >= 0 && i > end {
		d.Hour, d.Min, d.Precision = hour, minute, Minute
		end = zone(s, halfDay(s, e, &d))
	}
	return start, end, d
}

// timeAt returns the time of day written at byte i, 03:33, 14:58:33, 7h30, 7 giờ 30,
// and its end.
func timeAt(s string, i int) (hour, minute, end int) {
	j := digitsEnd(s, i)
	if j == i || j-i > 2 || j >= len(s) {
		return 0, 0, -1
	}
	hour = number(s[i:j])
	switch {
	case s[j] == ':':
		minute, end = minutes(s, j+1)
		if end >= 0 && end < len(s) && s[end] == ':' {
			if _, e := minutes(s, end+1); e >= 0 {
				end = e
			}
		}
	case s[j] == 'h' || s[j] == 'H':
		if minute, end = minutes(s, j+1); end < 0 && !letterOrDigit(s, j+1) {
			minute, end = 0, j+1
		}
	default:
		minute, end = hourWord(s, j)
	}
	if hour > 23 || end < 0 {
		return 0, 0, -1
	}
	return hour, minute, end
}

// hourWord parses " giờ 30 phút" behind an hour.
func hourWord(s string, i int) (minute, end int) {
	i = skipBlank(s, i)
	if !strings.HasPrefix(s[i:], "giờ") {
		return 0, -1
	}
	i += len("giờ")
	minute, end = minutes(s, skipBlank(s, i))
	if end < 0 {
		return 0, i
	}
	if j := skipBlank(s, end); strings.HasPrefix(s[j:], "phút") {
		end = j + len("phút")
	}
	return minute, end
}

func minutes(s string, i int) (minute, end int) {
	j := digitsEnd(s, i)
	if j-i != 2 || s[i] > '5' {
		return 0, -1
	}
	return number(s[i:j]), j
}

// halfDay passes AM, PM, SA (sáng) or CH (chiều) behind a time.
func halfDay(s string, i int, d *Date) int {
	j := skipBlank(s, i)
	if letterOrDigit(s, j+2) {
		return i
	}
	switch {
	case strings.HasPrefix(s[j:], "PM"), strings.HasPrefix(s[j:], "CH"):
		if d.Hour < 12 {
			d.Hour += 12
		}
		return j + 2
	case strings.HasPrefix(s[j:], "AM"), strings.HasPrefix(s[j:], "SA"):
		return j + 2
	}
	return i
}

// zone passes the time zone, which is that of Vietnam.
func zone(s string, i int) int {
	j := skipBlank(s, i)
	bracket := j < len(s) && s[j] == '('
	if bracket {
		j++
	}
	for _, z := range [...]string{"GMT+7", "GMT +7", "UTC+7", "+07:00"} {
		if !strings.HasPrefix(s[j:], z) {
			continue
		}
		j += len(z)
		if bracket && j < len(s) && s[j] == ')' {
			j++
		}
		return j
	}
	return i
}

// backTime returns the time of day that ends at byte e, and where it begins, else -1.
func backTime(s string, e, done int) (at, hour, minute int) {
	if e <= done || !isDigit(s[e-1]) && s[e-1] != 'h' && s[e-1] != 't' && s[e-1] != 0x9d {
		return -1, 0, 0
	}
	for at = e - 2; at >= max(done, e-20); at-- {
		if !isDigit(s[at]) || at > 0 && (isDigit(s[at-1]) || s[at-1] == ':') {
			continue
		}
		if hour, minute, end := timeAt(s, at); end == e {
			return at, hour, minute
		}
	}
	return -1, 0, 0
}

// backSigns passes, to the left of byte i, the signs that part time and date.
func backSigns(s string, i, done int) int {
	for n := 0; n < 4 && i > done && strings.IndexByte(" ,-|\n", s[i-1]) >= 0; n++ {
		i--
	}
	return i
}

// isStamp reports whether the date s[start:end] is the time stamp of a digital
// signature, which is never the date of a document. (spec 2.2, 4.4)
func isStamp(s string, start, end int) bool {
	left := strings.TrimRight(s[max(0, start-24):start], " \n")
	if !strings.HasSuffix(left, "ký:") {
		return false
	}
	return strings.HasSuffix(left, "hời gian ký:") || strings.Count(s[start:end], ":") >= 2
}

// cueBefore reports whether what stands before byte i makes a bare D/M a day:
// "sáng 26/7", "hôm qua (14/6)", "thứ sáu (26/7)".
func cueBefore(s string, i int) bool {
	bracket := i > 0 && s[i-1] == '('
	if bracket {
		i--
	}
	left := strings.TrimRight(s[max(0, i-24):i], " \n")
	for _, w := range [...]string{"sáng", "trưa", "chiều", "tối", "đêm", "Sáng", "Chiều", "Tối"} {
		if !bracket && strings.HasSuffix(left, w) {
			return true
		}
	}
	for _, w := range [...]string{"hôm qua", "hôm nay", "hôm kia", "sáng nay", "chiều nay",
		"tối nay", "ngày mai", "Hôm qua", "Hôm nay", "Sáng nay", "Chiều nay"} {
		if strings.HasSuffix(left, w) {
			return true
		}
	}
	at, _ := backWeekday(s, backSigns(s, i, 0), 0)
	return at >= 0
}

func letterOrDigit(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	c := s[i]
	return isDigit(c) || c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// weekdays are the names of the days in lower case, thứ hai being Monday.
var weekdays = [...]struct {
	name string
	day  time.Weekday
}{
	{"hai", time.Monday}, {"ba", time.Tuesday}, {"tư", time.Wednesday},
	{"năm", time.Thursday}, {"sáu", time.Friday}, {"bảy", time.Saturday},
	{"2", time.Monday}, {"3", time.Tuesday}, {"4", time.Wednesday},
	{"5", time.Thursday}, {"6", time.Friday}, {"7", time.Saturday},
}

// backWeekday returns the weekday whose name ends at byte e, and where it begins, else -1.
func backWeekday(s string, e, done int) (at int, day time.Weekday) {
	left := s[max(done, e-len("thứ bảy  ")-4):e]
	for _, w := range [...]string{"Chủ nhật", "Chủ Nhật", "chủ nhật", "CHỦ NHẬT", "CN"} {
		if strings.HasSuffix(left, w) {
			return e - len(w), time.Sunday
		}
	}
	i := strings.LastIndex(left, "hứ ")
	if i < 1 || left[i-1]|0x20 != 't' {
		if i = strings.LastIndex(left, "HỨ "); i < 1 || left[i-1] != 'T' {
			return -1, 0
		}
	}
	name := strings.ToLower(strings.TrimSpace(left[i+len("hứ "):]))
	for _, w := range weekdays {
		if w.name == name {
			return e - len(left) + i - 1, w.day
		}
	}
	return -1, 0
}
