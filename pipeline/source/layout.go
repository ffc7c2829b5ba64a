package source

// A Layout says how pages of one kind are built: which addresses they have, and where
// on them is what.
type Layout struct {
	Name   string    `toml:"name"` // in reports: "document"; "": the kind
	Kind   Kind      `toml:"kind"`
	Paths  []Pattern `toml:"path"`   // none: every address
	Format Format    `toml:"format"` // "": HTML

	Title   Selector `toml:"title"`
	Summary Selector `toml:"summary"` // sapo
	Date    Selector `toml:"date"`
	Author  Selector `toml:"author"`
	Source  Selector `toml:"source"` // whom a news page took it from
	// Body is where the text stands; "" without attributes, relations and fields too: where
	// a page of no known site has it.
	Body Selector `toml:"body"`
	Drop Selector `toml:"drop"` // inside all of these, what is no text of the page
	End  Selector `toml:"end"`  // inside the body, where the text ends

	// DataType is the @type of the JSON-LD object that paths are looked up in; "": any.
	DataType   string             `toml:"data_type"`
	Fields     map[Field]Selector `toml:"fields"` // of the document, each at its own place
	Attributes []Attributes       `toml:"attributes"`
	Relations  []Relations        `toml:"relations"`

	Items  Selector `toml:"items"` // links to pages
	Next   Selector `toml:"next"`  // link to the next page of a listing
	Files  Selector `toml:"files"` // links to the text as a file
	Follow []Follow `toml:"follow"`
	// Canonical is where the page says which address is its own; "": link rel=canonical.
	Canonical Selector `toml:"canonical"`

	// Values replaces codes that a site gives: "CHL" = "Còn hiệu lực".
	Values map[string]string `toml:"values"`

	Assert Assert `toml:"assert"`
}

// A Format is what the bytes of a page are.
type Format string

// JSON answers have no elements: every selector is a path, "$.documentContent.content".
const JSON Format = "json"

// Attributes are what a page says of its document under labels. A value belongs to the
// last label before it; "Cơ quan ban hành/ Chức danh" names a value each. Without a selector
// for values a label's value stands behind its colon, or behind it in the element around.
type Attributes struct {
	Label Selector         `toml:"label"`
	Value Selector         `toml:"value"`
	Names map[string]Field `toml:"names"` // the site's labels; the usual ones are known
}

// Relations are the lists of other documents that a page has under labels. An item
// belongs to the last label before it.
type Relations struct {
	Label Selector        `toml:"label"`
	Item  Selector        `toml:"item"`
	Names map[string]Edge `toml:"names"` // every label that the site is known to print
	// Parts are, in a JSON answer, the paths within an item that name the document.
	Parts []Selector `toml:"parts"`
}

// An Edge says what a label tells of an item and the page's own document.
type Edge struct {
	// Kind is the kind of the relation; "related" if the label tells none; "self" if the
	// item is the page's own document.
	Kind string `toml:"kind"`
	// From is who acts: "this", the page's own document, on the item; or "other", the
	// item on the page's own. "Văn bản quy định hết hiệu lực" heads documents that repeal
	// this one: other.
	From string `toml:"from"`
	// Title is what a person calls a list whose label is a code.
	Title string `toml:"title"`
}

// A Follow makes an address of the page's own: one more answer about the same document.
type Follow struct {
	Match Pattern `toml:"match"` // on the path and query of the page
	URL   string  `toml:"url"`   // $1 stands for the first group of Match
}

// A Field is what a label stands for.
type Field string

// The fields of a document, and Ignore for what nobody needs.
const (
	Symbol    Field = "symbol"
	Type      Field = "type"
	Issued    Field = "issued"
	Issuer    Field = "issuer"
	Signer    Field = "signer"
	Post      Field = "post"
	Effective Field = "effective"
	Expires   Field = "expires"
	Status    Field = "status"
	Abstract  Field = "abstract"
	Gazetted  Field = "gazetted"
	Ignore    Field = "ignore"
)

// An Assert says what every page of a layout has, and what most have. The names are those
// of the selectors: title, summary, date, author, source, body, attributes, relations,
// items, next, files.
type Assert struct {
	Require []string           `toml:"require"` // on each page
	Fill    map[string]float64 `toml:"fill"`    // share of the pages that have it
	Min     map[string]int     `toml:"min"`     // matches on a page
	Max     map[string]int     `toml:"max"`
	// Unknown is the share of labels that may be outside the vocabulary; absent: any.
	Unknown *float64 `toml:"unknown_labels"`
}

// Fields are those that a document has, in the order in which they are written.
var Fields = []Field{Symbol, Type, Issuer, Issued, Effective, Expires, Signer, Post, Status,
	Abstract, Gazetted}

// This and Other say who acts in an Edge.
const (
	This  = "this"
	Other = "other"
)

// HasPaths reports whether a selector of the layout looks into JSON.
func (l *Layout) HasPaths() bool {
	for _, s := range []Selector{l.Title, l.Summary, l.Date, l.Author, l.Source, l.Canonical} {
		if s.Path() != nil {
			return true
		}
	}
	for _, s := range l.Fields {
		if s.Path() != nil {
			return true
		}
	}
	return false
}

// Plain reports whether the layout does not say where the text of a page stands.
func (l *Layout) Plain() bool {
	return l.Body.Empty() && len(l.Relations) == 0 && !l.HasAttributes()
}

// HasAttributes reports whether the layout says where a document's attributes stand.
func (l *Layout) HasAttributes() bool { return len(l.Attributes)+len(l.Fields) > 0 }
