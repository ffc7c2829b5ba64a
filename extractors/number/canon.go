package number

import (
	"strings"
	"sync"
	"unicode"

	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
)

// Canon returns the canonical spelling of a symbol (spec section 1.10): no spaces, capitals
// but for the fixed spellings, Đ where the symbol was written without diacritics, one mark
// between type and issuer. Aliases and leading zeros stay. Canon of a canonical symbol is
// the symbol.
func Canon(symbol string) string {
	s := canon(symbol)
	for range 3 { // a space less may make a standard of it: QCV N01
		again := canon(s)
		if again == s {
			break
		}
		s = again
	}
	return s
}

func canon(symbol string) string {
	s := strings.TrimSpace(strings.ReplaceAll(normalize.Repair(symbol), "*", ""))
	if head := standardHead(s); head != "" {
		return canonStandard(s, head)
	}
	var b strings.Builder
	b.Grow(len(s))
	var room [8]string
	var marksRoom [8]byte
	groups, marks := split(s, room[:0], marksRoom[:0])
	for i, g := range groups {
		b.WriteString(canonGroup(g, i, groups))
		if i < len(marks) {
			b.WriteByte(canonMark(i, groups, marks))
		}
	}
	return strings.ReplaceAll(b.String(), "/NQ-QH", "/QH")
}

// split takes a symbol apart at its marks, which it appends; blanks go.
func split(s string, groups []string, marks []byte) ([]string, []byte) {
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '/' || s[i] == '-' {
			groups, marks = append(groups, packed(s[from:i])), append(marks, s[i])
			from = i + 1
		}
	}
	return append(groups, packed(s[from:])), marks
}

// packed returns s without white space.
func packed(s string) string {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}

// canonGroup spells one group of a symbol.
func canonGroup(g string, i int, groups []string) string {
	if i == 0 || g == "" || digit(g[0]) {
		return canonNumber(g)
	}
	t := spellings()
	if first := firstCode(groups); i == first {
		if c, ok := t.types[strings.ToUpper(g)]; ok {
			return c
		}
	}
	return t.org(g)
}

// canonNumber writes the letter of a number small and a glued type large: 522b, 1CĐ.
func canonNumber(g string) string {
	n := 0
	for n < len(g) && (digit(g[n]) || g[n] == '.') {
		n++
	}
	if len(g)-n == 1 {
		return g[:n] + strings.ToLower(g[n:])
	}
	return g[:n] + strings.ToUpper(g[n:])
}

// firstCode returns the index of the first group of letters.
func firstCode(groups []string) int {
	for i := 1; i < len(groups); i++ {
		if groups[i] != "" && !digit(groups[i][0]) {
			return i
		}
	}
	return -1
}

// canonMark returns the mark behind group i: a type stands before a hyphen where it follows
// a slash (TTLT/BTC, QĐ/TTg); joint resolutions print a slash.
func canonMark(i int, groups []string, marks []byte) byte {
	if i == 0 || marks[i] != '/' || i != firstCode(groups) || marks[i-1] != '/' {
		return marks[i]
	}
	big := strings.ToUpper(groups[i])
	if _, ok := spellings().types[big]; !ok || big == "NQLT" {
		return '/'
	}
	return '-'
}

// spellings holds the canonical spelling of codes by their capitals, with and without
// diacritics.
type spelling struct {
	types map[string]string
}

var spellings = sync.OnceValue(func() spelling {
	s := spelling{types: map[string]string{}}
	for code, i := range types().codes {
		if t := types().all[i]; t.Code == "" || len(code) > len(t.Code) {
			s.types[strings.ToUpper(code)] = strings.ToUpper(code)
		}
	}
	for _, t := range types().all {
		if t.Code != "" {
			s.types[strings.ToUpper(t.Code)] = t.Code
		}
	}
	for bare, code := range withoutMarks {
		s.types[bare] = code
	}
	return s
})

// withoutMarks are types as they are typed without diacritics or in capitals alone.
var withoutMarks = map[string]string{"ND": "NĐ", "QD": "QĐ", "QYD": "QyĐ", "CD": "CĐ", "QĐI": "QĐi"}

// org spells a code of an issuer or unit.
func (spelling) org(g string) string {
	big := strings.ToUpper(g)
	head := strings.TrimRight(big, "0123456789")
	return agency.Spelling(head) + big[len(head):]
}

// standardHead returns the code that begins the number of a standard.
func standardHead(s string) string {
	up := strings.ToUpper(s)
	up = strings.TrimLeft(up, "0123456789 ")
	for _, h := range heads {
		if strings.HasPrefix(up, h.code) {
			return h.code
		}
	}
	return ""
}

// canonStandard spells the number of a standard: one space behind its code and behind ISO,
// none around a mark.
func canonStandard(s, head string) string {
	s = strings.ToUpper(strings.Join(strings.Fields(s), " "))
	before, after, _ := strings.Cut(s, head)
	if head == "QCDP" {
		head = "QCĐP"
	}
	out := strings.TrimSpace(before) + head
	for i, f := range strings.Fields(after) {
		if i == 0 || alnum(out[len(out)-1]) && alnum(f[0]) {
			out += " "
		}
		out += f
	}
	return out
}

func alnum(c byte) bool { return digit(c) || 'A' <= c && c <= 'Z' }
