package number

import (
	"slices"
	"strings"
	"sync"

	"vnlex/extractors/normalize"
)

// typedTypes maps folded type words and abbreviations to slugs: "nghi dinh", "nd".
var typedTypes = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	enter := func(word, slug string) {
		if _, taken := m[word]; !taken {
			m[word] = slug
		}
	}
	for _, t := range types().all {
		if t.Family != "standard" && t.Family != "instrument" {
			enter(normalize.Fold(t.Name), t.Slug)
		}
	}
	for short, i := range types().short {
		enter(normalize.Fold(short), types().all[i].Slug)
	}
	return m
})

// typedCodes maps the codes in symbols, folded, to the slugs they may mean.
var typedCodes = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for code, i := range types().codes {
		folded := normalize.Fold(code)
		if t := types().all[i]; !slices.Contains(m[folded], t.Slug) && t.Family != "standard" {
			m[folded] = append(m[folded], t.Slug)
		}
	}
	for code, slug := range partyTypes {
		folded := strings.ToLower(normalize.Fold(code))
		if !slices.Contains(m[folded], slug) {
			m[folded] = append(m[folded], slug)
		}
	}
	for _, slugs := range m {
		slices.SortFunc(slugs, byTable)
	}
	return m
})

// byTable orders types as the table does, the commoner first.
func byTable(a, b string) int { return types().slugs[a] - types().slugs[b] }
