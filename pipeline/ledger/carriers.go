package ledger

import (
	"encoding/json"

	"vnlex/pipeline/resolve"
)

// carriers resolves which instruments documents carry, under which keys.
func (w *work) carriers() error {
	loaded, err := w.claims("load_carrier", sources{})
	if err != nil {
		return err
	}
	for i := range w.units {
		t := &w.units[i]
		u := loaded[t.key]
		if u == nil {
			u = &unitClaims{}
		}
		carried, all := resolve.Carried(t.key, u.claims)
		if err := w.emit(t, newRows(nil, nil, carriedEntries(carried)...)); err != nil {
			return err
		}
		for _, a := range all {
			if err := w.move(a, u.assigned[place{a.Page, a.Local}]); err != nil {
				return err
			}
		}
	}
	return nil
}

// carriedValue is what table carried holds of an instrument beside its key.
type carriedValue struct {
	Owner      string
	Group      string
	Names      []string
	Confidence float64
}

func carriedEntries(all []resolve.Instrument) []entry {
	var out []entry
	for _, i := range all {
		v, err := json.Marshal(carriedValue{i.Carrier, i.Group, i.Names, i.Confidence})
		if err != nil {
			panic("unreachable: " + err.Error())
		}
		out = append(out, entry{tagCarried, i.Key, string(v)})
	}
	return out
}

func readCarried(s string) carriedValue {
	var v carriedValue
	_ = json.Unmarshal([]byte(s), &v) // written by carriedEntries
	return v
}

func (w *work) putCarried(e entry, isNew bool) error {
	v := readCarried(e.value)
	names, err := json.Marshal(v.Names)
	if err != nil {
		return err
	}
	if err := w.write("carried", e.key, v.Owner, v.Group, string(names),
		v.Confidence); err != nil {
		return err
	}
	if err := w.mark(blockUnit(v.Group)); err != nil || isNew {
		return err
	}
	return w.touch(v.Owner)
}

func (w *work) dropCarried(e entry) error {
	if err := w.mark(blockUnit(readCarried(e.value).Group)); err != nil {
		return err
	}
	return w.exec("drop_carried", e.key)
}

// names resolves which instruments are meant by names without a carrier.
func (w *work) names() error {
	loaded, err := w.claims("load_block", sources{})
	if err != nil {
		return err
	}
	carried, err := w.carried()
	if err != nil {
		return err
	}
	for i := range w.units {
		t := &w.units[i]
		u := loaded[t.key]
		if u == nil {
			continue
		}
		for _, a := range resolve.Names(u.claims, carried[t.key]) {
			if err := w.move(a, u.assigned[place{a.Page, a.Local}]); err != nil {
				return err
			}
		}
	}
	return nil
}
