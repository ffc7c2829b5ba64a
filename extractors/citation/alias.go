package citation

import (
	"sort"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/number"
)

// An Alias is a short name that a text gives to what it has just named: "(sau đây gọi tắt
// là Chiến lược)", "(Chương trình)". Its scope is the rest of the text.
type Alias struct {
	Name string // "Chiến lược", without quotes
	Type string // slug of its first word, if that is a type word
	Of   int    // index of the nearest citation before it in the sentence; -1: none
	At   int    // of the bracket or comma before which what it names ends
}

// Aliases returns the short names that t defines; ms are its citations. What an alias names may
// also be an instrument that stands nearer than the citation.
func Aliases(t extractors.Text, ms []Mention) []extractors.Mention[Alias] {
	var out []extractors.Mention[Alias]
	s := t.Norm
	for i := 0; ; {
		j := strings.IndexAny(s[i:], "(,")
		if j < 0 {
			return out
		}
		at := i + j
		i = at + 1
		start, end, ok := aliasAt(s, at)
		if !ok {
			continue
		}
		a := Alias{Name: oneLine(strings.Trim(s[start:end], quotes)), At: at, Of: before(s, ms, at)}
		w, ok := number.NextWord(s, start)
		if ok && w.End <= end && strings.Trim(s[start:w.Start], quotes) == "" {
			a.Type = w.Type.Slug
		}
		if a.Name != "" {
			out = append(out, extractors.Mention[Alias]{Span: span(start, end), Value: a})
			i = end
		}
	}
}

// quotes may stand around a short name.
const quotes = " “”\"'*"

// aliasAt reads the alias behind the bracket or comma at i and returns its place.
func aliasAt(s string, i int) (start, end int, ok bool) {
	at, called := callAt(s, i+1)
	if !called {
		if s[i] != '(' {
			return 0, 0, false
		}
		return wholeWord(s, i+1)
	}
	end = at
	for end < len(s) && end-at < aliasMax && !strings.ContainsRune(").;,\n(", rune(s[end])) {
		end++
	}
	if end < len(s) && s[end] == '\n' && s[i] == '(' { // the line breaks inside the alias
		if j := strings.IndexByte(s[end:min(len(s), end+aliasMax)], ')'); j >= 0 {
			end += j
		}
	}
	return at, end, end > at && end-at < aliasMax
}

// aliasMax is more than the bytes of any short name.
const aliasMax = 120

// callAt passes "sau đây gọi tắt là" at i.
func callAt(s string, i int) (int, bool) {
	at := i
	for _, step := range callSteps {
		at = afterBlank(s, at)
		found := ""
		for _, w := range step.words {
			if len(w) > len(found) && wordIs(s, at, w) {
				found = w
			}
		}
		if found == "" && !step.optional {
			return i, false
		}
		at += len(found)
	}
	return afterBlank(s, at), true
}

// wordIs reports whether the words w stand at i, in any letter case.
func wordIs(s string, i int, w string) bool {
	end := i + len(w)
	return len(s) >= end && strings.EqualFold(s[i:end], w) && !letterAt(s, end)
}

var callSteps = []struct {
	words    []string
	optional bool
}{
	{[]string{"sau đây", "dưới đây", "từ đây", "từ sau đây"}, true},
	{[]string{"được"}, true},
	{[]string{"gọi tắt", "gọi chung", "viết tắt", "gọi tắt chung", "sau đây gọi", "gọi là",
		"viết là"}, false},
	{[]string{"là", "thành", "chung là"}, true},
}

// wholeWord reads a bracket that holds one type word and nothing else: (Chương trình).
func wholeWord(s string, i int) (start, end int, ok bool) {
	if !initial(s, i) {
		return 0, 0, false
	}
	w, found := number.NextWord(s[:min(len(s), i+aliasMax)], i)
	if !found || w.Start != i || w.Short || w.End >= len(s) || s[w.End] != ')' {
		return 0, 0, false
	}
	return w.Start, w.End, true
}

// before returns the index of the last citation that ends at most at byte i, in the same
// sentence; -1: there is none.
func before(s string, ms []Mention, i int) int {
	found := sort.Search(len(ms), func(j int) bool { return ms[j].Span.Start >= i }) - 1
	for found >= 0 && ms[found].Span.End > i {
		found--
	}
	if found < 0 || i-ms[found].Span.End > titleMax {
		return -1
	}
	end := ms[found].Span.End
	if lastStop(s, end, i) > end && strings.ContainsAny(s[end:i], ";\n|.") {
		return -1
	}
	return found
}
