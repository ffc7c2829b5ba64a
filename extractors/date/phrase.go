package date

import "strings"

// phrase parses the date that begins exactly at byte i of s. ok with precision
// None is a date by its form that means none: no such day, a yearly return.
func phrase(s string, i int) (d Date, end int, ok bool) {
	if i >= len(s) {
		return d, i, false
	}
	if isDigit(s[i]) {
		if d, end, ok = afterDay(s, i, false); ok && d.Precision == DayMonth && !cueBefore(s, i) {
			return d, i, false // "6 tháng 5 lần"
		}
		return d, end, ok
	}
	if e := ngay.at(s, i); e >= 0 {
		return afterNgay(s, e)
	}
	if e := mong.at(s, i); e >= 0 {
		return afterDay(s, skipBlank(s, e), true)
	}
	if e := thang.at(s, i); e >= 0 {
		return afterThang(s, e)
	}
	if e := nam.at(s, i); e >= 0 {
		return afterNam(s, i, e)
	}
	return d, i, false
}

// afterNgay parses what follows "ngày".
func afterNgay(s string, i int) (Date, int, bool) {
	if j := skipBlank(s, i); j < len(s) {
		if isDigit(s[j]) {
			return afterDay(s, j, true)
		}
		if e := mong.at(s, j); e >= 0 {
			return afterDay(s, skipBlank(s, e), true)
		}
	}
	return afterBlankDay(s, skipDots(s, i))
}

// afterDay parses a date from its day number on; cued says that "ngày" or "mồng"
// stands before.
func afterDay(s string, i int, cued bool) (Date, int, bool) {
	j := digitsEnd(s, i)
	if j == i {
		return Date{}, i, false
	}
	e := -1
	if j-i <= 2 {
		e = thang.at(s, skipBlank(s, j))
	}
	if e < 0 {
		return numeric(s, i, cued)
	}
	m := skipBlank(s, e)
	month, end := monthAt(s, m)
	if end < 0 {
		return Date{}, i, false
	}
	d, end, ok := withYear(s, end, Date{Day: number(s[i:j]), Month: month})
	if d.Precision == DayMonth && isLunar(s[m:end]) {
		d = Date{}
	}
	return d, end, ok
}

// isLunar reports whether a month is named as in the lunar calendar, whose days
// are none of ours; with a year beside it (tháng giêng năm 2018) it is meant as ours.
func isLunar(month string) bool {
	month = strings.ToLower(month)
	return month == "giêng" || month == "chạp"
}

// afterBlankDay parses "tháng … năm Y" or "/ … /Y" behind a day left to be filled in:
// the day stays open. (spec 2.5: never a day)
func afterBlankDay(s string, i int) (Date, int, bool) {
	if e := thang.at(s, i); e >= 0 {
		if month, end := monthAt(s, skipBlank(s, e)); end >= 0 {
			if d, end, ok := withYear(s, end, Date{Month: month}); ok && d.Year != 0 {
				return d, end, true
			}
		}
		if e = nam.at(s, skipDots(s, e)); e >= 0 {
			return yearOnly(s, skipBlank(s, e))
		}
		return Date{}, i, false
	}
	if i >= len(s) || s[i] != '/' {
		return Date{}, i, false
	}
	if i = skipDots(s, i+1); i >= len(s) || s[i] != '/' {
		return Date{}, i, false
	}
	return yearOnly(s, skipDots(s, i+1))
}

func yearOnly(s string, i int) (Date, int, bool) {
	year, end := yearAt(s, i)
	return Date{Year: year, Precision: Year}, end, end >= 0
}

// afterThang parses what follows "tháng" where no day stands before it.
func afterThang(s string, i int) (Date, int, bool) {
	month, end := monthAt(s, skipBlank(s, i))
	if end < 0 {
		return Date{}, i, false
	}
	d, end, ok := withYear(s, end, Date{Month: month})
	return d, end, ok && d.Year != 0
}

// withYear completes d by the year that follows its month at byte i: "năm Y", "/Y", "-Y".
func withYear(s string, i int, d Date) (Date, int, bool) {
	if i < len(s) && (s[i] == '/' || s[i] == '-') {
		if year, end := yearAt(s, i+1); end >= 0 {
			d.Year = year
			return checked(d), end, true
		}
	}
	j := skipBlank(s, i)
	if j < len(s) && s[j] == ',' {
		j = skipBlank(s, j+1)
	}
	if e := nam.at(s, j); e >= 0 {
		if year, end := yearAt(s, skipBlank(s, e)); end >= 0 {
			d.Year = year
			return checked(d), end, true
		}
	}
	return openYear(s, i, d)
}

// openYear returns d, which has no year, unless the words around it name another
// year or say that the day returns every year.
func openYear(s string, i int, d Date) (Date, int, bool) {
	rest := strings.TrimLeft(s[i:min(len(s), i+24)], " \n(,")
	for _, w := range [...]string{"hằng năm", "hàng năm", "mỗi năm", "của năm", "năm ",
		"âm lịch", "Âm lịch", "dương lịch", "Dương lịch"} {
		if strings.HasPrefix(rest, w) {
			return Date{}, i, true
		}
	}
	left := s[max(0, i-96):i]
	if strings.Contains(left, "ằng năm") || strings.Contains(left, "àng năm") {
		return Date{}, i, true
	}
	return checked(d), i, true
}

// afterNam parses what follows "năm", which begins at byte at.
func afterNam(s string, at, i int) (Date, int, bool) {
	year, end := yearAt(s, skipBlank(s, i))
	if end < 0 {
		return Date{}, i, false
	}
	d := Date{Year: year, Precision: Year}
	if isPeriod(s, at, end) {
		d = Date{}
	}
	return d, end, true
}

// isPeriod reports whether the year s[at:end] bounds a period, is a horizon or
// belongs to a quarter, so that it is no date. (spec 2.5)
func isPeriod(s string, at, end int) bool {
	left := strings.ToLower(strings.TrimRight(s[max(0, at-24):at], " \n"))
	for _, w := range [...]string{
		"đến", "tới", "giai đoạn", "tầm nhìn", "thời kỳ", "nhiệm kỳ", "niên khóa",
	} {
		if strings.HasSuffix(left, w) {
			return true
		}
	}
	right := strings.TrimLeft(s[end:min(len(s), end+16)], " \n")
	if strings.HasPrefix(right, "đến") || strings.HasPrefix(right, "tới") {
		return true
	}
	if strings.HasPrefix(right, "-") {
		_, e := yearAt(right, skipBlank(right, 1))
		return e >= 0
	}
	return isQuarter(left)
}

// isQuarter reports whether left ends in "quý II" or "quý 2".
func isQuarter(left string) bool {
	left = strings.TrimRight(strings.TrimRight(left, "ivx1234"), " \n")
	return strings.HasSuffix(left, "quý")
}

// monthAt returns the month written at byte i in digits or words, and its end.
func monthAt(s string, i int) (month, end int) {
	j := digitsEnd(s, i)
	if j == i {
		return monthWord(s, i)
	}
	if j-i > 2 {
		return 0, -1
	}
	return number(s[i:j]), j
}

// yearAt returns the year 1900 to 2099 written at byte i, and its end.
func yearAt(s string, i int) (year, end int) {
	j := digitsEnd(s, i)
	if j-i != 4 || s[i:i+2] != "19" && s[i:i+2] != "20" {
		return 0, -1
	}
	return number(s[i:j]), j
}

func number(digits string) int {
	n := 0
	for _, c := range []byte(digits) {
		n = n*10 + int(c-'0')
	}
	return n
}
