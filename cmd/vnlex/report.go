package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"vnlex/cmd/internal/render"
	"vnlex/pipeline"
)

// A reportCmd tells what a refresh did.
type reportCmd struct {
	Number countFlag `name:"run" placeholder:"N"`
}

func (c reportCmd) Run(ctx context.Context, a *app) error {
	p, err := a.ledger()
	if err != nil {
		return err
	}
	defer p.Close()
	r, err := p.Report(ctx, int64(c.Number))
	var none *pipeline.Unreported
	switch {
	case errors.As(err, &none):
		return a.errorf("report.unended", none.Run, a.moment(none.Started))
	case errors.Is(err, pipeline.ErrNoReport):
		return a.errorf("report.none")
	case err != nil:
		return err
	}
	if u := r.Unreported; u != nil {
		a.log.Warn(a.text("report.unended", u.Run, a.moment(u.Started)))
	}
	switch {
	case a.JSON:
		return a.json(r)
	case a.Format == "html":
		return a.reportPage(a.stdout, r)
	}
	a.reportText(a.stdout, r)
	return nil
}

// A reportJSON is the report of a run, and what it shipped to Neo4j.
type reportJSON struct {
	pipeline.Report
	Sync *shipment `json:"sync,omitempty"`
}

func (a *app) reportText(w io.Writer, r pipeline.Report) {
	r, idle := busy(r)
	fmt.Fprintln(w, a.style().Bold(a.reportHead(r)))
	if r.DryRun {
		a.dueText(w, r)
		return
	}
	a.siteTable(r).Text(w, a.width(), a.style())
	if len(r.Sites) > 0 {
		fmt.Fprintln(w, a.text("report.stated"))
	}
	if idle > 0 {
		fmt.Fprintln(w, a.text("report.idle."+form(idle), idle))
	}
	for _, line := range a.reportNotes(r) {
		fmt.Fprintln(w, a.fold(line))
	}
	d, rel := r.Documents, r.Relations
	fmt.Fprintln(w, a.text("report.graph", d.Added, d.Changed, d.Removed,
		rel.Added, rel.Changed, rel.Removed))
}

// busy leaves out the sites at which nothing was asked for, and counts them.
func busy(r pipeline.Report) (pipeline.Report, int) {
	all := len(r.Sites)
	r.Sites = slices.DeleteFunc(slices.Clone(r.Sites), func(s pipeline.SiteReport) bool {
		return s.Fetched+s.Waiting+sum(s.Failed)+sum(s.Refused) == 0 && s.State != "changed"
	})
	return r, all - len(r.Sites)
}

// reportHead says which run it was, when, and how it ended.
func (a *app) reportHead(r pipeline.Report) string {
	took := r.Ended.Sub(r.Started).Round(time.Second)
	head := a.text("report.head", r.Run, a.moment(r.Started), took)
	switch {
	case r.DryRun:
		head = a.text("report.dry", len(r.Due))
	case r.Interrupted:
		head += a.text("report.interrupted")
	}
	return head
}

// dueText lists what a dry run would fetch.
func (a *app) dueText(w io.Writer, r pipeline.Report) {
	due := window(r.Due, int(a.Offset), int(a.Limit))
	for _, url := range due {
		fmt.Fprintln(w, plain(url))
	}
	if n := len(r.Due) - len(due); n > 0 {
		fmt.Fprintln(w, a.text("report.more", n))
	}
}

// siteTable is a row a site, the columns in which nothing stands left out.
func (a *app) siteTable(r pipeline.Report) render.Table {
	columns := []struct {
		name string
		of   func(pipeline.SiteReport) int
	}{
		{"fetched", func(s pipeline.SiteReport) int { return s.Fetched }},
		{"unchanged", func(s pipeline.SiteReport) int { return s.Unchanged }},
		{"new", func(s pipeline.SiteReport) int { return s.New }},
		{"altered", func(s pipeline.SiteReport) int { return s.Changed }},
		{"gone", func(s pipeline.SiteReport) int { return s.Gone }},
		{"failed", func(s pipeline.SiteReport) int { return sum(s.Failed) }},
		{"waiting", func(s pipeline.SiteReport) int { return s.Waiting }},
	}
	t := render.Table{Head: a.heads("site")}
	for _, s := range r.Sites {
		t.Rows = append(t.Rows, []string{s.Site})
	}
	for _, c := range columns {
		t.Head = append(t.Head, a.text("head."+c.name))
		for i, s := range r.Sites {
			t.Rows[i] = append(t.Rows[i], strconv.Itoa(c.of(s)))
		}
	}
	t.Head = append(t.Head, a.text("head.documents")+"*", a.text("head.relations")+"*")
	for i, s := range r.Sites {
		t.Rows[i] = append(t.Rows[i], moved(s.Documents), moved(s.Relations))
	}
	return t
}

// moved writes what a site gained and lost: +3 −1.
func moved(m pipeline.Moved) string {
	return strings.Join(filled(signed("+", m.Gained), signed("−", m.Lost)), " ")
}

func signed(sign string, n int) string {
	if n == 0 {
		return ""
	}
	return sign + strconv.Itoa(n)
}

// reportNotes are the lines below the table: what failed and why, what was not
// fetched, which sites count as changed.
func (a *app) reportNotes(r pipeline.Report) (lines []string) {
	for _, s := range r.Sites {
		if len(s.Failed) > 0 {
			lines = append(lines, a.text("report.failed", s.Site, tallied(s.Failed)))
		}
		if len(s.Refused) > 0 {
			lines = append(lines, a.text("report.refused", s.Site, tallied(s.Refused)))
		}
		if other := a.others(s); other != "" {
			lines = append(lines, s.Site+": "+other)
		}
		if s.State == "changed" {
			lines = append(lines, a.text("site.reason", s.Site, s.Reason))
		}
		for _, b := range s.Breaches {
			lines = append(lines, a.breach(b))
		}
		for _, o := range s.Off {
			lines = append(lines, a.text("site.off", s.Site, o.Part, o.Reason))
		}
	}
	for _, f := range r.Failures {
		lines = append(lines, a.text("extract.failed", f.URL, f.Code, a.reason(f.Code, f.Reason)))
	}
	return lines
}

// others are the pages that are told in no column.
func (a *app) others(s pipeline.SiteReport) string {
	part := func(key string, n int) string {
		if n == 0 {
			return ""
		}
		return a.text(key, n)
	}
	return strings.Join(filled(part("report.moved", s.Moved),
		part("report.duplicates", s.Duplicates), part("report.removed", s.Removed),
		part("report.held", s.Held), part("report.dead", s.Dead)), ", ")
}

// breach says what a page should have and has not.
func (a *app) breach(b pipeline.Breach) string {
	where := b.URL
	if where == "" {
		where = a.text("report.whole")
	}
	what := strings.Join(filled(b.Layout, b.Name), " ")
	if b.Selector != "" {
		what += " “" + b.Selector + "”"
	}
	return a.text("report.breach", where, what, b.Want, b.Got)
}

// tallied writes counts by reason, the most frequent first.
func tallied(counts map[string]int) string {
	reasons := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	parts := make([]string, len(reasons))
	for i, reason := range reasons {
		parts[i] = fmt.Sprintf("%d %s", counts[reason], reason)
	}
	return strings.Join(parts, ", ")
}
