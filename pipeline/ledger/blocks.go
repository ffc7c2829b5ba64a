package ledger

import (
	"strconv"

	"vnlex/pipeline/resolve"
)

// blocks resolves which documents there are and which of them each page means.
func (w *work) blocks() error {
	pages := sources{}
	loaded, err := w.claims("load_block", pages)
	if err != nil {
		return err
	}
	for i := range w.units {
		t := &w.units[i]
		u := loaded[t.key]
		if u == nil {
			u = &unitClaims{}
		}
		r := resolve.Block(u.claims, pages.at)
		if err := w.emit(t, newRows(r.Nodes, r.Edges, entriesOf(r)...)); err != nil {
			return err
		}
		for _, a := range r.Assigned {
			if err := w.move(a, u.assigned[place{a.Page, a.Local}]); err != nil {
				return err
			}
		}
	}
	return w.markPages()
}

func entriesOf(r resolve.Resolved) []entry {
	var out []entry
	for _, f := range r.Facts {
		out = append(out, entry{tagDocument, f.Key, f.Issued})
	}
	for _, p := range r.Parties {
		out = append(out, entry{tagParty, join(p.Node, p.Key, p.Name), strconv.Itoa(p.Count)})
	}
	return out
}

// markPages marks the pages with keys that mean another document now.
func (w *work) markPages() error {
	for h := range w.pages {
		if err := w.mark(pageUnit(h)); err != nil {
			return err
		}
	}
	return nil
}
