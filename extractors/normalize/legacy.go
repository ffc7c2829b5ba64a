package normalize

import (
	_ "embed"
	"encoding/csv"
	"encoding/hex"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"vnlex/extractors"
)

// An Encoding is a way Vietnamese was written before Unicode, as it looks when its
// bytes were taken for Latin-1 or Windows-1252. (spec 5.6)
type Encoding int

const (
	Unicode    Encoding = iota
	TCVN3               // QuyÕt ®Þnh: fonts .VnTime
	VNI                 // Quyeát ñònh: fonts VNI-Times
	CP1258              // Quyêìt ðiònh
	DoubleUTF8          // Quyáº¿t Ä‘á»‹nh
	VISCII              // Quyªt ð¸nh: RFC 1456, mail of the nineties
	VIQR                // Quye^'t ddi.nh: only where it is declared
)

// Decode returns s, written in e, in Unicode.
func Decode(e Encoding, s string) string {
	if e == VIQR {
		return norm.NFC.String(viqr().Replace(s))
	}
	b := extractors.NewBuilder(extractors.Plain(s))
	decodeRange(b, s, 0, len(s), e)
	return norm.NFC.String(b.Text().Norm)
}

// decodeRange replaces what stands in s[from:end] for letters of e.
func decodeRange(b *extractors.Builder, s string, from, end int, e Encoding) {
	word, upper := from, false
	for i := from; i < end; {
		if e == TCVN3 && i >= word {
			word, upper = nextWord(s[:end], i)
		}
		n, repl := letterAtByte(s[i:end], e)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s[i:end])
			i += n
			continue
		}
		if upper {
			repl = strings.ToUpper(repl)
		}
		b.Keep(i)
		b.Replace(i+n, repl)
		i += n
	}
}

// nextWord returns the end of the word at byte i and whether it is in capitals:
// the fonts of TCVN3 show its small letters as capitals then.
func nextWord(s string, i int) (end int, upper bool) {
	capitals := 0
	for end = i; end < len(s); end++ {
		switch c := s[end]; {
		case c >= 'A' && c <= 'Z':
			capitals++
		case c >= 'a' && c <= 'z':
			capitals = -len(s)
		case c <= ' ':
			return end + 1, capitals >= 2
		}
	}
	return end, capitals >= 2
}

// letterAtByte returns the letter of e that s begins with and how many bytes stand
// for it; 0 if s begins with what is the same in Unicode.
func letterAtByte(s string, e Encoding) (n int, letter string) {
	switch r, size := utf8.DecodeRuneInString(s); e {
	case TCVN3:
		if l, ok := legacyTables().tcvn3[r]; ok {
			return size, l
		}
	case VNI:
		_, next := utf8.DecodeRuneInString(s[size:])
		if l, ok := legacyTables().vni[s[:size+next]]; ok {
			return size + next, l
		}
		if l, ok := legacyTables().vni[s[:size]]; ok {
			return size, l
		}
	case CP1258:
		if c, ok := charmap.Windows1252.EncodeRune(r); ok && c >= 0x80 {
			if l := charmap.Windows1258.DecodeByte(c); l != r && l != utf8.RuneError {
				return size, string(l)
			}
		}
	case VISCII:
		if l, ok := legacyTables().viscii[r]; ok {
			return size, l
		}
	case DoubleUTF8:
		return doubleLetter(s)
	}
	return 0, ""
}

// doubleLetter takes up to three characters for the bytes of one.
func doubleLetter(s string) (n int, letter string) {
	var raw []byte
	for n < len(s) && len(raw) < utf8.UTFMax {
		r, size := utf8.DecodeRuneInString(s[n:])
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xa0 {
			c, ok = byte(r), true
		}
		if !ok || c < 0x80 {
			return 0, ""
		}
		raw = append(raw, c)
		n += size
		if utf8.Valid(raw) {
			return n, string(raw)
		}
	}
	return 0, ""
}

//go:embed legacy.csv
var legacyCSV string

type legacyTable struct {
	tcvn3, viscii map[rune]string
	vni           map[string]string
}

// legacyTables reads the table of the letters; its bytes are those of the fonts.
var legacyTables = sync.OnceValue(func() legacyTable {
	t := legacyTable{map[rune]string{}, map[rune]string{}, map[string]string{}}
	rows, err := csv.NewReader(strings.NewReader(legacyCSV)).ReadAll()
	if err != nil {
		panic("unreachable: legacy.csv is embedded: " + err.Error())
	}
	for _, row := range rows[1:] {
		if b, err := hex.DecodeString(row[1]); err == nil && len(b) == 1 {
			t.tcvn3[rune(b[0])] = row[0]
		}
		if b, err := hex.DecodeString(row[2]); err == nil && len(b) > 0 {
			t.vni[latin1(b)] = row[0]
		}
		if b, err := hex.DecodeString(row[3]); err == nil && len(b) == 1 {
			t.readViscii(b[0], row[0])
		}
	}
	return t
})

// readViscii takes what Latin-1 or Windows-1252 shows of a byte for its letter. The six
// capitals that are control characters are left: nothing tells them from such.
func (t legacyTable) readViscii(c byte, letter string) {
	if c < 0x80 {
		return
	}
	t.viscii[rune(c)] = letter
	t.viscii[charmap.Windows1252.DecodeByte(c)] = letter
}

func latin1(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		s.WriteRune(rune(c))
	}
	return s.String()
}

// viqr writes marks behind their letters (RFC 1456).
var viqr = sync.OnceValue(func() *strings.Replacer {
	pairs := []string{"dd", "đ", "DD", "Đ", "Dd", "Đ", `\`, ""}
	shapes := []string{"a(", "ă", "a^", "â", "e^", "ê", "o^", "ô", "o+", "ơ", "u+", "ư",
		"A(", "Ă", "A^", "Â", "E^", "Ê", "O^", "Ô", "O+", "Ơ", "U+", "Ư"}
	var bases []string
	for i := 0; i < len(shapes); i += 2 {
		bases = append(bases, shapes[i], shapes[i+1])
	}
	for _, v := range "aeiouyAEIOUY" {
		bases = append(bases, string(v), string(v))
	}
	marks := []string{"'", "\u0301", "`", "\u0300", "?", "\u0309", "~", "\u0303", ".", "\u0323"}
	for i := 0; i < len(bases); i += 2 {
		for k := 0; k < len(marks); k += 2 {
			pairs = append(pairs, bases[i]+marks[k], bases[i+1]+marks[k+1])
		}
	}
	return strings.NewReplacer(append(pairs, shapes...)...)
})
