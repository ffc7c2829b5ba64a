// Package source knows the sites: where their pages are found and how one is read.
// A site is data, one TOML file: ours are embedded, the user's own stand in a folder.
package source

import (
	"net/url"
	"slices"
	"strings"
)

// A Site is one source of pages. Every value is checked when it is loaded.
type Site struct {
	Name   string   `toml:"name"`  // what commands call it; letters, digits, dots, dashes
	Title  string   `toml:"title"` // what people call it: "Báo Công Thương"
	Hosts  []string `toml:"hosts"` // lower case, punycode; no other host belongs to it
	Starts []Start  `toml:"start"`

	// Allow and Exclude are matched against path and query of an address. Without Allow
	// all is allowed; Exclude and Off win over it.
	Allow   []Pattern `toml:"allow"`
	Exclude []Pattern `toml:"exclude"`
	Off     []Off     `toml:"off"`

	Layouts    []Layout   `toml:"layout"` // the first that fits an address reads its page
	Politeness Politeness `toml:"politeness"`
	Revisit    Revisit    `toml:"revisit"`
	Render     Render     `toml:"render"`

	// InsecureTLS takes a server whose certificate cannot be verified.
	InsecureTLS bool `toml:"insecure_tls"`

	// Withheld are values that the site prints instead of one that it does not tell.
	Withheld []string `toml:"withheld"`
	// Assumed says what of this file was never checked on a page of the site.
	Assumed []string `toml:"assumed"`

	// File says where the site was read: a path, or "built-in congthuong.vn.toml".
	File string `toml:"-"`
	// Own says that it is the user's, and goes before ours where both want a page.
	Own bool `toml:"-"`
}

// A Start is where a crawl begins.
type Start struct {
	Kind StartKind `toml:"kind"`
	URL  string    `toml:"url"`

	// Pages is the address of the second and later pages of a listing, with {page}, the
	// number of the page, or {offset}, how many entries stand before it. Relative to URL.
	Pages string `toml:"pages"`
	Size  int    `toml:"size"`  // entries on a page, for {offset}
	Limit int    `toml:"limit"` // the last page that is asked for; 0: one
}

// A StartKind says how a start point is read.
type StartKind string

// The kinds of start points.
const (
	Sitemap     StartKind = "sitemap" // a sitemap or an index of them, also compressed
	Feed        StartKind = "feed"    // RSS, Atom, JSON feed
	ListingPage StartKind = "listing" // a page of links, with paging
	FixedPage   StartKind = "page"    // one page
)

// Politeness says how the site wants to be asked. Robots rules come on top.
type Politeness struct {
	Delay    Duration `toml:"delay"`     // between two requests; 0: the crawler's own
	Parallel int      `toml:"parallel"`  // requests at the same time; 0: 1
	MaxPages int      `toml:"max_pages"` // of one run; 0: no limit
	Key      string   `toml:"key"`       // politeness key; "": the registrable domain
}

// Revisit hints how soon a page is looked at again; 0: the crawler's own.
type Revisit struct {
	Listing Duration `toml:"listing"`
	News    Duration `toml:"news"`
	Legal   Duration `toml:"legal"`
	File    Duration `toml:"file"`
}

// Render says what makes a page of the bytes.
type Render string

// Browser has a browser run the page's scripts first.
const Browser Render = "browser"

// An Off is a part of the site that is left alone, and why.
type Off struct {
	Part   string    `toml:"part"`
	Paths  []Pattern `toml:"path"`
	Reason string    `toml:"reason"`
}

// A Kind is what a page is.
type Kind string

// The kinds of pages. Unknown is read as a page of no known site is.
const (
	Unknown Kind = ""
	News    Kind = "news"
	Legal   Kind = "legal"
	Listing Kind = "listing" // gives addresses, no text
	File    Kind = "file"    // PDF, DOCX, DOC
)

// Covers reports whether the site wants the page at u: host, paths, parts switched off.
func (s *Site) Covers(u *url.URL) bool {
	if !s.hasHost(u.Hostname()) || u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	t := Target(u)
	if len(s.Allow) > 0 && !matchAny(s.Allow, t) || matchAny(s.Exclude, t) {
		return false
	}
	return s.OffReason(u) == ""
}

// OffReason says why the part of the site that u belongs to is left alone, "" if it is not.
func (s *Site) OffReason(u *url.URL) string {
	for _, o := range s.Off {
		if matchAny(o.Paths, Target(u)) {
			return o.Reason
		}
	}
	return ""
}

// LayoutAt returns which of the layouts is that of the page at u, -1 when none is.
func (s *Site) LayoutAt(u *url.URL) int {
	t := Target(u)
	return slices.IndexFunc(s.Layouts, func(l Layout) bool {
		return len(l.Paths) == 0 || matchAny(l.Paths, t)
	})
}

// Layout returns the layout of the page at u, nil when none is known.
func (s *Site) Layout(u *url.URL) *Layout {
	if i := s.LayoutAt(u); i >= 0 {
		return &s.Layouts[i]
	}
	return nil
}

// PageKind returns what the page at u is by its address.
func (s *Site) PageKind(u *url.URL) Kind {
	if l := s.Layout(u); l != nil {
		return l.Kind
	}
	return Unknown
}

// Find returns the site that has the host of u and wants it, else one that has its host,
// else nil: the user's own before ours, then the first.
func Find(sites []*Site, u *url.URL) *Site {
	var best *Site
	claim := 0
	for _, s := range sites {
		if c := s.claim(u); c > claim {
			best, claim = s, c
		}
	}
	return best
}

// claim grows with the right of the site to u; 0: it has none.
func (s *Site) claim(u *url.URL) int {
	c := 0
	switch {
	case s.Covers(u):
		c = 3
	case s.hasHost(u.Hostname()):
		c = 1
	}
	if c > 0 && s.Own {
		c++
	}
	return c
}

func (s *Site) hasHost(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for _, h := range s.Hosts {
		if h == host {
			return true
		}
	}
	return false
}

// Target is what patterns are matched against: path and query, escaped.
func Target(u *url.URL) string {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return path
}

func matchAny(ps []Pattern, s string) bool {
	for _, p := range ps {
		if p.Match(s) {
			return true
		}
	}
	return false
}
