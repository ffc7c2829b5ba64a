package neo4j

import (
	"context"
	"errors"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
)

// Holding returns the documents and instruments whose search text holds every
// word. The full-text index parts text its own way, so it is asked for terms
// that contain the words, which misses none, and graph.Holds decides.
func (s *Store) Holding(ctx context.Context, words []string) ([]graph.Node, error) {
	terms := make([]string, 0, len(words))
	for _, w := range words {
		if ws := graph.Words(w); len(ws) != 1 || ws[0] != w {
			return nil, nil // no text holds what is not a word
		}
		terms = append(terms, "+*"+w+"*")
	}
	if len(terms) == 0 {
		return nil, nil
	}
	query := union([]string{
		statement("holding", "__index__", "vnlex_document_search", "__Label__", string(graph.LabelDocument)),
		statement("holding", "__index__", "vnlex_instrument_search", "__Label__", string(graph.LabelInstrument)),
	})
	nodes, err := s.nodes(ctx, query, row{"query": strings.Join(terms, " ")})
	return slices.DeleteFunc(nodes, func(n graph.Node) bool {
		return !graph.Holds(searchText(n), words)
	}), s.unprepared(err)
}

func searchText(n graph.Node) string {
	switch n := n.(type) {
	case *graph.Document:
		return n.Search
	case *graph.Instrument:
		return n.Search
	}
	return ""
}

// Aliased returns the documents that carry one of the keys as an alias.
func (s *Store) Aliased(ctx context.Context, keys []string) ([]*graph.Document, error) {
	var terms []string
	for _, key := range keys {
		if key != "" {
			terms = append(terms, quoted(key))
		}
	}
	if len(terms) == 0 {
		return nil, nil
	}
	query := statement("holding", "__index__", "vnlex_document_aliases",
		"__Label__", string(graph.LabelDocument))
	docs, err := s.documents(ctx, query, row{"query": strings.Join(terms, " OR ")})
	return slices.DeleteFunc(docs, func(d *graph.Document) bool {
		return !slices.ContainsFunc(d.Aliases, func(a string) bool { return slices.Contains(keys, a) })
	}), s.unprepared(err)
}

// quoted makes one term of Lucene's syntax of any text.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// Fitting returns the documents whose key fits one of the patterns.
func (s *Store) Fitting(ctx context.Context, patterns []graph.Pattern) ([]*graph.Document, error) {
	var texts []string
	for _, p := range patterns {
		texts = append(texts, ":"+p.Number)
	}
	slices.Sort(texts)
	texts = slices.Compact(texts)
	if len(texts) == 0 {
		return nil, nil
	}
	docs, err := s.documents(ctx, statement("fitting"), row{"texts": texts})
	return slices.DeleteFunc(docs, func(d *graph.Document) bool {
		return !slices.ContainsFunc(patterns, func(p graph.Pattern) bool { return p.Fits(d.Key) })
	}), err
}

func (s *Store) documents(ctx context.Context, query string, params row) ([]*graph.Document, error) {
	nodes, err := s.nodes(ctx, query, params)
	docs := make([]*graph.Document, 0, len(nodes))
	for _, n := range nodes {
		if d, ok := n.(*graph.Document); ok {
			docs = append(docs, d)
		}
	}
	return docs, err
}

// Uncarried returns the documents that no page carries and that another
// document cites, implements or amends, or a page names; by key.
func (s *Store) Uncarried(ctx context.Context) ([]graph.Uncarried, error) {
	var found []graph.Uncarried
	err := s.read(ctx, func(ctx context.Context, tx transaction) error {
		found = found[:0]
		return tx.each(ctx, statement("uncarried"), nil, func(r *driver.Record) error {
			key, _ := r.Values[0].(string)
			documents, _ := r.Values[1].(int64)
			pages, _ := r.Values[2].(int64)
			found = append(found, graph.Uncarried{Key: key, Documents: int(documents), Pages: int(pages)})
			return nil
		})
	})
	return found, err
}

// unprepared tells a missing index apart from other failures: no sync has
// prepared this database.
func (s *Store) unprepared(err error) error {
	var said *driver.Neo4jError
	if errors.As(last(err), &said) && strings.Contains(said.Msg, "no such fulltext schema index") {
		return &Error{Kind: NotSynced, Op: "search", Address: s.address.String(),
			Err: errors.New("the database holds no graph of vnlex")}
	}
	return err
}
