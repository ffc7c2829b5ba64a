package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"vnlex/graph"
)

// A Statement is a claim of a relation or an instrument, with what resolution knows
// of the nodes that its keys mean.
type Statement struct {
	Claim
	Page     *Source
	From     string  // node meant by Subject
	To       string  // node meant by Object
	ToOwner  string  // document, or the carrier of the instrument
	ToIssued string  // date of ToOwner
	ToCarry  float64 // confidence that ToOwner carries the instrument To
}

// A Drop is a relation that the text states and the graph must not have.
type Drop struct {
	From, To string
	Kind     string
	Rule     string
	URL      string
	Reason   string // older, self
}

// Unit is all that starts at one node: a document with the instruments that it carries,
// or an instrument without a carrier.
type Unit struct {
	Key        string
	Issued     string
	Statements []Statement
}

// Relations returns the instruments of a unit and all relations that start there:
// those that pages state, each pair once with all its evidence, and those that
// follow through the carriers of instruments. A stated relation absorbs the derived ones
// of the same pair and type. No relation leads from an older document to a newer one,
// save consolidates, quoted references and unlabelled lists, and none to itself; what
// breaks the rule is dropped, never turned round. (design, promise 5)
func (u Unit) Relations() ([]graph.Node, []*graph.Edge, []Drop) {
	w := &relations{unit: u, stated: map[graph.EdgeRef]*bundle{},
		derived: map[graph.EdgeRef]*bundle{},
		carry:   map[string]float64{}}
	w.instruments()
	for i := range u.Statements {
		w.take(&u.Statements[i])
	}
	w.absorb()
	return w.nodes, w.edges(), w.drops
}

type relations struct {
	unit    Unit
	nodes   []graph.Node
	carry   map[string]float64 // own instrument → confidence that the unit carries it
	stated  map[graph.EdgeRef]*bundle
	derived map[graph.EdgeRef]*bundle
	drops   []Drop
}

func (w *relations) take(s *Statement) {
	if s.To == "" && s.Object != "" {
		return // what is meant is not known
	}
	switch s.Kind {
	case KindInstrument:
		w.carries(s)
	case KindRelation:
		w.relate(s)
	case KindRelated:
		w.list(s)
	}
}

// carries takes the statement that the unit carries an instrument.
func (w *relations) carries(s *Statement) {
	if s.Object == "" || s.To != w.unit.Key {
		return
	}
	v := decode[instrumentValue](s.Value)
	ref := graph.EdgeRef{Type: graph.Promulgates, From: ref(w.unit.Key), To: ref(s.From),
		Kind: cmp.Or(v.Act, "promulgates")}
	put(w.stated, ref, s, relationValue{}, s.Confidence)
}

func (w *relations) list(s *Statement) {
	if s.From != w.unit.Key || s.ToOwner == w.unit.Key || !isDocument(s.To) {
		return
	}
	put(w.stated, graph.EdgeRef{Type: graph.Related, From: ref(s.From), To: ref(s.To)}, s,
		relationValue{}, 0)
}

var families = map[string]graph.EdgeType{
	"implements": graph.Implements, "amends": graph.Amends, "cites": graph.Cites,
}

// relate takes a relation between documents and instruments, and what follows from it.
func (w *relations) relate(s *Statement) {
	v := decode[relationValue](s.Value)
	typ, ok := families[v.Family]
	if !ok || w.refused(s, v) {
		return
	}
	from, to := s.From, s.To
	if admits(typ, from, to) {
		put(w.stated, graph.EdgeRef{Type: typ, From: ref(from), To: ref(to), Kind: v.Kind}, s, v,
			s.Confidence)
	}
	if isDocument(from) && isDocument(to) || !isDocument(w.unit.Key) || !isDocument(s.ToOwner) ||
		s.ToOwner == w.unit.Key {
		return
	}
	confidence := s.Confidence
	if !isDocument(from) {
		confidence = min(confidence, w.carry[from])
	}
	if !isDocument(to) {
		confidence = min(confidence, s.ToCarry)
	}
	put(w.derived, graph.EdgeRef{Type: typ, From: ref(w.unit.Key), To: ref(s.ToOwner),
		Kind: v.Kind}, s, v, confidence)
}

// absorb takes away derived relations beside a stated one of the same pair and type.
func (w *relations) absorb() {
	have := map[graph.EdgeRef]bool{}
	for r := range w.stated {
		r.Kind = ""
		have[r] = true
	}
	maps.DeleteFunc(w.derived, func(r graph.EdgeRef, _ *bundle) bool {
		r.Kind = ""
		return have[r]
	})
}

func (w *relations) edges() []*graph.Edge {
	var out []*graph.Edge
	for r, b := range w.stated {
		out = append(out, b.edge(r))
	}
	for r, b := range w.derived {
		e := b.edge(r)
		e.Derived = true
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b *graph.Edge) int {
		return graph.CompareEdges(a.EdgeRef, b.EdgeRef)
	})
	return out
}

func isDocument(key string) bool { return strings.HasPrefix(key, "vn:") }

// ref returns the node of a document's or an instrument's key.
func ref(key string) graph.NodeRef {
	if isDocument(key) {
		return graph.NodeRef{Label: graph.LabelDocument, ID: key}
	}
	return graph.NodeRef{Label: graph.LabelInstrument, ID: key}
}
