package render

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"vnlex/cmd/internal/terminal"
)

// A Table is rows under a head. One column may be long: it is wrapped to what
// the others leave of the width.
type Table struct {
	Head []string
	Rows [][]string
	Long int // index of the long column; -1: none
}

// narrowest is how far a long column gives way.
const narrowest = 24

// Text draws the table that many columns wide, nothing when it has no row.
func (t Table) Text(w io.Writer, columns int, style Style) {
	if len(t.Rows) == 0 {
		return
	}
	tw := table.NewWriter()
	tw.SetOutputMirror(w)
	tw.SetStyle(lines(style))
	tw.AppendHeader(cells(t.Head))
	for _, row := range t.Rows {
		tw.AppendRow(cells(row))
	}
	if t.Long >= 0 {
		room := max(narrowest, columns-t.others()-len(gap))
		tw.SetColumnConfigs([]table.ColumnConfig{{
			Number:   t.Long + 1,
			WidthMax: room,
			WidthMaxEnforcer: func(s string, n int) string {
				return strings.Join(Wrap(s, n), "\n")
			},
		}})
	}
	tw.SuppressTrailingSpaces()
	tw.Render()
}

// others is the room that the short columns and the gaps take.
func (t Table) others() int {
	sum := 0
	for i := range t.Head {
		if i == t.Long {
			continue
		}
		wide := Width(t.Head[i])
		for _, row := range t.Rows {
			wide = max(wide, Width(terminal.Plain(row[i])))
		}
		sum += wide + len(gap)
	}
	return sum
}

// CSV writes the table as RFC 4180 has it, every cell in full.
func (t Table) CSV(w io.Writer) error {
	cw := csv.NewWriter(terminal.Writer{W: w})
	if err := cw.WriteAll(append([][]string{t.Head}, t.Rows...)); err != nil {
		return err
	}
	return cw.Error()
}

const gap = "  "

// lines is a style with a rule under the head and blanks between columns.
func lines(style Style) table.Style {
	s := table.StyleLight
	s.Options = table.Options{SeparateHeader: true}
	s.Box = table.StyleBoxLight
	s.Box.PaddingLeft, s.Box.PaddingRight = "", gap
	s.Format = table.FormatOptions{Header: text.FormatDefault}
	if style.Color {
		s.Color.Header = text.Colors{text.Bold}
	}
	return s
}

func cells(row []string) table.Row {
	out := make(table.Row, len(row))
	for i, cell := range plain(row) {
		out[i] = cell
	}
	return out
}
