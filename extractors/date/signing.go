package date

import (
	"strings"

	"vnlex/extractors"
)

// A Relative is a date that a document states by the day of its own signing: so
// many days after it.
type Relative struct {
	Role Role
	Days int
}

// FromSigning returns the places in t that date a role from the day of signing:
// "có hiệu lực kể từ ngày ký", "sau 45 ngày, kể từ ngày ký ban hành". (spec 3.7)
func FromSigning(t extractors.Text) []extractors.Mention[Relative] {
	var out []extractors.Mention[Relative]
	s := t.Norm
	for i := 0; ; {
		n := strings.Index(s[i:], "từ ngày ")
		if n < 0 {
			return out
		}
		start := i + n
		i = start + len("từ ngày ")
		end, ok := signing(s, i)
		if !ok {
			continue
		}
		if rest, ok := strings.CutSuffix(s[:start], "kể "); ok {
			start = len(rest)
		}
		start, days := daysAfter(s, start)
		if r := signingRole(s, start); r != NoRole {
			span := extractors.Span{Start: start, End: end}
			out = append(out, extractors.Mention[Relative]{Span: span, Value: Relative{r, days}})
		}
	}
}

// signing returns the end of the words for the day of signing at byte i.
func signing(s string, i int) (end int, ok bool) {
	for _, w := range [...]string{"ký ban hành", "ký", "ban hành", "thông qua"} {
		if end = i + len(w); strings.HasPrefix(s[i:], w) && !letterOrDigit(s, end) {
			return end, !strings.HasPrefix(s[end:], " kết")
		}
	}
	return i, false
}

// daysAfter finds "sau 45 ngày, " before byte i.
func daysAfter(s string, i int) (start, days int) {
	left := strings.TrimRight(s[max(0, i-24):i], " ,\n")
	rest, ok := strings.CutSuffix(left, " ngày")
	digits := strings.TrimRight(rest, "0123456789")
	if !ok || len(rest)-len(digits) == 0 || len(rest)-len(digits) > 3 {
		return i, 0
	}
	before, ok := strings.CutSuffix(digits, "sau ")
	if !ok {
		return i, 0
	}
	return max(0, i-24) + len(before), number(rest[len(digits):])
}

// signingRole returns the role that the clause before byte i speaks of; a
// condition of its own ("trong thời hạn …") has none.
func signingRole(s string, i int) Role {
	left := leftWords(s, i)
	left = strings.TrimSuffix(left[strings.LastIndexAny(left, ".;")+1:], " là")
	switch {
	case strings.TrimSpace(left) == "":
		return Effective
	case strings.HasSuffix(left, "hết hiệu lực"), strings.HasSuffix(left, "hết hiệu lực thi hành"):
		return Expiry
	case strings.HasSuffix(left, "hiệu lực"), strings.HasSuffix(left, "hiệu lực thi hành"):
		return Effective
	}
	return NoRole
}
