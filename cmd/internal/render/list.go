package render

import (
	"fmt"
	"io"
	"strings"

	"vnlex/cmd/internal/terminal"
)

// An Item is a named value with a note under it.
type Item struct{ Name, Value, Note string }

// A List is named values, one under the other.
type List []Item

// Text draws the list that many columns wide.
func (l List) Text(w io.Writer, columns int, style Style) {
	name := 0
	for _, item := range l {
		name = max(name, Width(item.Name))
	}
	indent := strings.Repeat(" ", name+2*len(gap))
	room := max(narrowest, columns-len(indent))
	for _, item := range l {
		first := gap + item.Name + strings.Repeat(" ", name-Width(item.Name)) + gap
		for _, line := range Wrap(terminal.Plain(item.Value), room) {
			fmt.Fprintln(w, first+line)
			first = indent
		}
		if item.Note == "" {
			continue
		}
		for _, line := range Wrap(terminal.Plain(item.Note), room) {
			fmt.Fprintln(w, indent+style.Faint(line))
		}
	}
}
