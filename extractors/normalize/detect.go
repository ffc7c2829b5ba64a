package normalize

import (
	"strings"
	"sync"
	"unicode"

	"vnlex/extractors"
)

// legacy reads what was written before Unicode, behind the offset map, line by
// line: pages mix encodings. (spec 5.1 step 2, 5.6)
func legacy(t extractors.Text) extractors.Text {
	if !hasLegacy(t.Norm) {
		return t
	}
	b := extractors.NewBuilder(t)
	lines, most := linesOf(t.Norm)
	if most != Unicode {
		spread(t.Norm, lines)
	}
	for _, l := range lines {
		if l.encoding != Unicode {
			decodeRange(b, t.Norm, l.start, l.end, l.encoding)
		}
	}
	return b.Text()
}

// hasLegacy reports whether a line of s was plainly written before Unicode. Of
// Unicode text nearly every line has a letter that no such line has, and soon.
func hasLegacy(s string) bool {
	for i := 0; i < len(s); {
		line := s[i : i+lineLen(s[i:])]
		i += len(line) + 1
		has := func(c byte) bool { return strings.IndexByte(line, c) >= 0 }
		if len(line) >= 24 && !has(0xe1) && !has(0xc4) && (has(0xc3) || has(0xc2)) &&
			count(line).strong() != Unicode {
			return true
		}
	}
	return false
}

// A line is a stretch of a text in one encoding.
type line struct {
	start, end int
	encoding   Encoding
	open       bool // it has nothing that tells its encoding
}

// DetectPage returns the encoding of most of a text; Unicode also where it cannot
// be told.
func DetectPage(s string) Encoding {
	_, most := linesOf(s)
	return most
}

// linesOf returns the lines of s, those decided that are plain, and the encoding of
// most words in them.
func linesOf(s string) (lines []line, most Encoding) {
	var words [VIQR]int
	for i := 0; i < len(s); {
		l := line{start: i, end: i + lineLen(s[i:])}
		n := count(s[l.start:l.end])
		l.encoding = n.strong()
		l.open = l.encoding == Unicode && n.unicode == 0
		if !l.open {
			words[l.encoding] += n.words
		}
		lines = append(lines, l)
		i = l.end + 1
	}
	for e, n := range words {
		if n > words[most] {
			most = Encoding(e)
		}
	}
	return lines, most
}

// spread decides the lines that are not plain, in a text most of which is legacy:
// one that tells nothing follows the line before it, else that behind it.
func spread(s string, lines []line) {
	for i := range lines {
		if l := &lines[i]; l.open {
			l.encoding = Detect(s[l.start:l.end])
			l.open = l.encoding == Unicode
		}
	}
	for i := 1; i < len(lines); i++ {
		lines[i].follow(lines[i-1])
	}
	for i := len(lines) - 2; i >= 0; i-- {
		lines[i].follow(lines[i+1])
	}
}

func (l *line) follow(next line) {
	if l.open && !next.open {
		l.encoding, l.open = next.encoding, false
	}
}

func lineLen(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}

// Detect returns the encoding of a line or paragraph; Unicode also where it cannot
// be told. The shares are of spec 5.6, measured there on 3,000 lines of each.
func Detect(s string) Encoding {
	n := count(s)
	if n.letters < 20 {
		return Unicode
	}
	return n.encoding(shares{tcvn3: 20, vni: 20, cp1258: 15, double: 20})
}

// strong returns the encoding where so many words, and at least four, tell it that
// no stretch of plain Vietnamese or of another language does.
func (n counts) strong() Encoding {
	if n.letters < 20 || max(n.tcvn3, n.vni, n.cp1258, n.double) < 4 {
		return Unicode
	}
	return n.encoding(shares{tcvn3: 25, vni: 50, cp1258: 40, double: 40})
}

// shares are how many of a hundred words must tell an encoding.
type shares struct{ tcvn3, vni, cp1258, double int }

func (n counts) encoding(at shares) Encoding {
	share := func(of int, percent int) bool { return n.words > 0 && of*100 >= percent*n.words }
	switch {
	case share(n.double, at.double):
		return DoubleUTF8
	case share(n.unicode, 15):
		return Unicode
	case share(n.tcvn3, at.tcvn3) && n.tcvn3 > n.vni:
		if n.viscii > n.notViscii {
			return VISCII
		}
		return TCVN3
	case share(n.vni, at.vni):
		return VNI
	case share(n.cp1258, at.cp1258):
		return CP1258
	}
	return Unicode
}

// counts are what is counted in a text to tell its encoding.
type counts struct {
	letters, words                      int
	unicode, tcvn3, vni, cp1258, double int
	viscii, notViscii                   int // of the symbols that tcvn3 counts, and đ
}

func count(s string) (n counts) {
	prev, before := ' ', sign(0)
	for _, r := range s {
		is := signOf(r)
		if is&(letter|symbol) != 0 {
			n.letters++
			if before&(letter|symbol) == 0 {
				n.words++
			}
		}
		n.add(prev, before, r, is)
		prev, before = r, is
	}
	return n
}

func (n *counts) add(prev rune, before sign, r rune, is sign) {
	initial := before&(letter|symbol) == 0
	switch {
	case is&onlyUnicode != 0:
		n.unicode++
	case before&letter != 0 && is&symbol != 0, prev == '®' && is&letter != 0:
		n.tcvn3++
		n.addViscii(before, r)
	case r == 'ð' && before&(letter|symbol) == 0:
		n.viscii++
	}
	switch {
	case before&vowel != 0 && is&mark != 0, before&horn != 0 && is&hornMark != 0,
		(prev == 'y' || prev == 'Y') && is&yMark != 0, initial && (r == 'ñ' || r == 'Ñ'):
		n.vni++
	}
	if before&letter != 0 && is&mark1258 != 0 || initial && r == 'ð' {
		n.cp1258++
	}
	if prev == 'á' && (r == 'º' || r == '»') || before&lead != 0 && is&trail != 0 {
		n.double++
	}
}

// addViscii tells VISCII from TCVN3: behind a letter each has symbols for its letters
// that the other has not there, and TCVN3 writes đ with ®.
func (n *counts) addViscii(before sign, r rune) {
	switch {
	case before&letter == 0 || strings.ContainsRune("¨©¬\u00ad·¹»¼", r):
		n.notViscii++
	case strings.ContainsRune("¤¥§®¯°±½", r):
		n.viscii++
	}
}

// A sign is what a character may tell.
type sign uint16

const (
	letter      sign = 1 << iota
	symbol           // of Latin-1: TCVN3 has letters for them
	onlyUnicode      // letters of Vietnamese that no mistaken byte looks like
	vowel            // VNI: a mark may follow
	mark
	horn // VNI: ô, ö stand for ơ, ư
	hornMark
	yMark
	mark1258 // stands for a tone mark
	lead     // UTF-8 taken for cp1252
	trail
)

func signOf(r rune) sign {
	if r < rune(len(signs())) {
		return signs()[r]
	}
	switch {
	case r >= 0x1ea0 && r <= 0x1ef9:
		return letter | onlyUnicode
	case r >= 0x300 && r < 0x370:
		return onlyUnicode
	case unicode.IsLetter(r):
		return letter
	}
	return trail
}

var signs = sync.OnceValue(func() *[0x250]sign {
	var t [0x250]sign
	for r := range t {
		if unicode.IsLetter(rune(r)) {
			t[r] |= letter
		}
		if r >= 0xa1 && r <= 0xbf || r == 0xd7 || r == 0xf7 {
			t[r] |= symbol | trail
		}
	}
	for s, chars := range map[sign]string{
		onlyUnicode: "ăđơưĂĐƠƯ", vowel: "aeouAEOU", horn: "ôöÔÖ",
		mark:     "ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË",
		hornMark: "ùøûõïÙØÛÕÏ", yMark: "ùøûõÙØÛÕ", mark1258: "ìòÌÒðÞ", lead: "ÄÆÃ",
	} {
		for _, r := range chars {
			t[r] |= s
		}
	}
	return &t
})
