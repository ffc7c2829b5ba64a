// Package terminal knows what stands at the other end of a stream, and keeps
// text that came from outside from steering it.
package terminal

import (
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
	"golang.org/x/text/unicode/norm"
)

// Is reports whether the stream is a terminal.
func Is(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Width returns the number of columns to write to: of the terminal, else of
// COLUMNS, else 100.
func Width(stream any, getenv func(string) string) int {
	if f, ok := stream.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	if w, err := strconv.Atoi(getenv("COLUMNS")); err == nil && w > 0 {
		return w
	}
	return 100
}

// Plain makes text from outside fit for one line of a terminal: composed, with
// a blank for breaks and tabs, and U+FFFD for anything that could steer it:
// control characters (ESC and the C1 ones among them) and changes of direction.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case steers(r):
			return utf8.RuneError
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}

func steers(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

// A Writer passes text on to a terminal with what could steer it made visible:
// U+FFFD, or in JSON the escape of the same character.
type Writer struct {
	W    io.Writer
	JSON bool
}

// Write wants whole runes, as all writers of whole lines give.
func (w Writer) Write(p []byte) (int, error) {
	if !w.dirty(p) {
		return w.W.Write(p)
	}
	var b strings.Builder
	for _, r := range string(p) {
		b.WriteString(w.visible(r))
	}
	if _, err := io.WriteString(w.W, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (w Writer) dirty(p []byte) bool {
	for _, c := range p {
		if c < ' ' && c != '\n' && c != '\t' || c >= 0x7f {
			return true
		}
	}
	return false
}

func (w Writer) visible(r rune) string {
	switch {
	case r == '\n' || r == '\t' || !steers(r):
		return string(r)
	case w.JSON:
		const hex = "0123456789abcdef"
		return `\u` + string([]byte{hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15]})
	}
	return "\uFFFD"
}
