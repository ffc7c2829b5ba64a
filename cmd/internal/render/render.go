// Package render draws what vnlex found as tables and trees that align whatever
// the letters: a Vietnamese letter takes one column, however it is encoded.
package render

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"vnlex/cmd/internal/terminal"
)

// Width returns the columns that s takes.
func Width(s string) int { return text.StringWidthWithoutEscSequences(s) }

// Wrap breaks text at blanks into lines of at most that many columns. A word
// that is longer is cut.
func Wrap(s string, columns int) []string {
	lines := []string{""}
	used := 0
	for _, word := range words(s, max(columns, 1)) {
		last := len(lines) - 1
		w := Width(word)
		switch {
		case used == 0:
			lines[last], used = word, w
		case used+1+w > columns:
			lines, used = append(lines, word), w
		default:
			lines[last], used = lines[last]+" "+word, used+1+w
		}
	}
	return lines
}

func words(s string, columns int) []string {
	var out []string
	for _, word := range strings.Fields(s) {
		for Width(word) > columns {
			head := text.Trim(word, columns)
			if head == "" {
				break
			}
			out, word = append(out, head), strings.TrimPrefix(word, head)
		}
		out = append(out, word)
	}
	return out
}

// A Style makes a line stand out where the terminal shows it, and nowhere else.
type Style struct{ Color bool }

// Bold is for what an eye looks for.
func (s Style) Bold(t string) string { return s.mark("\x1b[1m", t) }

// Faint is for what explains.
func (s Style) Faint(t string) string { return s.mark("\x1b[2m", t) }

func (s Style) mark(code, t string) string {
	if !s.Color || t == "" {
		return t
	}
	return code + t + "\x1b[0m"
}

// plain makes every cell fit for one line of a terminal.
func plain(row []string) []string {
	out := make([]string, len(row))
	for i, cell := range row {
		out[i] = terminal.Plain(cell)
	}
	return out
}
