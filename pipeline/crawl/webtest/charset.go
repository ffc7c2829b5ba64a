package webtest

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"vnlex/extractors/normalize"
)

// A Charset is how the text of a page becomes bytes.
type Charset string

const (
	UTF8       Charset = ""
	UTF16      Charset = "utf-16" // little-endian, with its mark
	CP1258     Charset = "windows-1258"
	TCVN3      Charset = "tcvn3" // the bytes of the .VnTime fonts
	References Charset = "ncr"   // ASCII, all else as &#7879;
)

func (c Charset) encode(s string) []byte {
	switch c {
	case UTF16:
		e := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
		out, _ := e.String(s) // every text has its UTF-16
		return []byte(out)
	case CP1258:
		return each(s, cp1258)
	case TCVN3:
		return each(s, tcvn3)
	case References:
		return each(s, reference)
	}
	return []byte(s)
}

func each(s string, encode func(rune) string) []byte {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		b.WriteString(encode(r))
	}
	return []byte(b.String())
}

// cp1258 writes a tone behind its letter, for the code page has few letters with one.
func cp1258(r rune) string {
	if b, ok := charmap.Windows1258.EncodeRune(r); ok {
		return string([]byte{b})
	}
	whole := norm.NFD.String(string(r))
	for i, mark := range whole {
		tone, ok := charmap.Windows1258.EncodeRune(mark)
		letter := []rune(norm.NFC.String(whole[:i] + whole[i+len(string(mark)):]))
		if !ok || i == 0 || len(letter) != 1 {
			continue
		}
		if b, ok := charmap.Windows1258.EncodeRune(letter[0]); ok {
			return string([]byte{b, tone})
		}
	}
	return reference(r)
}

// tcvn3Bytes is the other direction of what the extractors know.
var tcvn3Bytes = sync.OnceValue(func() map[string]byte {
	bytes := map[string]byte{}
	for b := 0xff; b >= 0xa1; b-- {
		letter := normalize.Decode(normalize.TCVN3, string(rune(b)))
		bytes[letter] = byte(b)
	}
	return bytes
})

// tcvn3 writes capitals with a tone as small letters: the font makes them capitals.
func tcvn3(r rune) string {
	for _, s := range []string{string(r), strings.ToLower(string(r))} {
		if b, ok := tcvn3Bytes()[s]; ok && r > 0x7f {
			return string([]byte{b})
		}
	}
	return reference(r)
}

func reference(r rune) string {
	if r < 0x80 {
		return string(r)
	}
	return "&#" + strconv.Itoa(int(r)) + ";"
}
