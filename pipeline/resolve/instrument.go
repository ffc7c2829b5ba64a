package resolve

import (
	"maps"
	"slices"
	"strings"

	"vnlex/extractors/normalize"
	"vnlex/graph"
)

// instruments makes the nodes of the instruments that the unit carries, or is.
func (w *relations) instruments() {
	byKey := map[string][]*named{}
	for i := range w.unit.Statements {
		s := &w.unit.Statements[i]
		if s.Kind != KindInstrument || s.From == "" {
			continue
		}
		if s.Object != "" && s.To != w.unit.Key {
			continue
		}
		byKey[s.From] = append(byKey[s.From], newNamed(&s.Claim))
		if s.Object != "" {
			w.carry[s.From] = max(w.carry[s.From], s.Confidence)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		w.nodes = append(w.nodes, instrumentNode(key, byKey[key]))
	}
}

// instrumentNode names an instrument: by the longest name that is tied to its carrier, or,
// where there is none, by the most frequent spelling.
func instrumentNode(key string, all []*named) *graph.Instrument {
	i := &graph.Instrument{Key: key, Kind: all[0].Kind, Name: nameOf(all)}
	i.PeriodFrom = vote(all, i.Name, func(n *named) string { return n.From })
	i.PeriodTo = vote(all, i.Name, func(n *named) string { return n.To })
	i.Horizon = vote(all, i.Name, func(n *named) string { return n.Horizon })
	other := map[string]bool{}
	for _, n := range all {
		other[n.Name] = true
		for _, a := range n.Aliases {
			if !generic(a) {
				other[a] = true
			}
		}
	}
	delete(other, i.Name)
	i.Aliases = slices.Sorted(maps.Keys(other))
	i.Search = normalize.Fold(strings.Join(append([]string{i.Name}, i.Aliases...), " "))
	return i
}

func nameOf(all []*named) string {
	count := map[string]int{}
	best := ""
	for _, n := range all {
		count[n.Name]++
		if n.claim.Object != "" && (best == "" || compareNames(n.Name, best) < 0) {
			best = n.Name
		}
	}
	if best != "" {
		return best
	}
	return mostFrequent(count)
}

// vote returns what most pages tell; those that use the name of the node come first.
func vote(all []*named, name string, of func(*named) string) string {
	own, other := map[string]int{}, map[string]int{}
	for _, n := range all {
		switch v := of(n); {
		case v == "":
		case n.Name == name:
			own[v]++
		default:
			other[v]++
		}
	}
	if len(own) > 0 {
		return mostFrequent(own)
	}
	return mostFrequent(other)
}

// generic reports whether an alias names no instrument apart from its page:
// "Chiến lược", "Kế hoạch hành động".
func generic(alias string) bool {
	for _, w := range words(alias) {
		if !genericWords[w] {
			return false
		}
	}
	return true
}

var genericWords = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields("chien luoc chuong trinh ke hoach de an du quy che dieu le danh muc " +
		"hiep dinh hanh dong quoc gia nay tren do noi neu ve") {
		all[w] = true
	}
	return all
}()
