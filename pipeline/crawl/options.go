package crawl

import (
	"cmp"
	"context"
	"log/slog"
	"math/rand/v2"
	"runtime"
	"time"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/likeness"
	"vnlex/pipeline/source"
)

// Options of a run. Ledger, Fetcher, Read and Sites must be set.
type Options struct {
	Ledger  *ledger.Ledger
	Run     int64
	Sites   []*source.Site // all that are known
	Chosen  func(*source.Site) bool
	Fetcher Fetcher
	Agent   string // product token, for robots.txt
	Clock   Clock
	// Read makes what is kept of a page. It is called by several goroutines.
	Read func(ctx context.Context, g Got) Result

	Limit  int       // pages asked for; 0: no limit
	Since  time.Time // only pages that are dated then or later
	Failed bool      // only what failed before

	// Delay is the least time between two requests of a host, whatever its site file and
	// its robots.txt say; 0: a second, less than 0: none.
	Delay    time.Duration
	Patience time.Duration  // how long the run waits for a host; 0: five minutes
	Backoff  time.Duration  // before the first retry; 0: two seconds
	Jitter   func() float64 // from 0 to 1
	Jobs     int            // pages read at once; 0: one per core
	Flights  int            // pages between request and commit at once; 0: 64

	// MaxPage is the largest page that is no file and no list, in bytes; 0: 16 MiB.
	MaxPage int64

	Progress func(Event)
	Log      *slog.Logger
}

// A Got is a page that came.
type Got struct {
	Site  *source.Site
	URL   string
	Media string // Content-Type
	Body  []byte
}

// A Result is what was made of a page.
type Result struct {
	Page      *ledger.Page // nil: nothing to keep
	Sign      likeness.Sign
	Seen      *source.Seen // what its layout found; nil: no layout
	Canonical string
	Links     []string // absolute
	Next      string   // of a listing
	Code      string   // why it could not be read
	Reason    string
}

const (
	// atOnce is how many requests of one host are ever under way together.
	atOnce = 4
	// ahead is how many pages of a host that asks for no pause may be between request and
	// commit, so that reading and writing one does not keep the next from coming.
	ahead = 16
)

func (o Options) withDefaults() Options {
	o.Clock = o.Clock.withDefaults()
	o.Agent = cmp.Or(o.Agent, "vnlex")
	o.Delay = cmp.Or(o.Delay, time.Second)
	o.Patience = cmp.Or(o.Patience, 5*time.Minute)
	o.Backoff = cmp.Or(o.Backoff, 2*time.Second)
	o.Jobs = cmp.Or(o.Jobs, runtime.GOMAXPROCS(0))
	o.MaxPage = cmp.Or(o.MaxPage, 16<<20)
	o.Flights = cmp.Or(o.Flights, 64)
	if o.Jitter == nil {
		o.Jitter = rand.Float64
	}
	if o.Chosen == nil {
		o.Chosen = func(*source.Site) bool { return true }
	}
	if o.Progress == nil {
		o.Progress = func(Event) {}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}
