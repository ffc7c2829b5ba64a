package ledger

import (
	"database/sql"

	"vnlex/graph"
	"vnlex/pipeline/resolve"
)

// relations resolves what starts at documents and at instruments without a carrier.
func (w *work) relations() error {
	units, err := w.statements()
	if err != nil {
		return err
	}
	if err := w.dates(units); err != nil {
		return err
	}
	for i := range w.units {
		t := &w.units[i]
		u := units[t.key]
		if u == nil {
			u = &resolve.Unit{Key: t.key}
		}
		nodes, edges, drops := u.Relations()
		w.drop(drops)
		if err := w.emit(t, newRows(nodes, edges)); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) statements() (map[string]*resolve.Unit, error) {
	all := map[string]*resolve.Unit{}
	pages := sources{}
	n := w.counter()
	err := w.query("load_relations", func(rows *sql.Rows) error {
		var r claimRow
		var s resolve.Statement
		if err := rows.Scan(append(r.fields(), &s.From, &s.To, &s.ToOwner, &s.ToIssued, &s.ToCarry)...); err != nil {
			return err
		}
		r.finish()
		u := all[r.unit]
		if u == nil {
			if n.full(r.unit) {
				return errEnough
			}
			u = &resolve.Unit{Key: r.unit}
			all[r.unit] = u
		}
		s.Claim, s.Page = r.claim, pages.add(r.claim.Page, r.url, r.published)
		u.Statements = append(u.Statements, s)
		n.rows++
		return nil
	})
	return all, n.done(err)
}

// dates adds the dates of issue of the units.
func (w *work) dates(units map[string]*resolve.Unit) error {
	return w.query("load_issued", func(r *sql.Rows) error {
		var key, issued string
		if err := r.Scan(&key, &issued); err != nil {
			return err
		}
		if u := units[key]; u != nil {
			u.Issued = issued
		}
		return nil
	})
}

// drop counts and reports relations that the graph must not have.
func (w *work) drop(all []resolve.Drop) {
	w.tally.Dropped += len(all)
	for _, d := range all {
		w.l.opt.Log.Warn("drop relation", "doc", d.From, "to", d.To, "kind", d.Kind, "why", d.Reason, "rule", d.Rule,
			"url", d.URL)
	}
}

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

// pageUnits puts pages into the graph with the documents that they name.
func (w *work) pageUnits() error {
	nodes := map[string]*graph.Page{}
	err := w.query("load_page_node", func(r *sql.Rows) error {
		var unit string
		var p graph.Page
		if err := r.Scan(&unit, &p.URL, &p.Kind, &p.Site, &p.Title, &p.Published, &p.SHA256); err != nil {
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
