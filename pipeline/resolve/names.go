package resolve

import (
	"cmp"
	"maps"
	"slices"
)

// Names joins names without a carrier to the one carried instrument that matches:
// same kind, period and horizon (one group), the same places, agencies and numbers
// named, and nearly the same words. Where two or more match, or none, the name keeps
// a node of its own; such names are never joined to each other, save by equal slug.
// (spec section 1.7)
func Names(claims []Claim, carried []Instrument) []Assignment {
	index := newNameIndex(carried)
	byLocal := map[string][]*Claim{}
	for i := range claims {
		byLocal[claims[i].Subject] = append(byLocal[claims[i].Subject], &claims[i])
	}
	var out []Assignment
	for _, local := range slices.Sorted(maps.Keys(byLocal)) {
		key, owner := local, local
		if i := index.match(namesIn(byLocal[local])); i != nil {
			key, owner = i.Key, i.Carrier
		}
		for _, c := range byLocal[local] {
			out = append(out, Assignment{c.Page, local, key, owner})
		}
	}
	return onePerKey(out)
}

func namesIn(claims []*Claim) []string {
	seen := map[string]bool{}
	for _, c := range claims {
		seen[decode[instrumentValue](c.Value).Name] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

// similarName is from where on two names are taken to name one instrument.
const similarName = 0.85

// A nameIndex finds carried instruments by the words of their names.
type nameIndex struct {
	names []indexedName
	at    map[string][]int // word → names
}

type indexedName struct {
	*Instrument
	features
}

func newNameIndex(carried []Instrument) *nameIndex {
	x := &nameIndex{at: map[string][]int{}}
	for i := range carried {
		for _, name := range carried[i].Names {
			f := featuresOf(name)
			for w := range f.words {
				x.at[w] = append(x.at[w], len(x.names))
			}
			x.names = append(x.names, indexedName{&carried[i], f})
		}
	}
	return x
}

// match returns the only instrument that one of the names matches.
func (x *nameIndex) match(names []string) *Instrument {
	var found *Instrument
	for _, name := range names {
		f := featuresOf(name)
		for _, i := range x.candidates(f) {
			c := x.names[i]
			if !c.same(f) || found != nil && found.Key == c.Key {
				continue
			}
			if found != nil {
				return nil
			}
			found = c.Instrument
		}
	}
	return found
}

// candidates returns the names that could be similar enough. Such a name shares all
// but a few words, so it shares one of any few and one more: the rarest are looked up.
func (x *nameIndex) candidates(f features) []int {
	all := slices.SortedFunc(maps.Keys(f.words), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(x.at[a]), len(x.at[b])), cmp.Compare(a, b))
	})
	may := len(all) - int(similarName*float64(len(all)))
	var out []int
	for _, w := range all[:min(may+1, len(all))] {
		out = append(out, x.at[w]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
