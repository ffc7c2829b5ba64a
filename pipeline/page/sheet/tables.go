package sheet

import "golang.org/x/net/html/atom"

// Tables are the tables of a file that marks the ends of its cells and rows, and says of
// each paragraph in how many tables it stands.
type Tables struct {
	Sheet *Sheet
	rows  []row // of the open tables, the innermost last
}

// A row is how far the row of a table is.
type row struct {
	open, cell bool
}

// most is how many tables may lie in each other: each is three elements.
const most = Deepest / 3

// Depth returns how many tables are open.
func (t *Tables) Depth() int { return len(t.rows) }

// To opens and closes tables until n are open. It reports whether so many may be.
func (t *Tables) To(n int) bool {
	if n < 0 || n > most {
		return false
	}
	for len(t.rows) > n {
		t.EndRow()
		t.Sheet.Close()
		t.rows = t.rows[:len(t.rows)-1]
	}
	for len(t.rows) < n {
		t.Cell()
		t.Sheet.Open(atom.Table)
		t.rows = append(t.rows, row{})
	}
	return true
}

// Cell makes sure that a cell of the innermost table is open, if one is.
func (t *Tables) Cell() {
	if len(t.rows) == 0 {
		return
	}
	r := &t.rows[len(t.rows)-1]
	if !r.open {
		t.Sheet.Open(atom.Tr)
		r.open = true
	}
	if !r.cell {
		t.Sheet.Open(atom.Td)
		r.cell = true
	}
}

// EndCell ends the open cell; one that holds nothing is a cell too.
func (t *Tables) EndCell() {
	t.Cell()
	if len(t.rows) > 0 {
		t.Sheet.Close()
		t.rows[len(t.rows)-1].cell = false
	}
}

// EndRow ends the open row of the innermost table.
func (t *Tables) EndRow() {
	if len(t.rows) == 0 {
		return
	}
	r := &t.rows[len(t.rows)-1]
	if r.cell {
		t.Sheet.Close()
	}
	if r.open {
		t.Sheet.Close()
	}
	*r = row{}
}
