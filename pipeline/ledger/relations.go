package ledger

import (
	"database/sql"

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
		if err := rows.Scan(append(r.fields(), &s.From, &s.To, &s.ToOwner, &s.ToIssued,
			&s.ToCarry)...); err != nil {
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
		w.l.opt.Log.Warn("drop relation", "doc", d.From, "to", d.To, "kind", d.Kind, "why",
			d.Reason, "rule", d.Rule,
			"url", d.URL)
	}
}
