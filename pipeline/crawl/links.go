package crawl

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"vnlex/pipeline/crawl/canon"
	"vnlex/pipeline/crawl/discover"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// What no honest address has: the marks of a trap.
const (
	maxDepth    = 20
	maxLength   = 2000
	maxSegments = 20
	maxRepeats  = 3 // of one segment in a path
	maxParams   = 10
)

// bounds of the frontier.
var bounds = ledger.Bounds{Host: 2_000_000, Family: 1000}

// linkTo makes an address that was found on e into a link, or says why it is not taken.
func (n *lane) linkTo(raw string, e ledger.Entry, now time.Time) (k ledger.Link, why string) {
	address, err := canon.URL(raw)
	if err != nil {
		return k, "bad_url"
	}
	u, err := url.Parse(address)
	if err != nil {
		return k, "bad_url"
	}
	s := n.siteOf(u)
	switch {
	case s == nil:
		return k, "scope"
	case e.Depth >= maxDepth:
		return k, "depth"
	}
	if why := trap(u, address); why != "" {
		return k, why
	}
	return ledger.Link{URL: address, Host: keyOf(s, address), Site: s.Name,
		Kind: frontierKind(s.PageKind(u)), Depth: e.Depth + 1, Source: e.URL, Due: now}, ""
}

// trap says why an address looks like one that is made up without end.
func trap(u *url.URL, address string) string {
	segments := strings.FieldsFunc(u.EscapedPath(), func(c rune) bool { return c == '/' })
	switch {
	case len(address) > maxLength:
		return "long"
	case len(segments) > maxSegments || repeats(segments):
		return "repeats"
	case strings.Count(u.RawQuery, "&") >= maxParams:
		return "query"
	}
	return ""
}

// repeats reports whether a segment stands in a path too often.
func repeats(segments []string) bool {
	seen := map[string]int{}
	for _, s := range segments {
		if seen[s]++; seen[s] >= maxRepeats {
			return true
		}
	}
	return false
}

func frontierKind(k source.Kind) string {
	switch k {
	case source.Listing:
		return kindListing
	case source.File:
		return kindFile
	}
	return kindPage
}

// sitemapTo is a link from an index to a sitemap; it may stand at any path of the site.
func (n *lane) sitemapTo(
	s *source.Site, e ledger.Entry, raw string, now time.Time,
) (k ledger.Link, why string) {
	address, err := canon.URL(raw)
	if err != nil {
		return k, "bad_url"
	}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return k, "bad_url"
	case !slices.Contains(s.Hosts, strings.ToLower(u.Hostname())):
		return k, "scope"
	case e.Depth >= discover.MaxDepth:
		return k, "depth"
	}
	return ledger.Link{URL: address, Host: keyOf(s, address), Site: s.Name, Kind: kindSitemap,
		Depth: e.Depth + 1, Source: e.URL, Due: now}, ""
}

// pageTo is a link to a later page of a listing where a site begins.
func (n *lane) pageTo(e ledger.Entry, address string, now time.Time) ledger.Link {
	return ledger.Link{URL: address, Host: n.lease.Host, Site: e.Site, Kind: kindListing,
		Source: e.URL, Due: now, Free: true}
}
