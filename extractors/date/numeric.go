package date

// numeric parses D/M/Y, D-M-Y, D.M.Y, Y-M-D, and D/M where cued, a word before it,
// says that this is a day.
func numeric(s string, i int, cued bool) (Date, int, bool) {
	j := digitsEnd(s, i)
	if j-i == 4 && !cued {
		return isoDay(s, i)
	}
	k, sep := separator(s, j, cued)
	month := digitsEnd(s, k)
	if j-i > 2 || sep == 0 || month == k || month-k > 2 {
		return Date{}, i, false
	}
	d := Date{Day: number(s[i:j]), Month: number(s[k:month]), Precision: DayMonth}
	y, sep2 := separator(s, month, cued)
	end := digitsEnd(s, y)
	if sep2 != sep || end == y {
		return dayMonth(s, i, month, d, cued)
	}
	if cued && end-y > 4 && end-y <= 6 {
		end = y + 4 // a footnote number is glued to the year (spec 4.10)
	} else if !endsHere(s, end, sep) {
		return Date{}, i, false
	}
	switch d.Year = number(s[y:end]); {
	case end-y == 2 && (cued || sep == '/'):
		d.Precision = ShortYear
	case end-y == 4 && d.Year >= 1900 && d.Year < 2100:
	default:
		return Date{}, i, false
	}
	return checked(d), end, true
}

// dayMonth takes d, whose month ends at byte end, as a day of an open year.
func dayMonth(s string, start, end int, d Date, cued bool) (Date, int, bool) {
	if !endsHere(s, end, 0) || !cued && !cueBefore(s, start) {
		return Date{}, start, false
	}
	return withYear(s, end, d)
}

// separator returns the sign between the numbers of a date that stands at byte i,
// and where the next number begins. Only where a word says that it is a date,
// spaces may stand around it.
func separator(s string, i int, spaced bool) (next int, sep byte) {
	if spaced && i+1 < len(s) && s[i] == ' ' {
		i++
	}
	if i >= len(s) || s[i] != '/' && s[i] != '-' && s[i] != '.' {
		return i, 0
	}
	sep = s[i]
	i++
	if spaced && i < len(s) && s[i] == ' ' && sep != '.' {
		i++
	}
	return i, sep
}

// endsHere reports whether the digits before byte i are the last part of a date
// and not of a longer number, as in 12/5/2020/TT; sep stands between its numbers.
// In a range, 1/1/2026-30/6/2026, another date follows.
func endsHere(s string, i int, sep byte) bool {
	if i+1 >= len(s) {
		return true
	}
	next := s[i+1]
	switch s[i] {
	case '/', '-':
		if s[i] == '-' && sep == '/' && isDigit(next) {
			return true
		}
		return !isDigit(next) && next < 0x80 && (next|0x20 < 'a' || next|0x20 > 'z')
	case '.', ',':
		return !isDigit(next)
	}
	return true
}

// isoDay parses Y-M-D, which pages of software write.
func isoDay(s string, i int) (Date, int, bool) {
	if i+10 > len(s) || s[i+4] != '-' || s[i+7] != '-' || digitsEnd(s, i+5) != i+7 ||
		digitsEnd(s, i+8) != i+10 {
		return Date{}, i, false
	}
	year, _ := yearAt(s, i)
	d := Date{Year: year, Month: number(s[i+5 : i+7]), Day: number(s[i+8 : i+10])}
	return checked(d), i + 10, year != 0
}

// checked gives d the precision of its fields, None when no calendar has it.
func checked(d Date) Date {
	switch {
	case d.Month < 1 || d.Month > 12:
		return Date{}
	case d.Precision == ShortYear:
	case d.Year == 0:
		d.Precision = DayMonth
	case d.Day == 0:
		d.Precision = Month
		return d
	default:
		d.Precision = Day
	}
	if d.Day < 1 || d.Day > monthDays(d) {
		return Date{}
	}
	return d
}

// monthDays returns how long the month of d is; of an open year, of the longest.
func monthDays(d Date) int {
	switch d.Month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if d.Precision != DayMonth && (d.Year%4 != 0 || d.Year%100 == 0 && d.Year%400 != 0) {
			return 28
		}
		return 29
	}
	return 31
}
