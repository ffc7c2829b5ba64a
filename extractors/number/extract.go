package number

import (
	"strings"

	"vnlex/extractors"
)

// Extract returns the numbers in t, in order. Form codes, blanks, addresses, dates,
// court cases and licences are none (spec 1.5).
func Extract(t extractors.Text) []extractors.Mention[Number] {
	r := reader{s: t.Norm, out: make([]extractors.Mention[Number], 0, len(t.Norm)/2048+4)}
	r.all()
	return r.out
}

// Own reads the number that a letterhead or a metadata block prints as that of the page's
// own document. There any issuer counts: offices and schools that no table has.
func Own(t extractors.Text, at extractors.Span) (extractors.Mention[Number], bool) {
	r := reader{s: t.Norm, done: at.Start, own: true}
	for i := max(at.Start, 1); i < at.End && len(r.out) == 0; i++ {
		if marks[t.Norm[i]] && digitOrLetter[t.Norm[back(t.Norm, i)]] {
			r.candidate(i)
		}
	}
	if len(r.out) == 0 || r.out[0].Span.Start > at.End || r.out[0].Value.Family == F9 {
		return extractors.Mention[Number]{}, false
	}
	return r.out[0], true
}

// A reader goes from one mark that a number may hold to the next.
type reader struct {
	s     string
	done  int // where the last number ended
	tries int // candidates looked at
	own   bool
	out   []extractors.Mention[Number]
}

// marks are the bytes at which a number is recognised; see candidate.
var marks = func() (t [256]bool) {
	t['/'], t['-'], t[':'] = true, true, true
	return t
}()

func (r *reader) all() {
	s := r.s
	for i := 1; i < len(s); i++ {
		if marks[s[i]] && i > r.done && digitOrLetter[s[back(s, i)]] {
			r.candidate(i)
		}
	}
}

// back returns the byte before i, over at most two blanks.
func back(s string, i int) int {
	j := i - 1
	for n := 0; n < 2 && j > 0 && blank(s[j]); n++ {
		j--
	}
	return j
}

// blank reports whether c may stand between the parts of a number: white space, and the
// asterisks of Markdown.
func blank(c byte) bool { return c == ' ' || c == '\n' || c == '*' || c == '\r' || c == '\t' }

func digit(c byte) bool { return '0' <= c && c <= '9' }

// candidate reads the number whose first mark stands at i.
func (r *reader) candidate(i int) {
	n, start, end, ok := r.read(i)
	if !ok {
		return
	}
	n.Printed = strings.TrimRight(r.s[start:end], " \n\r\t*")
	r.done = end
	r.out = append(r.out, extractors.Mention[Number]{
		Span: extractors.Span{Start: start, End: start + len(n.Printed)}, Value: n})
}

// read tries the families in the order of spec section 1.3.
func (r *reader) read(i int) (n Number, start, end int, ok bool) {
	s := r.s
	next := skip(s, i+1)
	if next >= len(s) {
		return n, 0, 0, false
	}
	if s[i] == ':' || digit(s[next]) && s[i] == '-' {
		r.tries++
		return r.standard(i)
	}
	left, ok := leftOf(s, i, r.done)
	if !ok {
		return n, 0, 0, false
	}
	r.tries++
	n.Num, start = left.num, left.start
	n.OCR = left.ocr
	switch {
	case s[i] == '-':
		end, ok = r.dashed(&n, left, next)
	case left.glued != "":
		end, ok = r.gluedType(&n, left, next)
	case digit(s[next]):
		end, ok = r.withYear(&n, left, next)
	default:
		end, ok = r.withoutYear(&n, left, next)
	}
	return n, start, end, ok
}

// skip passes at most two blanks.
func skip(s string, i int) int {
	for n := 0; n < 2 && i < len(s) && blank(s[i]); n++ {
		i++
	}
	return i
}

// sep passes a mark with at most two blanks on each side: NĐ-\nCP, "TT - BYT". It returns
// -1 when none of the marks is there, or when it rather begins the next item of a list.
func sep(s string, i int, which string) int {
	j := skip(s, i)
	if j >= len(s) || strings.IndexByte(which, s[j]) < 0 {
		return -1
	}
	k := skip(s, j+1)
	if j > i && k > j+1 && strings.ContainsRune(s[i:j], '\n') {
		return -1
	}
	return k
}
