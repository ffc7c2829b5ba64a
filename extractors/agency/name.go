package agency

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors"
)

// A Match is an agency named in a text.
type Match struct {
	Agency Agency
	Office string // "Bộ trưởng", "Chủ tịch", as printed, when an office holder is named
	Place  Place  // of a local body, when named with it
	End    int    // bytes from the beginning of the name
}

// Key returns the code of the agency as a document's key has it, with its place.
func (m Match) Key() string {
	switch {
	case m.Place.Slug != "":
		return m.Agency.Key + "@" + m.Place.Slug
	case m.Agency.Local():
		return m.Agency.Key + "@x"
	}
	return m.Agency.Key
}

// ByName returns the agency whose name, or the office of whose head, begins s. Case, tone
// style and the choice between hyphen, comma and "và" do not count.
func ByName(s string) (Match, bool) { return byName(s, postsMax) }

// postsMax is how many posts one holder may have: "Bộ trưởng, Chủ nhiệm".
const postsMax = 3

func byName(s string, posts int) (Match, bool) {
	i, end, ok := agencies().names.At(s, 0)
	switch {
	case !ok:
		return Match{}, false
	case i < officeBase:
		return named(s, i, end), true
	case posts == 0:
		return Match{}, false
	}
	return byOffice(s, i-officeBase, end, posts-1)
}

// named completes the match of the agency i whose name ends at end with its place.
func named(s string, i, end int) Match {
	m := Match{Agency: agencies().all[i], End: end}
	switch m.Agency.Kind {
	case "local_party":
		if m.Agency.Code == "ĐUB" {
			m.ministry(s)
			break
		}
		fallthrough
	case "local", "local_dept", "local_committee", "agency":
		m.Place, m.End = placeAfter(s, end)
	}
	return m
}

// ministry reads of which ministry a Party committee is: "Đảng ủy Bộ Công Thương".
func (m *Match) ministry(s string) {
	at := m.End - len("Bộ")
	if b, ok := ByName(s[at:]); ok {
		m.Place, m.End = Place{b.Agency.Name, b.Agency.Key}, at+b.End
	}
}

// FirstByName returns the first of what AllByName returns.
func FirstByName(s string) (Match, bool) {
	at := 0
	if isJoint(s) {
		at = len("liên ")
	}
	m, ok := ByName(s[at:])
	m.End += at
	return m, ok
}

// isJoint reports whether a joint name may begin s.
func isJoint(s string) bool {
	return len(s) > len("liên ") && strings.EqualFold(s[:len("liên ")], "liên ")
}

// AllByName returns the agencies of a joint name that begins s: "liên Bộ Tài chính -
// Công Thương", "Bộ Tài chính, Bộ Công Thương và Bộ Y tế", or one agency alone.
func AllByName(s string) []Match {
	at := 0
	joint := isJoint(s)
	if joint {
		at = len("liên ")
	}
	var all []Match
	for at >= 0 {
		m, ok := ByName(s[at:])
		if !ok && len(all) > 0 && all[0].Agency.Kind == "ministry" && joint {
			m, ok = byShort(s[at:])
		}
		if !ok {
			break
		}
		m.End += at
		all = append(all, m)
		at = afterMark(s, m.End)
	}
	return all
}

// byShort reads the name of a ministry without "Bộ".
func byShort(s string) (Match, bool) {
	i, end, ok := agencies().short.At(s, 0)
	if !ok {
		return Match{}, false
	}
	return Match{Agency: agencies().all[i], End: end}, true
}

// afterMark returns where the next name of a list may begin; -1: the list ends at i.
func afterMark(s string, i int) int {
	for _, mark := range []string{" - ", "-", ", ", " và "} {
		if strings.HasPrefix(s[i:], mark) {
			return i + len(mark)
		}
	}
	return -1
}

// Extract returns the agencies that t names with a capital letter.
func Extract(t extractors.Text) []extractors.Mention[Match] {
	var out []extractors.Mention[Match]
	s := t.Norm
	for i := 0; ; {
		hit, ok := agencies().names.Next(s, i)
		if !ok {
			return out
		}
		i = hit.End
		if r, _ := utf8.DecodeRuneInString(s[hit.Start:]); !unicode.IsUpper(r) {
			continue
		}
		if m, ok := ByName(s[hit.Start:]); ok {
			i = hit.Start + m.End
			at := extractors.Span{Start: hit.Start, End: i}
			out = append(out, extractors.Mention[Match]{Span: at, Value: m})
		}
	}
}
