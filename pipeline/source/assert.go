package source

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Breach is an assertion that a crawl broke.
type Breach struct {
	Rule     string `json:"rule"` // require, fill, min, max, unknown_labels
	Layout   string `json:"layout,omitempty"`
	Name     string `json:"name,omitempty"` // of the selector: title, body …
	Selector string `json:"selector,omitempty"`
	Page     string `json:"page"` // an example
	Want     string `json:"want"`
	Got      string `json:"got"`
}

// A Tally counts what the selectors of a site found in a run, in little memory however many
// pages there are. Their order does not matter.
type Tally struct {
	site    *Site
	layouts []layoutTally
}

type layoutTally struct {
	pages   int
	broken  map[string]broken // rule and name → the pages that break it
	labels  int
	unknown map[string]string // label → the smallest address that has it
	strange int
}

// A broken rule: how many pages broke it, and the one with the smallest address.
type broken struct {
	pages int
	page  string
	got   int
}

// NewTally returns an empty tally of the site.
func NewTally(s *Site) *Tally {
	return &Tally{site: s, layouts: make([]layoutTally, len(s.Layouts))}
}

// Add counts one page, of which each may be added once.
func (t *Tally) Add(s Seen) {
	if s.Layout < 0 || s.Layout >= len(t.layouts) {
		return
	}
	l := &t.layouts[s.Layout]
	l.pages++
	for _, r := range rulesOf(&t.site.Layouts[s.Layout].Assert) {
		if n := s.of(r.name).Matches; r.breaks(n) {
			l.note(r, s.URL, n)
		}
	}
	l.labels += s.Labels
	l.strange += len(s.Unknown)
	for _, name := range s.Unknown {
		l.noteLabel(name, s.URL)
	}
}

func (t *layoutTally) note(r rule, page string, got int) {
	if t.broken == nil {
		t.broken = map[string]broken{}
	}
	b := t.broken[r.key()]
	b.pages++
	if b.page == "" || page < b.page {
		b.page, b.got = page, got
	}
	t.broken[r.key()] = b
}

// mostUnknown is how many unknown labels are kept by name.
const mostUnknown = 100

func (t *layoutTally) noteLabel(name, page string) {
	if t.unknown == nil {
		t.unknown = map[string]string{}
	}
	at, ok := t.unknown[name]
	if !ok && len(t.unknown) < mostUnknown || ok && page < at {
		t.unknown[name] = page
	}
}

// A rule is one assertion about the pages of a layout.
type rule struct {
	name, kind string
	count      int
	share      float64
}

func (r rule) key() string { return r.kind + " " + r.name }

// breaks reports whether a page with n matches breaks the rule, or counts against a share.
func (r rule) breaks(n int) bool {
	switch r.kind {
	case "min":
		return n < r.count
	case "max":
		return n > r.count
	}
	return n == 0 // require, fill
}

func rulesOf(a *Assert) []rule {
	var all []rule
	for _, name := range a.Require {
		all = append(all, rule{name: name, kind: "require"})
	}
	for _, name := range sortedKeys(a.Min) {
		all = append(all, rule{name: name, kind: "min", count: a.Min[name]})
	}
	for _, name := range sortedKeys(a.Max) {
		all = append(all, rule{name: name, kind: "max", count: a.Max[name]})
	}
	for _, name := range sortedKeys(a.Fill) {
		all = append(all, rule{name: name, kind: "fill", share: a.Fill[name]})
	}
	return all
}

// Breaches returns what was broken, in a fixed order; none when all is as it should be.
func (t *Tally) Breaches() []Breach {
	var all []Breach
	for i := range t.layouts {
		l := &t.site.Layouts[i]
		for _, r := range rulesOf(&l.Assert) {
			if b, ok := t.layouts[i].breach(l, r); ok {
				all = append(all, b)
			}
		}
		if b, ok := t.layouts[i].labelBreach(l); ok {
			all = append(all, b)
		}
	}
	return all
}

// From how many pages, and labels, on a share is judged: of few it says nothing.
const (
	fewestPages  = 10
	fewestLabels = 20
)

func (t *layoutTally) breach(l *Layout, r rule) (Breach, bool) {
	broken, ok := t.broken[r.key()]
	b := Breach{Rule: r.kind, Layout: l.label(), Name: r.name, Selector: l.selectorOf(r.name),
		Page: broken.page}
	full := t.pages - broken.pages
	switch r.kind {
	case "fill":
		ok = ok && t.pages >= fewestPages && float64(full) < r.share*float64(t.pages)
		b.Want, b.Got = fmt.Sprintf("≥ %.0f %%", 100*r.share), fmt.Sprintf("%d/%d", full, t.pages)
		return b, ok
	case "max":
		b.Want = "≤ " + strconv.Itoa(r.count)
	case "min":
		b.Want = "≥ " + strconv.Itoa(r.count)
	default:
		b.Want = "≥ 1"
	}
	b.Got = fmt.Sprintf("%d (%d/%d)", broken.got, broken.pages, t.pages)
	return b, ok
}

func (t *layoutTally) labelBreach(l *Layout) (Breach, bool) {
	most := l.Assert.Unknown
	if most == nil || t.labels < fewestLabels || float64(t.strange) <= *most*float64(t.labels) {
		return Breach{}, false
	}
	names := sortedKeys(t.unknown)
	return Breach{Rule: "unknown_labels", Layout: l.label(), Name: "labels",
		Page: t.unknown[names[0]], Want: fmt.Sprintf("≤ %.0f %%", 100**most),
		Got: fmt.Sprintf("%d/%d: %s", t.strange, t.labels,
			strings.Join(names[:min(len(names), 5)], ", "))}, true
}

// label is what people call the layout.
func (l *Layout) label() string { return cmp.Or(l.Name, string(l.Kind)) }

func sortedKeys[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
