package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
)

// The scores of a search, best first.
const (
	scoreNumber = 1.0 // the text numbers the document
	scoreTitle  = 0.9 // it is the title or name, with or without diacritics
	scorePlain  = 0.7 // all its words occur, diacritics and all
	scoreFolded = 0.5 // all its words occur when diacritics are left aside
)

// maxWords bounds what a search looks for.
const maxWords = 32

// A hit is a document or an instrument that a search has found.
type hit struct {
	node  Node
	score float64
}

// Search answers with the documents and instruments that a text names, best
// first: by number, by title or name, by words; then by key.
func Search(ctx context.Context, r Reader, q Query, c Cut) (*Answer, error) {
	hits, err := search(ctx, r, q)
	if err != nil {
		return nil, err
	}
	a := &Answer{Question: "search", Key: q.Text}
	hits, a.Truncated = cut(hits, c)
	var docs []*Document
	var scores []float64
	var instruments []NodeRef
	for _, h := range hits {
		if d, ok := h.node.(*Document); ok {
			docs, scores = append(docs, d), append(scores, h.score)
		} else {
			instruments = append(instruments, h.node.Ref())
		}
	}
	if a.Documents, err = documentViews(ctx, r, docs); err != nil {
		return nil, err
	}
	for i := range a.Documents {
		a.Documents[i].Score = scores[i]
	}
	a.Instruments, err = instrumentViews(ctx, r, instruments)
	sortLike(a.Instruments, instruments)
	return a, err
}

// sortLike puts views into the order of the references.
func sortLike(views []InstrumentView, refs []NodeRef) {
	place := make(map[string]int)
	for i, ref := range refs {
		place[ref.ID] = i
	}
	slices.SortFunc(views, func(a, b InstrumentView) int {
		return cmp.Compare(place[a.Key], place[b.Key])
	})
}

func search(ctx context.Context, r Reader, q Query) ([]hit, error) {
	best := make(map[NodeRef]hit)
	docs, err := r.Fitting(ctx, q.Patterns)
	if err != nil {
		return nil, err
	}
	for _, d := range docs {
		best[d.Ref()] = hit{d, scoreNumber}
	}
	nodes, err := r.Holding(ctx, q.distinctWords())
	if err != nil {
		return nil, err
	}
	m := q.matcher()
	for _, n := range nodes {
		if _, ok := best[n.Ref()]; !ok {
			best[n.Ref()] = hit{n, m.score(n)}
		}
	}
	return ranked(best), nil
}

func ranked(best map[NodeRef]hit) []hit {
	hits := make([]hit, 0, len(best))
	for _, h := range best {
		hits = append(hits, h)
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score),
			strings.Compare(a.node.Ref().ID, b.node.Ref().ID),
			CompareNodes(a.node.Ref(), b.node.Ref()))
	})
	return hits
}

// distinctWords returns the folded words of the text, each once, in order.
func (q Query) distinctWords() []string {
	words := q.words(q.Text)
	slices.Sort(words)
	words = slices.Compact(words)
	return words[:min(maxWords, len(words))]
}

// A matcher compares names with the text of a query.
type matcher struct {
	q       Query
	folded  string   // its folded words
	letters int      // how many letters and digits they have
	plain   []string // its words with diacritics
}

func (q Query) matcher() matcher {
	words := q.words(q.Text)
	return matcher{
		q: q, folded: strings.Join(words, " "), letters: len(strings.Join(words, "")),
		plain: q.plainWords(q.Text),
	}
}

func (m matcher) score(n Node) float64 {
	if slices.ContainsFunc(namesOf(n), m.is) {
		return scoreTitle
	}
	if m.occurs(textOf(n)) {
		return scorePlain
	}
	return scoreFolded
}

// is reports whether a name is the text, apart from case and diacritics.
func (m matcher) is(name string) bool {
	return m.folded != "" && !m.exceeded(name) && strings.Join(m.q.words(name), " ") == m.folded
}

// exceeded reports whether a name has more letters than the text, seen from
// those that folding leaves alone. It spares the folding of most names.
func (m matcher) exceeded(name string) bool {
	n := 0
	for i := range len(name) {
		if c := name[i]; isWord(c) || 'A' <= c && c <= 'Z' {
			n++
		}
	}
	return n > m.letters
}

// occurs reports whether all words of the text occur with their diacritics.
func (m matcher) occurs(text string) bool {
	held := m.q.plainWords(text)
	for _, w := range m.plain {
		if !slices.Contains(held, w) {
			return false
		}
	}
	return true
}

// plainWords returns the words of a text with their diacritics.
func (q Query) plainWords(text string) []string {
	if q.Plain == nil {
		text = strings.ToLower(text)
	} else {
		text = q.Plain(text)
	}
	return strings.FieldsFunc(text, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsNumber(c) && !unicode.IsMark(c)
	})
}

// namesOf returns what a document or an instrument is called.
func namesOf(n Node) []string {
	switch n := n.(type) {
	case *Document:
		return []string{n.Title, n.Type + " " + n.Title, n.Symbol, n.Type + " " + n.Symbol}
	case *Instrument:
		return append([]string{n.Name}, n.Aliases...)
	}
	return nil
}

// textOf returns all words of these names.
func textOf(n Node) string {
	if d, ok := n.(*Document); ok {
		return d.Symbol + " " + d.Type + " " + d.Title
	}
	return strings.Join(namesOf(n), " ")
}
