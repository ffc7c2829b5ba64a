// Package reading says what one page says: it calls the extractors by name, in
// order, and gives a Reading, which is what `vnlex extract` prints.
package reading

import "vnlex/extractors"

// A Reading is what a page says about legal documents. Offsets are byte
// offsets into Text; absent values are omitted in JSON. (spec: reading.md)
type Reading struct {
	Page        Page         `json:"page"`
	Text        string       `json:"text,omitempty"`
	Subject     string       `json:"subject,omitempty"`
	Documents   []Document   `json:"documents,omitempty"`
	Instruments []Instrument `json:"instruments,omitempty"`
	Relations   []Relation   `json:"relations,omitempty"`
	Related     []Related    `json:"related,omitempty"`
	Agencies    []Agency     `json:"agencies,omitempty"`
	Persons     []Person     `json:"persons,omitempty"`
	Dates       []Date       `json:"dates,omitempty"`
	Warnings    []Warning    `json:"warnings,omitempty"`
}

// Page is what the page says of itself.
type Page struct {
	URL       string `json:"url"`
	Kind      string `json:"kind,omitempty"` // news, legal
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Author    string `json:"author,omitempty"`
	Source    string `json:"source,omitempty"`
}

// A Document is one that the page names. Key is page-local until resolution:
// its year is 0000 when the page does not tell. ByName documents may have no key.
type Document struct {
	Key            string          `json:"key,omitempty"`
	Symbol         string          `json:"symbol,omitempty"`
	Type           string          `json:"type,omitempty"` // Vietnamese name
	Issuers        []string        `json:"issuers,omitempty"`
	Issued         string          `json:"issued,omitempty"`
	Title          string          `json:"title,omitempty"`
	ByName         bool            `json:"by_name,omitempty"`
	Role           string          `json:"role,omitempty"` // subject, cited, related
	Unit           string          `json:"unit,omitempty"`
	Signer         *Signer         `json:"signer,omitempty"`
	CoSigners      []Signer        `json:"co_signers,omitempty"`
	Effective      string          `json:"effective,omitempty"`
	EffectiveParts []EffectivePart `json:"effective_parts,omitempty"`
	Expires        string          `json:"expires,omitempty"`
	Mentions       []Place         `json:"mentions,omitempty"`

	// What resolution needs and extract does not print.

	StatusPrinted string  `json:"-"` // tình trạng hiệu lực
	Place         string  `json:"-"` // "Cà Mau"
	Fields        []Field `json:"-"` // where each field above was read
	Carried       bool    `json:"-"` // the page holds its own text or metadata block
}

// A Field is the evidence of one field of a document: issued, title, signer,
// effective, expires, status, symbol.
type Field struct {
	Name       string
	Value      string
	Start, End int
	Rule       string // which kind of evidence, in words: metadata, place-date, after-number …
	Confidence float64
}

// A Signer is who signed, in which post and capacity (TM, KT, TL, TUQ, Q).
type Signer struct {
	Name      string   `json:"name"`
	Title     string   `json:"title,omitempty"`
	Capacity  []string `json:"capacity,omitempty"`
	Principal string   `json:"principal,omitempty"`
}

// An EffectivePart is a provision with an effective date of its own.
type EffectivePart struct {
	Scope     string `json:"scope"`
	Effective string `json:"effective"`
}

// A Place is a stretch of the text with its words.
type Place struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// An Instrument is a strategy, programme, plan … that the page names.
type Instrument struct {
	Key      string   `json:"key"`
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Period   []string `json:"period,omitempty"` // [from, to]
	Horizon  string   `json:"horizon,omitempty"`
	Carrier  string   `json:"carrier,omitempty"`
	Act      string   `json:"act,omitempty"` // approves, promulgates
	Aliases  []string `json:"aliases,omitempty"`
	Evidence Evidence `json:"evidence"`

	Rule       string  `json:"-"` // of the carrying statement
	Confidence float64 `json:"-"`
}

// Evidence is the sentence that says it; Quote equals text[Start:End].
type Evidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// A Relation is stated (or, when Derived, implied through carriers) by the page.
type Relation struct {
	From       string   `json:"from"`
	To         string   `json:"to"`
	Family     string   `json:"family"`
	Kind       string   `json:"kind"`
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"`
	Derived    bool     `json:"derived"`
	Parts      []Part   `json:"parts,omitempty"`
	Evidence   Evidence `json:"evidence"`
}

// A Part is what a relation says of one place.
type Part struct {
	ScopeFrom string `json:"scope_from,omitempty"`
	ScopeTo   string `json:"scope_to,omitempty"`
	Op        string `json:"op,omitempty"`
	Effective string `json:"effective,omitempty"`
	Until     string `json:"until,omitempty"`
	Exception string `json:"exception,omitempty"`
	Effect    string `json:"effect,omitempty"`
	Quoted    bool   `json:"quoted,omitempty"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// A Related is an entry of an unlabelled list of a portal.
type Related struct {
	Key   string `json:"key"`
	List  int    `json:"list"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// An Agency is one that the text names.
type Agency struct {
	Name     string  `json:"name"`
	Code     string  `json:"code,omitempty"`
	Mentions []Place `json:"mentions,omitempty"`
}

// A Person is one that the text names.
type Person struct {
	Name     string  `json:"name"`
	Role     string  `json:"role"` // signer, official, author, contact
	Title    string  `json:"title,omitempty"`
	Mentions []Place `json:"mentions,omitempty"`
}

// A Date is ISO 8601 cut to its precision.
type Date struct {
	Value     string `json:"value"`
	Precision string `json:"precision"`
	Role      string `json:"role,omitempty"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// A Warning is something a careful reader should look at.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// A Source is what the page reader (pipeline/page) knows of a page beside its
// text: it is the input of Read. Blocks that a page reader recognised as labelled
// metadata or as related lists stay in Text too; Labels says what was labelled.
type Source struct {
	URL       string
	Kind      string // forced kind; empty: decided from the text
	Title     string // from the page's head, if any
	Published string // ISO 8601 with zone, from the page's head, if any
	Author    string
	Text      string // as stored
	Labels    []Label
	Lists     []List
}

// A List is a list of other documents that the page's markup sets apart, under a label
// whose meaning the site's file tells. Where a page has such lists, its text is not
// searched for the labels of a diagram.
type List struct {
	Kind  string // of the relation; ListRelated or ListSelf when it is none
	Acts  bool   // the page's own document acts on the items
	Label extractors.Span
	Items []extractors.Span // in Text
}

// What a list may be beside one of relations: of documents that have something to do with
// the page's own; of that one alone.
const (
	ListRelated = "related"
	ListSelf    = "self"
)

// A Label is one labelled attribute that the page's markup sets apart.
type Label struct {
	Name       string
	Value      string
	Start, End int // of Value in Text
}
