package pipeline

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"time"

	"vnlex/pipeline/crawl"
	"vnlex/pipeline/source"
)

// RefreshOptions say what a refresh looks at.
type RefreshOptions struct {
	Sites  []string       // names; none: all there are
	Dir    string         // of the user's own site files
	From   []*source.Site // nil: the built-in ones and those of Dir
	Limit  int            // pages fetched, of all sites together; 0: no limit
	Since  time.Time      // only pages that their lists date then or later
	DryRun bool           // fetch nothing, say what would be
	Failed bool           // only what failed before

	Clock   crawl.Clock
	Fetcher crawl.Fetcher // nil: a client with contact, guard, Dial and Roots
	Dial    func(ctx context.Context, network, address string) (net.Conn, error)
	Roots   *x509.CertPool

	Progress func(crawl.Event)
}

// ErrNoContact says that a crawler must name who runs it.
var ErrNoContact = errors.New("no contact: a crawler says who runs it; " +
	"set --contact, VNLEX_CONTACT or contact in the configuration to an address or a URL")
