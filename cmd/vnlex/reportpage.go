package main

import (
	_ "embed"
	"html/template"
	"io"
	"strconv"

	"vnlex/cmd/internal/render"
	"vnlex/pipeline"
)

//go:embed report/page.html
var reportSource string

var reportTemplate = template.Must(template.New("report").Parse(reportSource))

// A sheet is what stands on the page of a report. It is one file that fetches nothing
// and runs nothing; what comes from outside is escaped by the template.
type sheet struct {
	Lang, Title, Head, Chart, Sites, Stated, Remarks string

	Alarms  []string
	Figures []headline
	Bars    []bar
	Key     []part
	Table   render.Table
	Notes   []string
}

type headline struct{ Name, Value string }

// A bar is what became of the pages of a site, in parts of its longest fellow.
type bar struct {
	Site  string
	Parts []part
}

type part struct {
	Class, Name string
	Count       int
	Share       float64
}

func (a *app) reportPage(w io.Writer, r pipeline.Report) error {
	r, idle := busy(r)
	s := sheet{Lang: string(a.lang), Title: a.text("report.title"), Head: a.reportHead(r),
		Chart: a.text("report.chart"), Sites: a.text("report.sites"),
		Remarks: a.text("report.remarks"), Stated: a.text("report.stated"), Table: a.siteTable(r), Notes: plainAll(a.reportNotes(r)),
		Figures: a.figures(r), Key: a.outcomes(pipeline.SiteReport{})}
	if idle > 0 {
		s.Notes = append(s.Notes, a.text("report.idle."+form(idle), idle))
	}
	longest := 1
	for _, site := range r.Sites {
		longest = max(longest, outcome(a.outcomes(site)))
		if site.State == "changed" {
			s.Alarms = append(s.Alarms, a.text("site.reason", site.Site, site.Reason))
		}
	}
	for _, site := range r.Sites {
		s.Bars = append(s.Bars, bar{site.Site, shares(a.outcomes(site), longest)})
	}
	return reportTemplate.Execute(w, s)
}

// plainAll makes text from outside fit for lines.
func plainAll(lines []string) []string {
	for i := range lines {
		lines[i] = plain(lines[i])
	}
	return lines
}

// outcomes are the parts of a site's bar, in the order in which they are drawn.
func (a *app) outcomes(s pipeline.SiteReport) []part {
	return []part{
		{"unchanged", a.text("head.unchanged"), s.Unchanged, 0},
		{"new", a.text("head.new"), s.New, 0},
		{"altered", a.text("head.altered"), s.Changed, 0},
		{"gone", a.text("head.gone"), s.Gone, 0},
		{"failed", a.text("head.failed"), sum(s.Failed), 0},
	}
}

func outcome(parts []part) (n int) {
	for _, p := range parts {
		n += p.Count
	}
	return n
}

func shares(parts []part, longest int) (shown []part) {
	for _, p := range parts {
		if p.Count > 0 {
			p.Share = 100 * float64(p.Count) / float64(longest)
			shown = append(shown, p)
		}
	}
	return shown
}

// figures are the numbers that a reader wants first.
func (a *app) figures(r pipeline.Report) []headline {
	var all pipeline.SiteReport
	failed := 0
	for _, s := range r.Sites {
		all.New += s.New
		all.Changed += s.Changed
		all.Gone += s.Gone
		failed += sum(s.Failed)
	}
	d, rel := r.Documents, r.Relations
	return []headline{
		{a.text("report.new"), strconv.Itoa(all.New)},
		{a.text("report.altered"), strconv.Itoa(all.Changed)},
		{a.text("report.gone"), strconv.Itoa(all.Gone)},
		{a.text("report.bad"), strconv.Itoa(failed)},
		{a.text("report.documents"), gained(d)},
		{a.text("report.relations"), gained(rel)},
	}
}

func gained(t pipeline.Tally) string {
	if s := moved(pipeline.Moved{Gained: t.Added, Lost: t.Removed}); s != "" {
		return s
	}
	return "0"
}
