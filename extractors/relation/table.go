package relation

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"
	"sync"

	"vnlex/extractors/sentence"
)

// A Trigger is a row of the table of triggers: words that state a relation.
type Trigger struct {
	ID         string
	Kind       string
	Family     string
	Voice      string // ground, active, passive, force, scope, head, cue, default, never, draft
	Subject    string // who acts: this, left, plan, ownplan, item, list, base, part, amender
	Object     string // what is acted upon: document, part, instrument, far, joined by bars
	Confidence float64
	Example    string
}

//go:embed triggers.csv
var triggersCSV string

// A verb is what the rows with the same words have in common.
type verb struct {
	rows []*Trigger
}

// row returns the row of v for a voice and a subject; the first of that voice
// when there is none for the subject; nil when v has no such voice.
func (v *verb) row(voice, subject string) *Trigger {
	var first *Trigger
	for _, t := range v.rows {
		if t.Voice == voice && t.Subject == subject {
			return t
		}
		if t.Voice == voice && first == nil {
			first = t
		}
	}
	return first
}

// kind returns the kind of the first row.
func (v *verb) kind() string { return v.rows[0].Kind }

func (v *verb) family() string { return v.rows[0].Family }

func (v *verb) has(voice string) bool { return v.row(voice, "") != nil }

// A table holds all triggers over one vocabulary.
type table struct {
	vocab    *sentence.Vocab
	verbs    []verb // verbs[0] is unused
	phrases  *sentence.Phrases
	class    []class // of the words of vocab, by number
	types    *sentence.Phrases
	triggers map[string]*Trigger
}

var triggers = sync.OnceValue(func() *table {
	rows, err := csv.NewReader(strings.NewReader(triggersCSV)).ReadAll()
	if err != nil {
		panic("unreachable: the table of triggers is embedded: " + err.Error())
	}
	v := sentence.NewVocab()
	t := &table{vocab: v, phrases: sentence.NewPhrases(v), verbs: make([]verb, 1),
		types: sentence.NewPhrases(v), triggers: make(map[string]*Trigger)}
	byPhrase := map[string]int{}
	for _, r := range rows[1:] {
		conf, _ := strconv.ParseFloat(r[7], 64)
		tr := &Trigger{ID: r[0], Kind: r[1], Family: r[2], Voice: r[3], Subject: r[4], Object: r[6],
			Confidence: conf, Example: r[8]}
		t.triggers[tr.ID] = tr
		t.add(tr, r[5], byPhrase)
	}
	t.classify()
	t.addTypes()
	return t
})

// add puts a row to the verb with its words; "=T028" names the words of another row.
func (t *table) add(tr *Trigger, phrase string, byPhrase map[string]int) {
	if phrase == "" {
		return
	}
	if !strings.HasPrefix(phrase, "=") {
		byPhrase["="+tr.ID] = len(t.verbs)
		t.verbs = append(t.verbs, verb{})
		for _, p := range expand(phrase) {
			t.phrases.Add(p, len(t.verbs)-1)
		}
		t.verbs[len(t.verbs)-1].rows = []*Trigger{tr}
		return
	}
	i, ok := byPhrase[phrase]
	if !ok {
		panic("unreachable: " + tr.ID + " takes its words from " + phrase + ", which stands below it")
	}
	t.verbs[i].rows = append(t.verbs[i].rows, tr)
}

// expand writes out the alternatives (a|b) and the optional words [a|b] of a
// phrase. Alternatives at the outermost level need no brackets.
func expand(phrase string) []string {
	var out []string
	for _, alt := range splitTop(phrase) {
		out = append(out, expandOne(alt)...)
	}
	return out
}

func expandOne(s string) []string {
	i := strings.IndexAny(s, "([")
	if i < 0 {
		return []string{s}
	}
	j := closing(s, i)
	inner := expand(s[i+1 : j])
	if s[i] == '[' {
		inner = append(inner, "")
	}
	var out []string
	for _, rest := range expandOne(s[j+1:]) {
		for _, in := range inner {
			out = append(out, s[:i]+in+rest)
		}
	}
	return out
}

// splitTop cuts s at the bars outside of brackets.
func splitTop(s string) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '|':
			if depth == 0 {
				out, from = append(out, s[from:i]), i+1
			}
		}
	}
	return append(out, s[from:])
}

// closing returns the place of the bracket that closes the one at i.
func closing(s string, i int) int {
	depth := 0
	for j := i; j < len(s); j++ {
		switch s[j] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	panic("unreachable: a bracket is open in the table of triggers: " + s)
}

// wants reports whether the trigger acts upon objects of a kind.
func (t *Trigger) wants(object string) bool { return strings.Contains(t.Object, object) }

// ByID returns the row of the table with the given id.
func ByID(id string) *Trigger { return triggers().triggers[id] }
