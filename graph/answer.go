package graph

// An Answer is what every question answers with: one shape, so that one reader
// serves all. A list that a question does not fill is nil and left out; one
// that it fills and that is empty is printed as [].
type Answer struct {
	Question    string           `json:"question"`
	Key         string           `json:"key,omitempty"`
	Truncated   bool             `json:"truncated"`
	Candidates  []Candidate      `json:"candidates,omitzero"`
	Documents   []DocumentView   `json:"documents,omitzero"`
	Instruments []InstrumentView `json:"instruments,omitzero"`
	Relations   []Relation       `json:"relations,omitzero"`
	Agencies    []AgencyView     `json:"agencies,omitzero"`
	Pages       []PageView       `json:"pages,omitzero"`
	Steps       []Step           `json:"steps,omitzero"`
	Gaps        []Gap            `json:"gaps,omitzero"`
	Conflicts   []ConflictView   `json:"conflicts,omitzero"`
	Changes     []ChangeView     `json:"changes,omitzero"`
}

// A Candidate is a document or an instrument that a KEY may mean.
type Candidate struct {
	Key    string `json:"key"`
	Title  string `json:"title,omitempty"`
	Issued string `json:"issued,omitempty"`
}

// A DocumentView is a document with what hangs on it.
type DocumentView struct {
	Key           string       `json:"key"`
	Symbol        string       `json:"symbol,omitempty"`
	Type          string       `json:"type,omitempty"`
	Title         string       `json:"title,omitempty"`
	Issuers       []string     `json:"issuers"` // names, in the order printed
	Issued        string       `json:"issued,omitempty"`
	Effective     string       `json:"effective,omitempty"`
	Expires       string       `json:"expires,omitempty"`
	StatusPrinted string       `json:"status_printed,omitempty"`
	Provisional   bool         `json:"provisional"`
	Place         string       `json:"place,omitempty"`
	Unit          string       `json:"unit,omitempty"`
	Term          string       `json:"term,omitempty"`
	Aliases       []string     `json:"aliases"`
	Sources       []SourceView `json:"sources,omitzero"` // show only
	Signers       []SignerView `json:"signers,omitempty"`
	Score         float64      `json:"score,omitzero"`  // search only
	Count         int          `json:"count,omitzero"`  // missing only: citing documents
	Pages         int          `json:"pages,omitzero"`  // missing only: citing pages
	State         *Standing    `json:"state,omitempty"` // with a day asked for
}

// A SourceView tells where the value of a field was read.
type SourceView struct {
	Field string `json:"field"`
	URL   string `json:"url"`
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Rule  string `json:"rule"`
}

// A SignerView is who signed a document, as what.
type SignerView struct {
	Name     string   `json:"name"`
	Title    string   `json:"title,omitempty"`
	Capacity []string `json:"capacity,omitempty"`
}

// A Standing tells whether a document was in force on a day.
type Standing struct {
	On        string   `json:"on"`
	InForce   bool     `json:"in_force"`
	Since     string   `json:"since,omitempty"`
	Until     string   `json:"until,omitempty"`
	AmendedBy []string `json:"amended_by"`
}

// An InstrumentView is an instrument with the document that carries it.
type InstrumentView struct {
	Key     string   `json:"key"`
	Name    string   `json:"name,omitempty"`
	Kind    string   `json:"kind,omitempty"`
	Carrier string   `json:"carrier,omitempty"`
	Period  []string `json:"period,omitempty"` // [from, to], either may be empty
	Horizon string   `json:"horizon,omitempty"`
}

// A Relation is an edge with its family, its distance from the root and its evidence.
type Relation struct {
	From       string         `json:"from"`
	To         string         `json:"to"`
	Family     string         `json:"family"`
	Kind       string         `json:"kind,omitempty"`
	Depth      int            `json:"depth"`
	Confidence float64        `json:"confidence,omitzero"` // none for related
	Derived    bool           `json:"derived"`
	Effective  string         `json:"effective,omitempty"`
	Op         string         `json:"op,omitempty"`
	ScopesFrom []string       `json:"scopes_from"`
	ScopesTo   []string       `json:"scopes_to"`
	Evidence   []EvidenceView `json:"evidence"`
}

// An EvidenceView is a sentence that says a relation; a related list of a
// portal is no sentence and has a URL only.
type EvidenceView struct {
	URL string `json:"url"`
	*Sentence
}

// A Sentence is a stretch of a page's text, what recognised it and how surely.
type Sentence struct {
	Quote      string  `json:"quote"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// An AgencyView is an agency that issued the document.
type AgencyView struct {
	Code      string `json:"code"`
	Name      string `json:"name,omitempty"`
	Kind      string `json:"kind,omitempty"`
	ValidFrom string `json:"valid_from,omitempty"`
	ValidTo   string `json:"valid_to,omitempty"`
}

// A PageView is a page and what it is to the document: carries, reports_on, mentions.
type PageView struct {
	URL       string `json:"url"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Role      string `json:"role"`
}

// A Step is one change of a document, on its effective date, else the date of
// issue of what changed it.
type Step struct {
	Date     string   `json:"date,omitempty"`
	By       string   `json:"by"`
	Kind     string   `json:"kind"`
	What     string   `json:"what,omitempty"` // the sentence that says it best
	ScopesTo []string `json:"scopes_to"`
}

// A Gap is an agency that owes an answer; Days is nil when there is none.
type Gap struct {
	Agency string `json:"agency"`
	Name   string `json:"name,omitempty"`
	Days   *int   `json:"days,omitempty"`
}

// A ConflictView is a field on which sources disagree.
type ConflictView struct {
	Key    string          `json:"key"`
	Field  string          `json:"field"`
	Values []ConflictValue `json:"values"`
}

// A ChangeView is a net change of one run.
type ChangeView struct {
	Run  int64    `json:"run"`
	At   string   `json:"at,omitempty"`
	Op   Op       `json:"op"`
	Node Label    `json:"node,omitempty"`
	Key  string   `json:"key,omitempty"`
	Edge EdgeType `json:"edge,omitempty"`
	From string   `json:"from,omitempty"`
	To   string   `json:"to,omitempty"`
	Kind string   `json:"kind,omitempty"`
}
