// Package robots reads robots.txt and says what it lets a crawler fetch (RFC 9309).
package robots

import (
	"slices"
	"strings"
	"time"
)

// MaxBytes is how much of a robots.txt is read (RFC 9309, 2.5); what follows has no say.
const MaxBytes = 500 << 10

// Rules are what a robots.txt says. The zero value allows everything.
type Rules struct {
	groups   map[string]*group // by product token in lower case, and "*"
	sitemaps []string
}

// A group is what is said to one product token, wherever in the file it is said.
type group struct {
	rules []rule
	delay time.Duration
	slow  bool // a delay is asked for
}

// A rule allows or forbids the paths that match its pattern.
type rule struct {
	pattern
	allow bool
}

// Allowed reports whether the crawler whose User-Agent begins with the product token
// agent may fetch target, a path with its query as it stands in the URL. The longest
// pattern that matches decides, Allow on a tie; /robots.txt itself is always allowed
// (RFC 9309, 2.2.2).
func (r *Rules) Allowed(agent, target string) bool {
	g := r.group(agent)
	if g == nil || len(g.rules) == 0 {
		return true
	}
	t := subject(target)
	if t == "/robots.txt" {
		return true
	}
	allow, longest := true, -1
	for _, u := range g.rules {
		if u.size < longest || u.size == longest && (allow || !u.allow) {
			continue
		}
		if u.matches(t) {
			allow, longest = u.allow, u.size
		}
	}
	return allow
}

// CrawlDelay returns the time that the site wants between two requests of the crawler,
// and whether it says so. It is no part of RFC 9309, and often absurd: it is returned as
// asked for, up to a day, and of several the longest.
func (r *Rules) CrawlDelay(agent string) (time.Duration, bool) {
	g := r.group(agent)
	if g == nil {
		return 0, false
	}
	return g.delay, g.slow
}

// Sitemaps returns the URLs of the sitemaps that the file names, in its order.
func (r *Rules) Sitemaps() []string { return slices.Clone(r.sitemaps) }

// group is the one that binds the crawler: the one that names it, else that of all.
func (r *Rules) group(agent string) *group {
	if g := r.groups[token(agent)]; g != nil {
		return g
	}
	return r.groups["*"]
}

// token is the product token that a User-Agent or a line of the file begins with, in
// lower case (RFC 9309, 2.2.1).
func token(s string) string {
	end := strings.IndexFunc(s, func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != '_'
	})
	if end >= 0 {
		s = s[:end]
	}
	return strings.ToLower(s)
}
