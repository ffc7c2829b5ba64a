package agency

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed successions.csv
var successionsCSV string

// Successions returns who followed whom, by From, then To. The people's committees and
// councils of provinces that were merged are among them. It is not to be changed.
func Successions() []Succession { return successions() }

var successions = sync.OnceValue(func() []Succession {
	var all []Succession
	for _, r := range rows(successionsCSV) {
		all = append(all, Succession{node(r[0]), node(r[1]), r[2], r[3], r[4]})
	}
	for _, p := range provinces().all {
		all = append(all, p.successions()...)
	}
	slices.SortFunc(all, func(a, b Succession) int {
		if c := strings.Compare(a.From, b.From); c != 0 {
			return c
		}
		return strings.Compare(a.To, b.To)
	})
	return all
})

// node returns the code of a node for a code of the table; "BNV*" keeps its star.
func node(code string) string { return KeyOf(code) }

// successions returns those of the bodies of p, which another province took over.
func (p province) successions() []Succession {
	if p.on == "" {
		return nil
	}
	to, kind := p.into, "merge"
	if p.on == merger {
		to += reborn
	}
	if p.Slug == "thua-thien-hue" {
		kind = "rename"
	}
	var out []Succession
	for _, body := range []string{"hdnd@", "ubnd@"} {
		out = append(out, Succession{body + p.Slug, body + to, p.on, kind, "whole"})
	}
	return out
}

// Component returns the codes of nodes that successions join with the given one, in any
// number of steps and either direction, the code itself included, sorted.
func Component(code string) []string {
	if c, ok := components()[code]; ok {
		return slices.Clone(c)
	}
	return []string{code}
}

var components = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, s := range successions() {
		joined := append(member(out, s.From), member(out, s.To)...)
		slices.Sort(joined)
		joined = slices.Compact(joined)
		for _, code := range joined {
			out[code] = joined
		}
	}
	return out
})

func member(of map[string][]string, code string) []string {
	if c, ok := of[code]; ok {
		return slices.Clone(c)
	}
	return []string{code}
}
