// Package graph describes the graph of legal documents: its nodes, its
// relationships, how one is changed and asked. Stores implement Store; the
// traversals are written once, here, over Reader.
package graph

import (
	"context"
	"iter"
)

// A Label is the kind of a node.
type Label string

// The labels, in the order of an export after sorting by name.
const (
	LabelAgency     Label = "Agency"     // cơ quan
	LabelDocument   Label = "Document"   // văn bản
	LabelInstrument Label = "Instrument" // chiến lược, chương trình, kế hoạch …
	LabelPage       Label = "Page"       // trang
	LabelPerson     Label = "Person"     // người ký
)

// An EdgeType is the type of a relationship. Direction is always actor → target.
type EdgeType string

const (
	Implements  EdgeType = "IMPLEMENTS"
	Amends      EdgeType = "AMENDS"
	Cites       EdgeType = "CITES"
	Promulgates EdgeType = "PROMULGATES"
	IssuedBy    EdgeType = "ISSUED_BY"
	SignedBy    EdgeType = "SIGNED_BY"
	Related     EdgeType = "RELATED"
	Carries     EdgeType = "CARRIES"
	ReportsOn   EdgeType = "REPORTS_ON"
	Mentions    EdgeType = "MENTIONS"
	SucceededBy EdgeType = "SUCCEEDED_BY"
)

// A NodeRef names a node: its label and its key, url or code.
type NodeRef struct {
	Label Label
	ID    string
}

// An EdgeRef names a relationship; there is at most one of each.
type EdgeRef struct {
	Type EdgeType
	From NodeRef
	To   NodeRef
	Kind string
}

// A Node is a *Document, *Instrument, *Agency, *Person or *Page.
type Node interface {
	Ref() NodeRef
}

// A Document is a legal document (văn bản); Key follows spec section 2.4.
type Document struct {
	Key             string
	Symbol          string // as printed, canonical spelling
	Type            string // Vietnamese name of the type: "Quyết định"
	Title           string
	Issued          string // ISO 8601 cut to its precision
	IssuedPrecision string // day, month, year
	Year            int    // 0 when unknown
	Effective       string
	Expires         string
	StatusPrinted   string // what a portal prints
	Provisional     bool
	Place           string
	Unit            string
	Term            string
	Search          string // folded symbol, type and title; in no export
	Aliases         []string
	Conflicts       []string // JSON text, one per disputed field
	Sources         []string // JSON text, one per field
}

// An Instrument is what a document carries: a strategy, programme, plan.
type Instrument struct {
	Key        string
	Name       string
	Kind       string
	PeriodFrom string
	PeriodTo   string
	Horizon    string
	Search     string
	Aliases    []string
}

// An Agency is an issuing body (cơ quan ban hành).
type Agency struct {
	Code      string
	Name      string
	Kind      string
	ValidFrom string
	ValidTo   string
}

// A Person signs for one agency.
type Person struct {
	Key  string
	Name string
}

// A Page is one source, by URL.
type Page struct {
	URL       string
	Kind      string // news, legal
	Site      string
	Title     string
	Published string
	SHA256    string
}

func (d *Document) Ref() NodeRef   { return NodeRef{LabelDocument, d.Key} }
func (i *Instrument) Ref() NodeRef { return NodeRef{LabelInstrument, i.Key} }
func (a *Agency) Ref() NodeRef     { return NodeRef{LabelAgency, a.Code} }
func (p *Person) Ref() NodeRef     { return NodeRef{LabelPerson, p.Key} }
func (p *Page) Ref() NodeRef       { return NodeRef{LabelPage, p.URL} }

// An Edge is a relationship. Which fields a type carries is told in Fields.
type Edge struct {
	EdgeRef

	// IMPLEMENTS, AMENDS, CITES, PROMULGATES
	Confidence    float64
	Derived       bool
	EvidenceCount int
	Evidence      []Evidence // the best five: by confidence descending, url, start
	ScopesFrom    []string
	ScopesTo      []string
	Parts         []string // JSON text
	Effective     string
	Op            string
	FirstSeen     string
	LastSeen      string

	// ISSUED_BY, SIGNED_BY
	Order    int // from 1
	Title    string
	Capacity []string

	// RELATED
	URLs  []string
	Lists []int

	// REPORTS_ON, MENTIONS
	Count int

	// SUCCEEDED_BY; its kind stands in EdgeRef
	Date  string
	Scope string
}

// Evidence is a sentence that says a relationship. Start and End are byte
// offsets into the stored text of the page; a quote equals text[Start:End].
type Evidence struct {
	URL        string
	Quote      string
	Start, End int
	Rule       string
	Confidence float64
}

// A Delta is a change to a graph: what is put (new or changed, in full) and
// what is gone; of what is put twice the last counts, what is put and gone is
// gone. Applying it twice is applying it once.
type Delta struct {
	Run       int64 // of the ledger; part of no identity
	Nodes     []Node
	Edges     []*Edge
	GoneNodes []NodeRef
	GoneEdges []EdgeRef
}

// Stats counts what a write really changed.
type Stats struct {
	NodesCreated, NodesSet, NodesDeleted int
	EdgesCreated, EdgesSet, EdgesDeleted int
}

// A Reader answers the look-ups that the traversals are made of. Results are
// ordered by bytes, whatever the store: nodes by CompareNodes, edges by
// CompareEdges. No edge is returned whose end is absent. A node or an edge that
// is asked for twice is returned once.
type Reader interface {
	// Nodes returns those of the named nodes that exist.
	Nodes(ctx context.Context, refs []NodeRef) ([]Node, error)
	// Links returns the edges of a type in out that leave one of the nodes and
	// those of a type in into that reach one. It is one query on every store:
	// what a traversal asks for each level.
	Links(ctx context.Context, nodes []NodeRef, out, into []EdgeType) ([]Link, error)
	// EdgesAt returns those of the named edges that exist.
	EdgesAt(ctx context.Context, refs []EdgeRef) ([]*Edge, error)
	// Holding returns the documents and instruments whose search text holds
	// every word, as Holds tells. No words: no nodes.
	Holding(ctx context.Context, words []string) ([]Node, error)
	// Aliased returns the documents that carry one of the keys as an alias.
	Aliased(ctx context.Context, keys []string) ([]*Document, error)
	// Fitting returns the documents whose key fits one of the patterns.
	Fitting(ctx context.Context, patterns []Pattern) ([]*Document, error)
	// Uncarried returns the documents that no page carries and that another
	// document cites, implements or amends, or a page names; by key.
	Uncarried(ctx context.Context) ([]Uncarried, error)
	// AllNodes and AllEdges walk the whole graph in the order of an export.
	AllNodes(ctx context.Context) iter.Seq2[Node, error]
	AllEdges(ctx context.Context) iter.Seq2[*Edge, error]
}

// A Link is an edge without its evidence, for finding the way.
type Link struct {
	EdgeRef
	Low bool // see Edge.Low
}

// LowConfidence is the confidence under which most questions hide a relation.
const LowConfidence = 0.5

// Low reports whether e is a stated relation of low confidence.
func (e *Edge) Low() bool { return e.Type.Stated() && e.Confidence < LowConfidence }

// Stated reports whether edges of the type carry a confidence and evidence.
func (t EdgeType) Stated() bool {
	return t == Implements || t == Amends || t == Cites || t == Promulgates
}

// Uncarried is a document without a page of its own: how many other documents
// have a relation of type IMPLEMENTS, AMENDS or CITES onto it, and how many
// pages report on it or mention it.
type Uncarried struct {
	Key              string
	Documents, Pages int
}

// A Store is a graph that can be changed.
type Store interface {
	Reader
	Apply(ctx context.Context, d Delta) (Stats, error)
	Close() error
}
