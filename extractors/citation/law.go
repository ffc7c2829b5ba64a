package citation

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/lexicon"
	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
)

// A Law is a law, code or ordinance known by its name.
type Law struct {
	number.Number
	Name      string
	Passed    string // ISO day; empty when not known
	Effective string
	asked     bool // answers only what a person asks, not what a page names (see resolve)
}

//go:embed laws.csv
var lawsCSV string

// names holds names of laws that are cited by name; they only tell where a name ends.
//
//go:embed names.txt
var lawNames string

type lawTable struct {
	names *lexicon.Lexicon // what stands behind "Luật", "Bộ luật", "Pháp lệnh" → index of byName
	name  [][]Law          // by index; none for a name without number
	nums  map[string]Law   // by canonical symbol
	plain map[string]int   // the same without diacritics, for what people type
	whole map[string]int   // match key of a whole name without type word → index
}

var laws = sync.OnceValue(func() *lawTable {
	rows, err := csv.NewReader(strings.NewReader(lawsCSV)).ReadAll()
	if err != nil {
		panic("unreachable: embedded table: " + err.Error())
	}
	t := &lawTable{names: lexicon.NewLoose(), nums: map[string]Law{}, whole: map[string]int{},
		plain: map[string]int{}}
	for _, r := range rows[1:] {
		t.add(r)
	}
	for n := range strings.Lines(lawNames) {
		name, short, _ := strings.Cut(strings.TrimSpace(n), " = ")
		i := t.entry(bare(name))
		if short != "" {
			t.names.Add(bare(short), i)
		}
	}
	return t
})

// add takes a line: number, type, name, passed, effective, asked.
func (t *lawTable) add(r []string) {
	n := number.Extract(extractors.Plain(r[0]))[0].Value
	n.Type = r[1]
	law := Law{n, r[2], r[3], r[4], r[5] != ""}
	i := t.entry(bare(r[2]))
	t.name[i] = append(t.name[i], law)
	t.nums[r[0]] = law
}

// entry returns the index of a name without its type word.
func (t *lawTable) entry(name string) int {
	if i, end, ok := t.names.At(name, 0); ok && end == len(name) {
		return i
	}
	t.names.Add(name, len(t.name))
	t.whole[normalize.Key(name)] = len(t.name)
	t.plain[normalize.Fold(name)] = len(t.name)
	t.name = append(t.name, nil)
	return len(t.name) - 1
}

// typeWords begin the names of laws.
var typeWords = []string{"Bộ luật ", "Luật ", "Pháp lệnh "}

// bare returns the name of a law without its type word.
func bare(name string) string {
	for _, w := range typeWords {
		if len(name) > len(w) && strings.EqualFold(name[:len(w)], w) {
			return name[len(w):]
		}
	}
	return name
}

// LawByName returns the laws of the given name, with its type word, that fit when: a day
// or a year in ISO form, or empty for all. Case, tone style, commas, hyphens and "và" do not
// count. Two laws may share name and year: then only the day tells them apart.
func LawByName(name, when string) []Law {
	w, ok := number.NextWord(name, 0)
	if !ok || w.Start != 0 {
		return nil
	}
	rest := strings.TrimSpace(name[w.End:])
	i, end, ok := laws().names.At(rest, 0)
	if !ok || end != len(rest) {
		return nil
	}
	return fitting(laws().ofType(i, w.Type.Slug), when)
}

// amending returns the index of the whole name of a law that amends others; -1: unknown.
func (t *lawTable) amending(name string) int {
	if i, ok := t.whole[normalize.Key(bare(name))]; ok {
		return i
	}
	return -1
}

// ofType returns the laws of name i; a code may be called a law.
func (t *lawTable) ofType(i int, slug string) []Law {
	return filter(t.name[i], func(l *Law) bool {
		return l.Type == slug || l.Type != "phap-lenh" && slug != "phap-lenh"
	})
}

// filter returns the laws that are kept, a part of all where they stand together.
func filter(all []Law, keep func(*Law) bool) []Law {
	from := 0
	for from < len(all) && !keep(&all[from]) {
		from++
	}
	end := from
	for end < len(all) && keep(&all[end]) {
		end++
	}
	out := all[from:end:end]
	for i := end; i < len(all); i++ {
		if keep(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}

// fitting keeps the laws passed, or else in force, on a day, or of a year.
func fitting(all []Law, when string) []Law {
	if when == "" {
		return all
	}
	out := filter(all, func(l *Law) bool { return l.fits(when) })
	if len(out) == 0 && len(when) == len("2006-01-02") {
		return fitting(all, when[:4])
	}
	return out
}

func (l *Law) fits(when string) bool {
	if len(when) == len("2006-01-02") {
		return l.Passed == when || l.Effective == when
	}
	return len(when) >= 4 && when[:4] == l.year()
}

func (l Law) year() string { return strings.Split(l.Printed, "/")[1] }

// ParseLaw reads the name of a law as a person types it, with or without year or date, with
// or without diacritics: "Luật Đất đai 2024", "luat dat dai".
func ParseLaw(s string) []Law {
	w, ok := number.NextWord(s, 0)
	if !ok || w.Start != 0 || len(s) > amendingMax {
		return nil
	}
	name, when := cutDate(s[w.End:])
	i, end, ok := laws().names.At(name, 0)
	if !ok || end != len(name) {
		if i, ok = laws().plain[normalize.Fold(name)]; !ok {
			return nil
		}
	}
	return slices.Clone(fitting(laws().ofType(i, w.Type.Slug), when))
}

// cutDate takes a date or year off the end of a name.
func cutDate(s string) (name, when string) {
	for i := range s {
		if s[i] != ' ' {
			continue
		}
		if d, end, ok := date.At(s, i); ok && end == len(s) && d.Precision >= date.Year {
			return strings.TrimSpace(s[:i]), day(d)
		}
		if yearAt(s, i+1) && i+5 == len(s) {
			return strings.TrimSpace(strings.TrimSuffix(s[:i], " nam")), s[i+1:]
		}
	}
	return strings.TrimSpace(s), ""
}
