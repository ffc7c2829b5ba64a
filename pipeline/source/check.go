package source

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// A checker collects what is wrong with a site.
type checker struct {
	site  *Site
	lines lines
	found []error
}

func (s *Site) check(l lines) error {
	c := &checker{site: s, lines: l}
	c.names()
	for i := range s.Starts {
		c.start(fmt.Sprintf("start[%d]", i), s.Starts[i])
	}
	for i := range s.Off {
		c.off(fmt.Sprintf("off[%d]", i), s.Off[i])
	}
	c.politeness()
	if len(s.Layouts) == 0 {
		c.wrong("layout", "no [[layout]]: say how a page of the site is read")
	}
	for i := range s.Layouts {
		c.layout(fmt.Sprintf("layout[%d]", i), &s.Layouts[i])
	}
	return errors.Join(c.found...)
}

// wrong notes a mistake in the value of key.
func (c *checker) wrong(key, format string, args ...any) {
	c.found = append(c.found, &Error{File: c.site.File, Line: max(1, c.lines.at(key)),
		Text: fmt.Sprintf(format, args...)})
}

var siteName = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{0,62}$`)

func (c *checker) names() {
	s := c.site
	if !siteName.MatchString(s.Name) {
		c.wrong("name", "name = %q: write letters a-z, digits, dots and dashes", s.Name)
	}
	if len(s.Hosts) == 0 {
		c.wrong("hosts", `no hosts: write hosts = ["example.gov.vn"]`)
	}
	for _, h := range s.Hosts {
		ascii, err := idna.Lookup.ToASCII(h)
		switch {
		case err != nil || strings.ContainsAny(h, "/:@ ") || !strings.Contains(h, "."):
			c.wrong("hosts", "host %q: write a name as example.gov.vn, without http:// and path", h)
		case ascii != h:
			c.wrong("hosts", "host %q: write %q", h, ascii)
		}
	}
	if s.Render != "" && s.Render != Browser {
		c.wrong("render", "render = %q: write %q or leave it out", s.Render, Browser)
	}
}

var startKinds = []StartKind{Sitemap, Feed, ListingPage, FixedPage}

func (c *checker) start(key string, s Start) {
	if !slices.Contains(startKinds, s.Kind) {
		c.wrong(key+".kind", "kind = %q: write sitemap, feed, listing or page", s.Kind)
	}
	c.address(key+".url", s.URL)
	paged := strings.Contains(s.Pages, "{page}") || strings.Contains(s.Pages, "{offset}")
	switch {
	case s.Pages == "" && (s.Limit != 0 || s.Size != 0):
		c.wrong(key, "limit and size belong to pages, which is not there")
	case s.Pages == "":
		return
	case s.Kind != ListingPage:
		c.wrong(key+".pages", "pages belongs to kind = \"listing\"")
	case !paged:
		c.wrong(key+".pages", "pages = %q: {page} or {offset} must stand in it", s.Pages)
	case strings.Contains(s.Pages, "{offset}") && s.Size <= 0:
		c.wrong(key+".pages", "pages = %q: say in size how many entries a page has", s.Pages)
	case s.Limit < 2:
		c.wrong(key+".limit", "limit = %d: say up to which page is asked, at least 2", s.Limit)
	}
	if next, ok := s.PageURL(2); ok {
		c.address(key+".pages", next)
	}
}

// address checks an absolute URL of one of the site's hosts.
func (c *checker) address(key, raw string) {
	u, err := url.Parse(raw)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		c.wrong(key, "%q is no address: write https://example.gov.vn/…", raw)
	case !c.site.hasHost(u.Hostname()):
		c.wrong(key, "%q: its host is none of hosts; add %q there", raw, u.Hostname())
	case !c.site.Covers(u):
		c.wrong(key, "%q is kept out by allow, exclude or off", raw)
	}
}

func (c *checker) off(key string, o Off) {
	if o.Part == "" || o.Reason == "" {
		c.wrong(key, "say part and reason: people read them")
	}
}

func (c *checker) politeness() {
	p := c.site.Politeness
	if p.Parallel < 0 || p.Parallel > 16 {
		c.wrong("politeness.parallel", "parallel = %d: write 1 to 16", p.Parallel)
	}
	if p.MaxPages < 0 {
		c.wrong("politeness.max_pages", "max_pages = %d: write 0 or more", p.MaxPages)
	}
}
