// Package export writes the whole graph to a file (xuất dữ liệu).
package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"vnlex/graph"
)

// JSONL writes every node and every edge as one line of compact JSON: nodes by
// label and identifier, then edges by type, from, to and kind. The same graph
// gives the same bytes.
func JSONL(ctx context.Context, r graph.Reader, w io.Writer) error {
	lines := newWriter(w)
	for n, err := range r.AllNodes(ctx) {
		if err != nil {
			return fmt.Errorf("export nodes: %w", err)
		}
		if err := lines.node(n); err != nil {
			return fmt.Errorf("export %s %q: %w", n.Ref().Label, n.Ref().ID, err)
		}
	}
	for e, err := range r.AllEdges(ctx) {
		if err != nil {
			return fmt.Errorf("export relations: %w", err)
		}
		if err := lines.edge(e); err != nil {
			return fmt.Errorf("export relation %q to %q: %w", e.From.ID, e.To.ID, err)
		}
	}
	return lines.out.Flush()
}

// A writer makes lines of JSON objects whose keys keep their order.
type writer struct {
	out   *bufio.Writer
	line  bytes.Buffer
	value *json.Encoder // writes into line
}

func newWriter(w io.Writer) *writer {
	lines := &writer{out: bufio.NewWriterSize(w, 1<<16)}
	lines.value = json.NewEncoder(&lines.line)
	lines.value.SetEscapeHTML(false)
	return lines
}

func (w *writer) node(n graph.Node) error {
	ref := n.Ref()
	identity := []graph.Prop{
		{Name: "node", Value: string(ref.Label)},
		{Name: ref.Label.Identifier(), Value: ref.ID},
	}
	return w.object(identity, graph.Props(n))
}

func (w *writer) edge(e *graph.Edge) error {
	identity := []graph.Prop{
		{Name: "edge", Value: string(e.Type)},
		{Name: "from", Value: e.From.ID},
		{Name: "to", Value: e.To.ID},
	}
	if e.Kind != "" {
		identity = append(identity, graph.Prop{Name: "kind", Value: e.Kind})
	}
	return w.object(identity, e.Props())
}

func (w *writer) object(parts ...[]graph.Prop) error {
	w.line.Reset()
	for _, part := range parts {
		for _, p := range part {
			if p.Name == graph.SearchProp {
				continue
			}
			if err := w.prop(p); err != nil {
				return err
			}
		}
	}
	w.line.WriteString("}\n")
	_, err := w.out.Write(w.line.Bytes())
	return err
}

func (w *writer) prop(p graph.Prop) error {
	sep := byte(',')
	if w.line.Len() == 0 {
		sep = '{'
	}
	w.line.WriteByte(sep)
	w.line.WriteString(`"` + p.Name + `":`)
	if err := w.value.Encode(p.Value); err != nil {
		return err
	}
	w.line.Truncate(w.line.Len() - 1) // the encoder ends every value with a line feed
	return nil
}
