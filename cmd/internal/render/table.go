package render

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"vnlex/cmd/internal/terminal"
)

// A Table is rows under a head. Long columns are wrapped to what the others
// leave of the width.
type Table struct {
	Head []string
	Rows [][]string
	Long []int // from left to right
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
	tw.SetColumnConfigs(t.configs(columns))
	tw.SuppressTrailingSpaces()
	tw.Render()
}

// configs give each long column its room: up to a third of what is left for the
// first ones, the rest for the last.
func (t Table) configs(columns int) []table.ColumnConfig {
	left := columns - t.short()
	var out []table.ColumnConfig
	for i, column := range t.Long {
		room := max(narrowest, left-len(gap))
		if i < len(t.Long)-1 {
			room = min(t.width(column), max(narrowest, left/3))
		}
		left -= room + len(gap)
		out = append(out, table.ColumnConfig{
			Number:   column + 1,
			WidthMax: room,
			WidthMaxEnforcer: func(s string, n int) string {
				return strings.Join(Wrap(s, n), "\n")
			},
		})
	}
	return out
}

// short is the room that the short columns and their gaps take.
func (t Table) short() int {
	sum := 0
	for i := range t.Head {
		if !slices.Contains(t.Long, i) {
			sum += t.width(i) + len(gap)
		}
	}
	return sum
}

// width is the room that a column wants.
func (t Table) width(column int) int {
	wide := Width(t.Head[column])
	for _, row := range t.Rows {
		wide = max(wide, Width(terminal.Plain(row[column])))
	}
	return wide
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
