// Package pipeline takes pages through the whole flow: a page is read, what it
// says is kept as claims in the ledger, the claims are resolved to documents
// and relations, and the graph is changed accordingly.
//
//	page ──► reading ──► ledger ──► resolution ──► graph
//
// The ledger is the only source of truth; all that follows can be rebuilt from it.
package pipeline

import (
	"cmp"
	"context"
	"database/sql"
	"io"
	"log/slog"
	"runtime"
	"time"

	"vnlex/extractors/reading"
	"vnlex/graph"
	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/source"
)

// Embedded is the graph that lives in the same file as the ledger. Its
// functions work inside a transaction of the ledger.
type Embedded struct {
	// Migrate makes the tables of the graph, or brings them up to date.
	Migrate func(ctx context.Context, tx *sql.Tx) error
	// Apply changes the graph; applying a Delta twice is applying it once.
	Apply func(ctx context.Context, tx *sql.Tx, d graph.Delta) error
	// Renew gives a copied database a generation of its own.
	Renew func(ctx context.Context, tx *sql.Tx) error
	// Net returns what a run changed in the end, in the order of an export.
	Net func(ctx context.Context, tx *sql.Tx, run int64) ([]graph.Change, error)
}

// Options say how pages are taken. The zero value is ready for use.
type Options struct {
	Jobs         int           // pages read at the same time; 0: one per core
	MaxBytes     int64         // of one page; 0: 64 MiB
	AllowPrivate bool          // fetch from private addresses
	Kind         string        // news, legal: of every page; empty: decided from each
	Client       *fetch.Client // nil: one that refuses private addresses and long answers
	Log          *slog.Logger
	Now          func() time.Time
	Progress     func(Event)
	Contact      string         // who fetches, for the servers that are asked
	SiteDir      string         // of the user's own site files
	Sites        []*source.Site // nil: the built-in ones and those of SiteDir

	read  func(reading.Source) *reading.Reading // nil: the extractors
	group int                                   // pages in one transaction; 0: 256
	units int                                   // of resolution in one; 0: as the ledger likes
}

// An Event tells how far a run has come. It is sent from one goroutine.
type Event struct {
	Stage string // read, resolve
	Done  int
	Total int    // 0 while unknown
	URL   string // the page that was just read
	Code  string // why it failed; empty when it did not
}

// An Input is one page that stands ready: in a file, in an archive, in the program.
type Input struct {
	URL  string // identity of the page
	Type string // MIME type; empty: decided by URL and content
	Open func() (io.ReadCloser, error)
}

// A Summary is what a run did.
type Summary struct {
	Run       int64     `json:"run"`
	Read      int       `json:"read"`      // pages new or changed
	Unchanged int       `json:"unchanged"` // same bytes as before
	Failed    int       `json:"failed"`
	Forgotten int       `json:"forgotten"` // kept out, or (Forget) taken out
	Documents Tally     `json:"documents"`
	Relations Tally     `json:"relations"`
	Dropped   int       `json:"dropped"`            // relations to a newer document, or to itself
	Failures  []Failure `json:"failures,omitempty"` // the first twenty
}

// A Tally counts what really changed in the graph.
type Tally struct {
	Added   int `json:"added"`
	Changed int `json:"changed"`
	Removed int `json:"removed"`
}

// A Failure is a page that could not be read.
type Failure struct {
	URL    string `json:"url"`
	Code   string `json:"code"` // binary, too_large, bad_charset, unreachable …
	Reason string `json:"reason"`
}

// A Page is the state of a page in the ledger.
type Page struct {
	URL       string    `json:"url"`
	Kind      string    `json:"kind,omitempty"`
	Site      string    `json:"site,omitempty"`
	Title     string    `json:"title,omitempty"`
	Published string    `json:"published,omitempty"`
	SHA256    string    `json:"sha256,omitempty"`
	State     string    `json:"state"` // read, failed, gone, forgotten
	Code      string    `json:"code,omitempty"`
	Reason    string    `json:"reason,omitempty"`
	Tries     int       `json:"tries,omitempty"`
	Fetched   time.Time `json:"fetched"`
	Link      string    `json:"link,omitempty"`    // redirect, canonical, duplicate
	Target    string    `json:"target,omitempty"`  // url that Link leads to
	Crawled   bool      `json:"crawled,omitempty"` // a crawl looks after it
}

// A Run is one command that wrote.
type Run struct {
	ID      int64
	Command string
	Started time.Time
	Ended   time.Time // zero: did not end by itself
	Changes []graph.Change
}

// A Pipeline is a ledger with its embedded graph, and what is needed to fill it.
type Pipeline struct {
	path  string
	graph Embedded
	opt   Options
}

// Open returns the pipeline of the database at path. The file is made by the first
// command that writes; one that only reads says that there is none. What is wrong
// with a database is told by a *ledger.Error.
func Open(path string, g Embedded, opt Options) (*Pipeline, error) {
	return &Pipeline{path: path, graph: g, opt: opt.withDefaults()}, nil
}

// Close releases what the pipeline holds; each command gives the file back by itself.
func (p *Pipeline) Close() error {
	p.opt.Client.Close()
	return nil
}

// defaultMaxBytes is the largest page that is taken unless told otherwise.
const defaultMaxBytes = 64 << 20

// sites returns all sites by name.
func (o Options) sites() (map[string]*source.Site, error) {
	all, err := o.allSites("")
	byName := map[string]*source.Site{}
	for _, s := range all {
		byName[s.Name] = s
	}
	return byName, err
}

// allSites returns the sites that are known; dir, if it is given, in place of SiteDir.
func (o Options) allSites(dir string) ([]*source.Site, error) {
	if o.Sites != nil {
		return o.Sites, nil
	}
	return source.Load(cmp.Or(dir, o.SiteDir))
}

func (o Options) withDefaults() Options {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	if o.Client == nil {
		o.Client = newClient(o)
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Progress == nil {
		o.Progress = func(Event) {}
	}
	if o.group == 0 {
		o.group = 256
	}
	if o.read == nil {
		o.read = reading.Read
	}
	return o
}
