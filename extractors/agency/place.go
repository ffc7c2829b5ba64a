package agency

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"vnlex/extractors"
	"vnlex/extractors/lexicon"
	"vnlex/extractors/normalize"
)

//go:embed provinces.csv
var provincesCSV string

// merger is the day on which 52 provinces became 23 (Resolution 202/2025/QH15); a body
// of one of the 23 has the mark reborn behind its place from then on.
const (
	merger = "2025-07-01"
	reborn = "~2025"
)

type province struct {
	Place
	kind string // tỉnh, thành phố
	into string // slug of the province that took it over
	on   string
}

// full returns the name as that of an authority has it: "tỉnh Cà Mau".
func (p province) full() string { return p.kind + " " + p.Name }

type provinceTable struct {
	all   []province
	slugs map[string]int
	names *lexicon.Lexicon // with and without "tỉnh", "thành phố"
	seats *lexicon.Lexicon
	taken map[string]bool // slugs of provinces that took others over at the merger
}

var provinces = sync.OnceValue(func() *provinceTable {
	t := &provinceTable{slugs: map[string]int{}, names: lexicon.NewLoose(),
		seats: lexicon.NewLoose(), taken: map[string]bool{}}
	for _, r := range rows(provincesCSV) {
		t.add(r)
	}
	return t
})

// add takes a line: name, kind, names, seats, into, on.
func (t *provinceTable) add(r []string) {
	i := len(t.all)
	p := province{Place{r[0], normalize.Slug(r[0])}, r[1], normalize.Slug(r[4]), r[5]}
	t.all = append(t.all, p)
	t.slugs[p.Slug] = i
	if p.on == merger {
		t.taken[p.into] = true
	}
	for _, n := range append(list(r[2]), p.Name) {
		t.names.Add(n, i)
		for _, head := range []string{"tỉnh ", "thành phố ", "TP ", "TP. "} {
			t.names.Add(head+n, i)
		}
	}
	towns := list(r[3])
	if p.kind == "thành phố" {
		towns = append(append(towns, p.Name), list(r[2])...)
	}
	for _, town := range towns {
		t.seats.Add(town, i)
		t.seats.Add("TP. "+town, i)
		t.seats.Add("thành phố "+town, i)
	}
}

// Province returns the province of the given name, with or without "tỉnh" or "thành phố".
func Province(name string) (Place, bool) { return only(provinces().names, name) }

// Seat returns the province in whose date lines the given town stands.
func Seat(town string) (Place, bool) { return only(provinces().seats, town) }

func only(l *lexicon.Lexicon, name string) (Place, bool) {
	name = strings.TrimSpace(name)
	i, end, ok := l.At(name, 0)
	if !ok || end != len(name) {
		return Place{}, false
	}
	return provinces().all[i].Place, true
}

// Provinces returns the provinces that t names with "tỉnh" or "thành phố".
func Provinces(t extractors.Text) []extractors.Mention[Place] {
	var out []extractors.Mention[Place]
	s := t.Norm
	for i := 0; ; {
		h, ok := provinces().names.Next(s, i)
		if !ok {
			return out
		}
		i = h.End
		p := provinces().all[h.Value]
		if upperWord(s, h.Start, h.End) && headed.MatchString(s[h.Start:h.End]) {
			at := extractors.Span{Start: h.Start, End: h.End}
			out = append(out, extractors.Mention[Place]{Span: at, Value: p.Place})
		}
	}
}

// headed matches the name of a province with its kind before it.
var headed = regexp.MustCompile(`^(?:[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|T[Pp]\.?)[ \n]`)

// BySlug returns the place with the given slug of a key. The name of a district is not
// kept by its slug: its province stands for it.
func BySlug(s string) (Place, bool) {
	s = strings.TrimSuffix(s, reborn)
	_, prov, district := strings.Cut(s, ".")
	if !district {
		prov = s
	}
	i, ok := provinces().slugs[prov]
	if !ok {
		return Place{Slug: s}, false
	}
	return Place{provinces().all[i].Name, s}, true
}

// renamed is the year in which the province of Thừa Thiên Huế became the city of Huế.
const renamed = 2025

// Then returns the place under the name that it had in a year; 0: not known. (spec 1.9)
func Then(p Place, year int) Place {
	if p.Slug == "hue" && year > 0 && year < renamed {
		old, _ := BySlug("thua-thien-hue")
		return old
	}
	return p
}

// placeAt adds the mark of a body that began with the merger to its place.
func placeAt(root, place, issued string) string {
	if strings.HasSuffix(place, reborn) || !twice(root) ||
		!provinces().taken[place] || issued < merger[:len("2025-07")] {
		return place
	}
	return place + reborn
}
