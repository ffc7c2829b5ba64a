package ledger

import (
	"database/sql"

	"vnlex/graph"
	"vnlex/pipeline/resolve"
)

// agencies puts agencies into the graph while a document names them or one that
// successions join them with.
func (w *work) agencies() error {
	names, err := w.partyNames()
	if err != nil {
		return err
	}
	for i := range w.units {
		t := &w.units[i]
		alive, err := w.alive(resolve.Related(t.key))
		if err != nil {
			return err
		}
		r := newRows(nil, nil)
		if alive {
			r = newRows(resolve.Agency(t.key, names[t.key]))
		}
		if alive != (len(t.old) > 0) {
			if err := w.markRelated(t.key); err != nil {
				return err
			}
		}
		if err := w.emit(t, r); err != nil {
			return err
		}
	}
	return nil
}

// markRelated marks the agencies that come or go together with code.
func (w *work) markRelated(code string) error {
	for _, c := range resolve.Related(code) {
		if c == code {
			continue
		}
		if err := w.mark(agencyUnit(c)); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) alive(codes []string) (bool, error) {
	var alive bool
	err := w.query("alive", func(r *sql.Rows) error { return r.Scan(&alive) }, list(codes))
	return alive, err
}

// persons puts signers into the graph while a document names them.
func (w *work) persons() error {
	names, err := w.partyNames()
	if err != nil {
		return err
	}
	for i := range w.units {
		t := &w.units[i]
		r := newRows(nil, nil)
		if len(names[t.key]) > 0 {
			r = newRows([]graph.Node{resolve.Person(t.key, names[t.key])}, nil)
		}
		if err := w.emit(t, r); err != nil {
			return err
		}
	}
	return nil
}

// partyNames loads how documents call the agencies or persons of the batch.
func (w *work) partyNames() (map[string]map[string]int, error) {
	all := map[string]map[string]int{}
	err := w.query("load_party", func(r *sql.Rows) error {
		var node, name string
		var n int
		if err := r.Scan(&node, &name, &n); err != nil {
			return err
		}
		if all[node] == nil {
			all[node] = map[string]int{}
		}
		all[node][name] = n
		return nil
	})
	return all, err
}
