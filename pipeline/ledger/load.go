package ledger

import (
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"vnlex/pipeline/resolve"
)

// errEnough ends a query whose rows fill a batch.
var errEnough = errors.New("batch is full")

// unitClaims is what the query of a stage gives for one unit.
type unitClaims struct {
	claims   []resolve.Claim
	assigned map[place]assigned
}

type place struct {
	page  resolve.Hash
	local string
}

// sources holds each page of a bucket commit once.
type sources map[resolve.Hash]*resolve.Source

func (s sources) at(h resolve.Hash) *resolve.Source { return s[h] }

func (s sources) add(h resolve.Hash, url, published string) *resolve.Source {
	if s[h] == nil {
		s[h] = &resolve.Source{URL: url, Published: published}
	}
	return s[h]
}

// claimRow is one row of the queries load_block, load_carrier and load_relations.
type claimRow struct {
	unit           string
	page, id       []byte
	kind           string
	url, published string
	claim          resolve.Claim
}

func (r *claimRow) fields() []any {
	c := &r.claim
	return []any{&r.unit, &r.page, &r.kind, &c.Subject, &r.id, &c.Object, &c.Value, &c.Start,
		&c.End,
		&c.Quote, &c.Rule, &c.Confidence, &r.url, &r.published}
}

func (r *claimRow) finish() {
	r.claim.Page, r.claim.ID = resolve.Hash(r.page), resolve.Hash(r.id)
	r.claim.Kind = resolve.Kind(r.kind)
}

// claims loads the claims of the batch, by unit, with what their subjects meant so far.
func (w *work) claims(name string, pages sources) (map[string]*unitClaims, error) {
	all := map[string]*unitClaims{}
	n := w.counter()
	err := w.query(name, func(rows *sql.Rows) error {
		var r claimRow
		var old assigned
		if err := rows.Scan(append(r.fields(), &old.node, &old.owner,
			&old.bucket)...); err != nil {
			return err
		}
		r.finish()
		u := all[r.unit]
		if u == nil {
			if n.full(r.unit) {
				return errEnough
			}
			u = &unitClaims{assigned: map[place]assigned{}}
			all[r.unit] = u
		}
		pages.add(r.claim.Page, r.url, r.published)
		u.claims = append(u.claims, r.claim)
		if old.node != "" {
			u.assigned[place{r.claim.Page, r.claim.Subject}] = old
		}
		n.rows++
		return nil
	})
	return all, n.done(err)
}

// A counter ends a batch early when its units have many claims: those that were not
// loaded get their marks back.
type counter struct {
	w    *work
	rows int
	last string
}

func (w *work) counter() *counter { return &counter{w: w} }

// full reports whether unit has to wait for the next batch.
func (c *counter) full(unit string) bool {
	if c.rows >= claimsAtOnce {
		return true
	}
	c.last = unit
	return false
}

func (c *counter) done(err error) error {
	if err != errEnough {
		return err
	}
	var rest []task
	rest, c.w.units = cut(c.w.units, func(t task) bool { return t.key > c.last })
	for _, t := range rest {
		if err := c.w.mark(t.unit); err != nil {
			return err
		}
	}
	return nil
}

// cut parts tasks into those that f picks and the others.
func cut(all []task, f func(task) bool) (picked, others []task) {
	for _, t := range all {
		if f(t) {
			picked = append(picked, t)
		} else {
			others = append(others, t)
		}
	}
	return picked, slices.Clip(others)
}

// carried loads the carried instruments with which the names of the batch are compared.
func (w *work) carried() (map[string][]resolve.Instrument, error) {
	all := map[string][]resolve.Instrument{}
	err := w.query("load_carried", func(r *sql.Rows) error {
		var unit, names string
		var i resolve.Instrument
		if err := r.Scan(&unit, &i.Key, &i.Carrier, &names, &i.Confidence); err != nil {
			return err
		}
		i.Group = unit
		all[unit] = append(all[unit], i)
		return json.Unmarshal([]byte(names), &all[unit][len(all[unit])-1].Names)
	})
	return all, err
}

// list returns names as the JSON list that a query takes apart.
func list(names []string) string {
	b, err := json.Marshal(names)
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	return string(b)
}
