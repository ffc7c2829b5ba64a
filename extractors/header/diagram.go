package header

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// A Group is a list of a portal's diagram (lược đồ) under its label. The label
// names the role of the listed documents; a passive one ("được …", "bị …") says
// that the page's own document acts on them (spec 3.10).
type Group struct {
	ID      string // of the label, in diagram.csv
	Kind    string // of the relation; empty when the label tells none
	Family  string
	Acts    bool // the page's own document acts
	Current bool // the list is the page's own document
	Label   extractors.Span
	Items   []extractors.Span
}

// Related reports whether the label only says that documents have to do with each other.
func (g Group) Related() bool { return g.Family == "related" }

//go:embed diagram.csv
var diagramCSV string

var diagramRows = sync.OnceValue(func() [][]string {
	rows, err := csv.NewReader(strings.NewReader(diagramCSV)).ReadAll()
	if err != nil {
		panic("diagram.csv: " + err.Error())
	}
	return rows[1:]
})

var diagramLabels = sync.OnceValue(func() map[string]Group {
	all := make(map[string]Group, len(diagramRows()))
	for _, r := range diagramRows() {
		all[r[1]] = groupOf(r)
	}
	return all
})

func groupOf(r []string) Group {
	return Group{ID: r[0], Kind: r[2], Family: r[3], Acts: r[4] == "own", Current: r[0] == "D01"}
}

// GroupOf returns the group, without label and items, of lists that tell a relation of
// this kind in which the page's own document acts or is acted upon. The kinds "related"
// and "self" stand for the labels that tell none and that head the page's own document.
func GroupOf(kind string, acts bool) (Group, bool) {
	for _, r := range diagramRows() {
		g := groupOf(r)
		switch kind {
		case "self":
			if g.Current {
				return g, true
			}
		case "related":
			if g.Related() {
				return g, true
			}
		case g.Kind:
			if kind != "" && g.Acts == acts {
				return g, true
			}
		}
	}
	return Group{}, false
}

// Diagram returns the lists of a portal's diagram that have entries, in order;
// none where the page has no diagram. A list that does not hold as many entries
// as its label counts, and labels in columns, whose entries cannot be told apart,
// are left out.
func Diagram(l *sentence.Layout) []Group {
	var all []Group
	for i := 0; i < len(l.Blocks); i++ {
		if inline := inlineGroups(l, i); len(inline) > 0 {
			all = append(all, inline...)
			continue
		}
		g, count, ok := diagramLabel(l, i)
		if !ok {
			continue
		}
		if _, _, next := diagramLabel(l, i+1); next && count < 0 {
			return nil
		}
		for i+1 < len(l.Blocks) && l.Blocks[i+1].Item == sentence.Dash {
			i++
			g.Items = append(g.Items, l.Blocks[i].Span())
		}
		if len(g.Items) > 0 && (count < 0 || count == len(g.Items)) {
			all = append(all, g)
		}
	}
	return all
}

// inlineGroups reads the lines of block i that give a label and its documents: "Văn bản
// bị thay thế: Thông tư 1/2025/TT-BNV; Thông tư 2/2025/TT-BNV".
func inlineGroups(l *sentence.Layout, i int) []Group {
	b := l.Blocks[i]
	if text := l.Text(b); !hasPrefix(text, "Văn bản ", "VĂN BẢN ") || strings.IndexByte(text, ':') < 0 || b.End-b.Start > 4000 {
		return nil
	}
	var all []Group
	at := b.Start
	for line := range strings.SplitSeq(l.Text(b), "\n") {
		if g, ok := inlineGroup(line, at); ok {
			all = append(all, g)
		}
		at += len(line) + 1
	}
	return all
}

// inlineGroup reads a line that begins at byte at.
func inlineGroup(line string, at int) (Group, bool) {
	label, rest, ok := strings.Cut(line, ":")
	g, known := diagramLabels()[strings.Join(strings.Fields(strings.ToLower(label)), " ")]
	if !ok || !known {
		return g, false
	}
	g.Label = extractors.Span{Start: at, End: at + len(label)}
	at += len(label) + 1
	for item := range strings.SplitSeq(rest, ";") {
		start := at + len(item) - len(strings.TrimLeft(item, " "))
		if end := at + len(strings.TrimRight(item, " .")); end > start {
			g.Items = append(g.Items, extractors.Span{Start: start, End: end})
		}
		at += len(item) + 1
	}
	return g, len(g.Items) > 0
}

// diagramLabel reads block i as a label, with the number of entries that it
// gives in brackets; -1 when it gives none.
func diagramLabel(l *sentence.Layout, i int) (g Group, count int, ok bool) {
	if i >= len(l.Blocks) || l.Blocks[i].End-l.Blocks[i].Start > 80 {
		return g, 0, false
	}
	b := l.Blocks[i]
	s := strings.TrimRight(strings.TrimSpace(l.Text(b)), " :|")
	if b.Item == sentence.Dash || !hasPrefix(s, "Văn bản ", "VĂN BẢN ") {
		return g, 0, false
	}
	count = -1
	if name, n, counted := strings.Cut(s, "("); counted && strings.HasSuffix(n, ")") && digits(n[:len(n)-1]) {
		s, count = strings.TrimRight(name, " "), atoi(n)
	}
	g, ok = diagramLabels()[strings.Join(strings.Fields(strings.ToLower(s)), " ")]
	g.Label = b.Span()
	return g, count, ok
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
