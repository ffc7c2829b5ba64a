package robots

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxSitemaps is how many sitemaps of one file are taken.
const maxSitemaps = 1000

// Parse reads a robots.txt. Whatever is no rule in it is skipped, so that every body is
// one; a page of HTML is a robots.txt that forbids nothing.
func Parse(body []byte) *Rules {
	p := parser{rules: &Rules{groups: map[string]*group{}}}
	for line := range strings.FieldsFuncSeq(head(body), isBreak) {
		if key, value, ok := record(line); ok {
			p.take(key, value)
		}
	}
	return p.rules
}

// head is what of a body is read: whole lines, without a byte order mark.
func head(body []byte) string {
	if len(body) > MaxBytes {
		body = body[:MaxBytes]
		body = body[:bytes.LastIndexAny(body, "\r\n")+1]
	}
	return string(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
}

func isBreak(c rune) bool { return c == '\n' || c == '\r' }

// record splits a line at its colon; as others do, it takes two words without one too.
func record(line string) (key, value string, ok bool) {
	line, _, _ = strings.Cut(line, "#")
	line = strings.Trim(line, " \t\x00")
	key, value, ok = strings.Cut(line, ":")
	if !ok {
		words := strings.Fields(line)
		if len(words) != 2 {
			return "", "", false
		}
		key, value = words[0], words[1]
	}
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value), true
}

// A parser knows whom the lines that follow concern.
type parser struct {
	rules   *Rules
	current []*group
	closed  bool // a rule was seen: the next User-agent begins another group
}

// take takes one record. Only Allow and Disallow end a list of User-agent lines: other
// records must not change how these are read (RFC 9309, 2.2.4).
func (p *parser) take(key, value string) {
	switch key {
	case "user-agent", "useragent", "user agent":
		p.agent(value)
	case "allow":
		p.rule(value, true)
	case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw":
		p.rule(value, false)
	case "crawl-delay", "crawldelay":
		p.delay(value)
	case "sitemap", "site-map":
		p.sitemap(value)
	}
}

func (p *parser) agent(value string) {
	if p.closed {
		p.current, p.closed = nil, false
	}
	name := token(value)
	if value == "*" || strings.HasPrefix(value, "* ") || strings.HasPrefix(value, "*\t") {
		name = "*"
	}
	if name == "" {
		name = "\x00" // a group of somebody else, whose rules concern nobody here
	}
	g := p.rules.groups[name]
	if g == nil {
		g = &group{}
		p.rules.groups[name] = g
	}
	if !slices.Contains(p.current, g) {
		p.current = append(p.current, g)
	}
}

func (p *parser) rule(value string, allow bool) {
	p.closed = true
	if value == "" {
		return // Disallow: with nothing forbids nothing
	}
	u := rule{compile(value), allow}
	for _, g := range p.current {
		g.rules = append(g.rules, u)
	}
}

func (p *parser) delay(value string) {
	s, err := strconv.ParseFloat(strings.Replace(value, ",", ".", 1), 64)
	if err != nil || s < 0 || math.IsNaN(s) {
		return
	}
	d := time.Duration(min(s, 86400) * float64(time.Second))
	for _, g := range p.current {
		g.delay, g.slow = max(g.delay, d), true
	}
}

func (p *parser) sitemap(value string) {
	if value == "" || len(p.rules.sitemaps) == maxSitemaps ||
		slices.Contains(p.rules.sitemaps, value) {
		return
	}
	p.rules.sitemaps = append(p.rules.sitemaps, value)
}
