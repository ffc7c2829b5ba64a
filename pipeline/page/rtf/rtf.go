// Package rtf reads the text of RTF files: paragraphs with the numbers that stand in
// them, tables, notes; not what was deleted or hidden. (RTF specification 1.9.1)
package rtf

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf16"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"

	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet"
)

// Is reports whether raw begins as such a file.
func Is(raw []byte) bool { return bytes.HasPrefix(raw, []byte(`{\rtf`)) }

// Limits of what a file may hold.
const (
	deepest  = 256 // groups in each other
	mostText = 32 << 20
)

// Read returns the body of a file. One that is cut off is damaged. Errors are
// *fault.Error.
func Read(raw []byte) (*html.Node, error) {
	r := &reader{in: raw, sheet: sheet.New(), fonts: map[int]*charmap.Charmap{}}
	r.tables.Sheet = r.sheet
	r.groups = []group{{skipped: 1, page: charmap.Windows1252}}
	if !Is(raw) {
		return nil, bad("it does not begin as one")
	}
	for r.at < len(raw) {
		if err := r.step(); err != nil {
			return nil, err
		}
		if len(r.groups) == 1 {
			r.sheet.Put(r.sheet.Take())
			r.tables.To(0)
			return r.sheet.Body(), nil
		}
	}
	return nil, bad("it is cut off")
}

func bad(format string, args ...any) error {
	return &fault.Error{Code: "bad_rtf", Detail: fmt.Sprintf(format, args...)}
}

// A group is what holds between two braces.
type group struct {
	silent  bool // it is no text
	fonts   bool // it lists the fonts
	hidden  bool
	caps    bool
	skipped int // how many characters stand for one of Unicode, for old readers
	page    *charmap.Charmap
	begun   bool // something stood in it
	starred bool // who does not know its first word is to pass it over
	note    func()
}

// A reader goes through a file.
type reader struct {
	in     []byte
	at     int
	groups []group
	sheet  *sheet.Sheet
	tables sheet.Tables
	fonts  map[int]*charmap.Charmap
	font   int  // the one that is being listed
	pass   int  // characters still to be passed over
	high   rune // the first half of a character beyond the first plane
	depth  int  // in how many tables the paragraph stands
	inner  int  // the same, where it is said by number
	notes  int
}

func (r *reader) group() *group { return &r.groups[len(r.groups)-1] }

// step reads what comes next.
func (r *reader) step() error {
	c := r.in[r.at]
	r.at++
	if c == '{' || c == '}' {
		r.pass = 0
	}
	switch c {
	case '{':
		if len(r.groups) > deepest {
			return &fault.Error{Code: "too_deep", Detail: "its groups are nested too deeply"}
		}
		g := *r.group()
		g.begun, g.starred, g.note = false, false, nil
		r.groups = append(r.groups, g)
	case '}':
		if end := r.group().note; end != nil {
			end()
		}
		if r.groups = r.groups[:len(r.groups)-1]; len(r.groups) == 0 {
			return bad("it ends before it begins")
		}
	case '\\':
		return r.control()
	case '\r', '\n', 0:
	default:
		r.byte(c)
	}
	if r.sheet.Size() > mostText {
		return &fault.Error{Code: "too_large", Detail: "it has more text than it may"}
	}
	return nil
}

// control reads a control word or sign.
func (r *reader) control() error {
	if r.at >= len(r.in) {
		return bad("it is cut off")
	}
	c := r.in[r.at]
	if !isLetter(c) {
		r.at++
		r.sign(c)
		return nil
	}
	start := r.at
	for r.at < len(r.in) && isLetter(r.in[r.at]) && r.at-start < 32 {
		r.at++
	}
	word := string(r.in[start:r.at])
	n, given := r.number()
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at = min(len(r.in), r.at+max(n, 0))
		return nil
	}
	return r.word(word, n, given)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// number reads the number behind a word.
func (r *reader) number() (n int, given bool) {
	start := r.at
	if r.at < len(r.in) && r.in[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.in) && r.in[r.at] >= '0' && r.in[r.at] <= '9' && r.at-start < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.in[start:r.at]))
	if err != nil {
		r.at = start
	}
	return n, err == nil
}

// sign reads a control sign.
func (r *reader) sign(c byte) {
	switch c {
	case '\'':
		v, err := strconv.ParseUint(string(r.in[r.at:min(len(r.in), r.at+2)]), 16, 8)
		if err == nil {
			r.at += 2
			r.byte(byte(v))
		}
	case '*':
		r.group().starred = true
	case '~':
		r.write(' ')
	case '_':
		r.write('-')
	case '\r', '\n':
		r.paragraph()
	case '\\', '{', '}':
		r.byte(c)
	}
}

// byte reads a character in the encoding of its font.
func (r *reader) byte(c byte) {
	if r.pass > 0 {
		r.pass--
		return
	}
	if c < 0x80 {
		r.write(rune(c))
		return
	}
	r.write(r.group().page.DecodeByte(c))
}

// unicode reads a character by its number; what stands behind it for old readers is
// passed over.
func (r *reader) unicode(n int) {
	c := rune(uint16(n))
	r.pass = r.group().skipped
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
		return
	case r.high != 0:
		c, r.high = utf16.DecodeRune(r.high, c), 0
	}
	r.write(c)
}

func (r *reader) write(c rune) {
	g := r.group()
	g.begun = true
	if g.silent || g.hidden || c < ' ' {
		return
	}
	if g.caps {
		c = unicode.ToUpper(c)
	}
	r.sheet.Text(string(c))
}
