// Package discover finds the pages that a site says it has: in sitemaps and in feeds.
package discover

import (
	"fmt"
	"time"
)

// An Entry is one URL that a sitemap or a feed names.
type Entry struct {
	URL      string
	Modified time.Time // when it last changed or was published; zero: not said
	Title    string    // feeds only
	Sitemap  bool      // it is a sitemap itself
}

// Limits bound what is read of one sitemap or feed.
type Limits struct {
	Bytes   int64 // decoded
	Entries int
}

// DefaultLimits are those of the sitemap protocol.
var DefaultLimits = Limits{Bytes: 50 << 20, Entries: 50_000}

// MaxDepth is how deep indices of sitemaps may be nested: the protocol knows one level,
// and some sites have one more.
const MaxDepth = 3

// Codes of an Error.
const (
	NotXML   = "not_xml"   // a page of HTML, or nothing that can be read
	NotKnown = "not_known" // XML, and neither a sitemap nor a feed
	TooLarge = "too_large"
	TooMany  = "too_many" // the entries up to there were given
	Cut      = "cut"      // it ends in the middle
	Hostile  = "hostile"  // entities or nesting that no honest file has
)

// An Error says why no more entries can be had. Those given before it are good.
type Error struct {
	Code   string
	Reason string
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %s", e.Code, e.Reason) }
