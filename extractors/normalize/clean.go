package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vnlex/extractors"
)

// clean does what depends on no word: NFC, invisible characters, line breaks,
// spaces, dashes, slashes and private-use bullets. (spec 5.1 steps 3, 5, 6, 8)
func clean(t extractors.Text) extractors.Text {
	s := t.Norm
	at := dirt(s, 0)
	if at == len(s) {
		return t
	}
	b, done := extractors.NewBuilder(t), 0
	for at < len(s) {
		from, end, repl := repair(s, at, done)
		if s[from:end] != repl {
			b.Keep(from)
			b.Replace(end, repl)
			done = end
		}
		at = dirt(s, end)
	}
	return b.Text()
}

// dirty marks the bytes at which clean must look more closely. Most Vietnamese
// letters begin with C3, C4, C6 and E1 BA or BB.
var dirty = func() (table [256]bool) {
	for c := range table {
		table[c] = c < ' ' && c != '\n' || c == 0x7f || c == 0xc2 || c >= 0xcc
	}
	table[0xd0], table[0xd1] = false, false // Cyrillic letters
	return table
}()

// dirt returns the next place from i on that clean may have to repair.
func dirt(s string, i int) int {
	for i+9 <= len(s) {
		mask := soiled(eightAt(s, i), eightAt(s, i+1))
		if mask == 0 {
			i += 8
			continue
		}
		if i += first(mask); !harmless(s, i) {
			return i
		}
		i++
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c == ' ' {
			if i+1 < len(s) && s[i+1] == ' ' {
				return i
			}
			continue
		}
		if dirty[c] && !harmless(s, i) {
			return i
		}
	}
	return len(s)
}

// harmless reports whether a dirty byte begins one of the frequent characters
// that stay: Vietnamese letters of U+1E00-1EFF, quotes and the ellipsis.
func harmless(s string, i int) bool {
	if i+2 >= len(s) {
		return false
	}
	switch s[i] {
	case 0xe1:
		return s[i+1]&^3 == 0xb8
	case 0xe2:
		return s[i+1] == 0x80 && s[i+2] >= 0x98 && s[i+2] <= 0xa6
	}
	return false
}

// repair returns what shall stand for s[from:end], where from is not before done,
// the end of the last repair, and end is behind at.
func repair(s string, at, done int) (from, end int, repl string) {
	r, size := utf8.DecodeRuneInString(s[at:])
	switch kindOf(r) {
	case newline:
		if strings.HasPrefix(s[at:], "\r\n") {
			size = 2
		}
		return at, at + size, "\n"
	case dash:
		return at, at + size, "-"
	case slash:
		return at, at + size, "/"
	case space, invisible:
		return gap(s, at, done)
	}
	return cluster(s, at, at+size, done)
}

// gap takes a run of spaces and invisible characters: one space, if one is among
// them or just before them, else nothing.
func gap(s string, at, done int) (from, end int, repl string) {
	from, end = at, at
	if at > done && s[at-1] == ' ' {
		from--
	}
	spaces := from < at
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		k := kindOf(r)
		if k != space && k != invisible {
			break
		}
		spaces = spaces || k == space
		end += size
	}
	if spaces {
		return from, end, " "
	}
	if end < len(s) && joins(s[end:]) {
		return cluster(s, at, end, done)
	}
	return from, end, ""
}

// cluster composes the characters that s[at:end] and what joins it belong to.
func cluster(s string, at, end, done int) (int, int, string) {
	from := at
	if at > done && (kindAt(s, at) == invisible || joins(s[at:])) {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		from -= size
	}
	for end < len(s) && (joins(s[end:]) || kindAt(s, end) == invisible) {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return from, end, compose(s[from:end])
}

func compose(s string) string {
	if norm.NFC.IsNormalString(s) && strings.IndexFunc(s, isInvisible) < 0 {
		return s
	}
	return norm.NFC.String(strings.Map(drop, s))
}

// joins reports whether the first character of s may melt into the one before it.
func joins(s string) bool {
	return s[0] >= 0xcc && !norm.NFC.PropertiesString(s).BoundaryBefore()
}

func drop(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

func isInvisible(r rune) bool { return kindOf(r) == invisible }

func kindAt(s string, i int) kind {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return kindOf(r)
}
