package agency

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"

	"vnlex/extractors/lexicon"
)

//go:embed agencies.csv
var agenciesCSV string

// A table holds the agencies by code, by key and by name.
type table struct {
	all    []Agency
	codes  map[string]Issuer // by printed code or variant
	keys   map[string]int    // index by key, variants included
	names  *lexicon.Lexicon  // name → index
	short  *lexicon.Lexicon  // name of a ministry without "Bộ" → index
	prints map[string]string // code in capitals → as symbols print it
	joined map[string]bool   // beginnings of codes that hold a hyphen
}

var agencies = sync.OnceValue(func() *table {
	t := &table{codes: map[string]Issuer{}, keys: map[string]int{}, names: lexicon.NewLoose(),
		short: lexicon.NewLoose(), prints: map[string]string{}, joined: map[string]bool{}}
	for _, r := range rows(agenciesCSV) {
		t.add(r)
	}
	t.addOffices()
	return t
})

// rows returns the lines of an embedded table without its head.
func rows(text string) [][]string {
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		panic("unreachable: embedded table: " + err.Error())
	}
	return all[1:]
}

// add takes a line: code, variants, name, names, kind, from, to.
func (t *table) add(r []string) {
	a := Agency{Code: r[0], Key: KeyOf(r[0]), Name: r[2], Kind: r[4], From: r[5], To: r[6]}
	i := len(t.all)
	t.all = append(t.all, a)
	t.code(a.Code, i)
	for _, v := range list(r[1]) {
		t.code(v, i)
	}
	if strings.HasSuffix(a.Kind, "head") {
		return // prose names the post and the body
	}
	t.names.Add(a.Name, i)
	for _, n := range list(r[3]) {
		t.names.Add(n, i)
	}
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// code enters a code with the spellings that symbols print for it: capitals alone, and,
// from three letters on, without diacritics (spec 1.10).
func (t *table) code(code string, i int) {
	shown := Alias(code)
	if KeyOf(shown) == KeyOf(t.all[i].Code) {
		shown = t.all[i].Code
	}
	is := Issuer{Code: shown, Key: KeyOf(shown), Known: true, Local: t.all[i].Local(),
		list: []string{shown}}
	bare := ascii(code)
	for _, c := range []string{code, strings.ToUpper(code), bare, strings.ToUpper(bare)} {
		if _, taken := t.codes[c]; !taken && (c == code || len(c) > 2) {
			t.codes[c] = is
		}
	}
	for _, c := range []string{strings.ToUpper(code), strings.ToUpper(bare)} {
		if _, taken := t.prints[c]; !taken && (c == strings.ToUpper(code) || len(c) > 2) {
			t.prints[c] = code
		}
	}
	if head, _, ok := strings.Cut(code, "-"); ok {
		t.joined[head] = true
	}
	if _, taken := t.keys[is.Key]; !taken {
		t.keys[is.Key] = i
	}
	if _, taken := t.keys[KeyOf(code)]; !taken && Alias(code) == code {
		t.keys[KeyOf(code)] = i
	}
}
