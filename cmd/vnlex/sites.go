package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"vnlex/cmd/internal/render"
	"vnlex/pipeline"
)

// A sitesCmd knows the sites that refresh fetches from.
type sitesCmd struct {
	Dir   string        `name:"sites" placeholder:"DIR"`
	List  sitesListCmd  `cmd:"" default:"withargs"`
	Check sitesCheckCmd `cmd:""`
}

// A sitesListCmd lists the sites with what became of them.
type sitesListCmd struct{}

func (sitesListCmd) Run(ctx context.Context, a *app, in *sitesCmd) error {
	p, err := a.ledger()
	if err != nil {
		return err
	}
	defer p.Close()
	dir, err := a.sitesDir(in.Dir)
	if err != nil {
		return err
	}
	sites, err := p.Sites(ctx, dir)
	if err != nil {
		return err
	}
	if a.JSON {
		return a.json(map[string]any{"sites": sites})
	}
	v := sitesView{a, sites}
	if a.Format == "csv" {
		return v.table().CSV(a.stdout)
	}
	v.text(a.stdout)
	return nil
}

// sitesDir returns the folder of the user's own site files: the one named, else the
// one beside the settings where there is one.
func (a *app) sitesDir(named string) (string, error) {
	if named != "" {
		_, err := os.Stat(named)
		return named, err
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", nil // no config folder, no files in it
	}
	dir = filepath.Join(dir, "vnlex", "sites")
	if _, err := os.Stat(dir); err != nil {
		return "", nil
	}
	return dir, nil
}

type sitesView struct {
	app   *app
	sites []pipeline.SiteState
}

func (v sitesView) text(w io.Writer) {
	t := render.Table{
		Head: v.app.heads("site", "state", "pages", "due", "failed", "last", "next"),
	}
	for _, s := range v.sites {
		t.Rows = append(t.Rows, []string{
			s.Name, v.app.text("site." + s.State), strconv.Itoa(s.Pages), strconv.Itoa(s.Due),
			strconv.Itoa(s.Failed), v.app.moment(s.LastRun), v.app.moment(s.NextDue),
		})
	}
	t.Text(w, v.app.width(), v.app.style())
	v.app.count(w, "sites.count", len(v.sites))
	for _, s := range v.sites {
		v.app.remarks(w, s.Name, s.Reason, s.Off)
	}
}

// remarks say why a site counts as changed, and what of it is left alone.
func (a *app) remarks(w io.Writer, site, reason string, off []pipeline.Off) {
	lines := []string{}
	if reason != "" {
		lines = append(lines, a.text("site.reason", site, reason))
	}
	for _, o := range off {
		lines = append(lines, a.text("site.off", site, o.Part, o.Reason))
	}
	for _, line := range lines {
		io.WriteString(w, a.fold(line)+"\n")
	}
}

// fold wraps a line to the width of the standard output; what follows stands in.
func (a *app) fold(line string) string {
	return strings.Join(render.Wrap(plain(line), a.width()-2), "\n  ")
}

// moment writes a time of day in Viet Nam, nothing for none.
func (a *app) moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(vietnam)
	return a.lang.Date(t.Format(time.DateOnly)) + t.Format(" 15:04")
}

var vietnam = time.FixedZone("+07", 7*60*60)

func (v sitesView) table() render.Table {
	t := render.Table{Head: []string{
		"name", "title", "hosts", "state", "reason", "pages", "due", "failed", "gone",
		"last_run", "next_due", "off", "file",
	}}
	for _, s := range v.sites {
		var off []string
		for _, o := range s.Off {
			off = append(off, o.Part+": "+o.Reason)
		}
		t.Rows = append(t.Rows, []string{
			s.Name, s.Title, strings.Join(s.Hosts, " "), s.State, s.Reason,
			strconv.Itoa(s.Pages), strconv.Itoa(s.Due), strconv.Itoa(s.Failed), strconv.Itoa(s.Gone),
			rfc3339(s.LastRun), rfc3339(s.NextDue), strings.Join(off, "; "), s.File,
		})
	}
	return t
}

func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
