package crawl

import (
	"slices"
	"time"

	"vnlex/pipeline/crawl/canon"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// Kinds of addresses in the frontier.
const (
	kindPage    = "page"
	kindFile    = "file"
	kindListing = "listing"
	kindFeed    = "feed"
	kindSitemap = "sitemap"
)

// starts are where the chosen sites begin.
type starts struct {
	all  []ledger.Link
	next map[string]string // by page of a listing, the page after it
}

func startsOf(sites []*source.Site, chosen func(*source.Site) bool) *starts {
	s := &starts{next: map[string]string{}}
	for _, site := range sites {
		if !chosen(site) {
			continue
		}
		for _, start := range site.Starts {
			s.add(site, start)
		}
	}
	return s
}

func (s *starts) add(site *source.Site, start source.Start) {
	address, err := canon.URL(start.URL)
	if err != nil {
		return // sites are checked when they are loaded
	}
	s.all = append(s.all, ledger.Link{URL: address, Host: keyOf(site, address), Site: site.Name,
		Kind: startKind(start.Kind), Start: true})
	for n := 2; ; n++ {
		raw, ok := start.PageURL(n)
		if !ok {
			return
		}
		next, err := canon.URL(raw)
		if err != nil {
			return
		}
		s.next[address] = next
		address = next
	}
}

func startKind(k source.StartKind) string {
	switch k {
	case source.Sitemap:
		return kindSitemap
	case source.Feed:
		return kindFeed
	case source.ListingPage:
		return kindListing
	}
	return kindPage
}

// begins reports whether a site begins at an address.
func (s *starts) begins(address string) bool {
	return slices.ContainsFunc(s.all, func(k ledger.Link) bool { return k.URL == address })
}

// links are the starts, due now.
func (s *starts) links(now time.Time) []ledger.Link {
	all := make([]ledger.Link, len(s.all))
	for i, k := range s.all {
		k.Due = now
		all[i] = k
	}
	return all
}

// Starts returns the addresses where a site begins.
func Starts(s *source.Site) []string {
	var all []string
	for _, k := range startsOf([]*source.Site{s}, func(*source.Site) bool { return true }).all {
		all = append(all, k.URL)
	}
	return all
}
