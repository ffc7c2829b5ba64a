package number

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"

	"vnlex/extractors/lexicon"
	"vnlex/extractors/normalize"
)

// A Type is a type of document (loại văn bản).
type Type struct {
	Slug   string // in keys: "quyet-dinh"
	Code   string // in symbols: "QĐ"; may be empty
	Name   string // "Quyết định"
	Family string // qppl, admin, party, instrument …
}

//go:embed types.csv
var typesCSV string

type typeTable struct {
	all   []Type
	codes map[string]int // by code in symbols
	slugs map[string]int
	words *lexicon.Lexicon // words of prose → index
	forms int              // values from here on are words for forms
	short map[string]int   // abbreviations in prose, letter case as is
}

var types = sync.OnceValue(func() *typeTable {
	rows, err := csv.NewReader(strings.NewReader(typesCSV)).ReadAll()
	if err != nil {
		panic("unreachable: embedded table: " + err.Error())
	}
	t := &typeTable{codes: map[string]int{}, slugs: map[string]int{}, words: lexicon.New(),
		short: map[string]int{}}
	for _, r := range rows[1:] {
		t.add(r)
	}
	t.forms = len(t.all)
	for i, w := range formWords {
		t.words.Add(w, t.forms+i)
	}
	return t
})

// add takes a line: slug, code, codes, name, words, short, family.
func (t *typeTable) add(r []string) {
	i := len(t.all)
	t.all = append(t.all, Type{r[0], r[1], r[3], r[6]})
	t.slugs[r[0]] = i
	for _, c := range append(cells(r[2]), cells(r[1])...) {
		t.codes[c] = i
	}
	for _, w := range append(cells(r[4]), r[3]) {
		t.words.Add(w, i)
		t.words.Add(normalize.Fold(w), i)
	}
	for _, w := range cells(r[5]) {
		t.words.Add(w, i)
		t.short[w] = i
	}
}

func cells(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// TypeBySlug returns the type with the given slug.
func TypeBySlug(slug string) (Type, bool) {
	i, ok := types().slugs[slug]
	if !ok {
		return Type{}, false
	}
	return types().all[i], true
}

// TypeByWord returns the type whose word, abbreviation or code is w: "Nghị định",
// "nghi dinh", "NĐ".
func TypeByWord(w string) (Type, bool) {
	t := types()
	if i, ok := t.codes[w]; ok {
		return t.all[i], true
	}
	h, ok := NextWord(w, 0)
	if !ok || h.Start != 0 || h.End != len(w) {
		return Type{}, false
	}
	return *h.Type, true
}

// A Word is a type word in a text.
type Word struct {
	Start, End int
	Type       *Type // not to be changed
	Short      bool  // an abbreviation: "QĐ"
}

// NextWord returns the first type word of s that begins at byte i, which is not inside a
// word, or later. "Pháp luật" and words for forms are none.
func NextWord(s string, i int) (Word, bool) {
	for {
		w, form, ok := types().next(s, i)
		if !ok || !form {
			return w, ok
		}
		i = w.End
	}
}

// next returns the next type word, or word for a form.
func (t *typeTable) next(s string, i int) (w Word, form, ok bool) {
	for {
		h, ok := t.words.Next(s, i)
		if !ok {
			return Word{}, false, false
		}
		i = h.End
		w := Word{Start: h.Start, End: h.End}
		if h.Value >= t.forms {
			if follows(s, h.Start, "cà ") || follows(s, h.Start, "ca ") {
				continue // Cà Mau
			}
			return w, true, true
		}
		w.Type = &t.all[h.Value]
		printed := s[h.Start:h.End]
		_, w.Short = t.short[printed]
		if w.Short || prose(printed, w.Type) && !follows(s, h.Start, "pháp ") {
			return w, false, true
		}
	}
}

// prose reports whether a match is a word of prose, not an abbreviation in wrong case or a
// part of a word written without diacritics beside others that have them.
func prose(printed string, is *Type) bool {
	return len(printed) > 4 || strings.EqualFold(printed, is.Name) ||
		strings.EqualFold(printed, "luat")
}

// follows reports whether before stands in front of byte i, in any letter case.
func follows(s string, i int, before string) bool {
	return i >= len(before) && strings.EqualFold(s[i-len(before):i], before)
}

// formWords head form codes (mẫu biểu), which look like numbers (spec 1.5).
var formWords = []string{"mẫu", "mẫu số", "mẫu biểu", "biểu", "biểu mẫu", "biểu số", "tờ khai",
	"phụ lục", "bảng kê", "phụ biểu", "mau", "mau so"}
