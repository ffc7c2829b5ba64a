package ledger

import (
	"database/sql"

	"vnlex/graph"
	"vnlex/pipeline/resolve"
)

// pageUnits puts pages into the graph with the documents that they name.
func (w *work) pageUnits() error {
	nodes := map[string]*graph.Page{}
	err := w.query("load_page_node", func(r *sql.Rows) error {
		var unit string
		var p graph.Page
		if err := r.Scan(&unit, &p.URL, &p.Kind, &p.Site, &p.Title, &p.Published,
			&p.SHA256); err != nil {
			return err
		}
		nodes[unit] = &p
		return nil
	})
	if err != nil {
		return err
	}
	named, err := w.named()
	if err != nil {
		return err
	}
	for i := range w.units {
		t := &w.units[i]
		r := newRows(nil, nil)
		if p := nodes[t.key]; p != nil {
			r = newRows([]graph.Node{p}, resolve.Page(p.URL, named[t.key]))
		}
		if err := w.emit(t, r); err != nil {
			return err
		}
	}
	return nil
}

// named loads the documents that the pages of the batch name.
func (w *work) named() (map[string][]resolve.Named, error) {
	all := map[string][]resolve.Named{}
	n := w.counter()
	err := w.query("load_page", func(r *sql.Rows) error {
		var unit string
		var d resolve.Named
		if err := r.Scan(&unit, &d.Key, &d.Value); err != nil {
			return err
		}
		if all[unit] == nil && n.full(unit) {
			return errEnough
		}
		all[unit] = append(all[unit], d)
		n.rows++
		return nil
	})
	return all, n.done(err)
}
