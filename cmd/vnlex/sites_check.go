package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/pipeline/page"
	"vnlex/pipeline/source"
)

// A sitesCheckCmd checks a site file and shows what it finds on a saved page.
type sitesCheckCmd struct {
	File string `arg:"" placeholder:"FILE"`
	Page string `arg:"" optional:"" placeholder:"PAGE"`
	URL  string `name:"url" placeholder:"URL"`
}

func (c sitesCheckCmd) Run(a *app, in *sitesCmd) error {
	site, err := c.site(a, in.Dir)
	if err != nil {
		return a.siteErrors(err)
	}
	v := siteCheck{app: a, site: site}
	if c.Page != "" {
		if err := v.read(c.Page, c.URL); err != nil {
			return err
		}
	}
	if a.JSON {
		err = a.json(v.result())
	} else {
		v.text(a.stdout)
	}
	if err == nil && v.failed != nil {
		return errReported
	}
	return err
}

// site reads the file, or the site that goes by its name where there is no such file.
func (c sitesCheckCmd) site(a *app, named string) (*source.Site, error) {
	site, err := source.ReadFile(c.File)
	if !errors.Is(err, fs.ErrNotExist) {
		return site, err
	}
	dir, dirErr := a.sitesDir(named)
	if dirErr != nil {
		return nil, dirErr
	}
	all, loadErr := source.Load(dir)
	i := slices.IndexFunc(all, func(s *source.Site) bool { return s.Name == c.File })
	if i < 0 && loadErr == nil {
		known := namesOf(all, func(s *source.Site) string { return s.Name })
		return nil, a.errorf("sites-check.neither", c.File, nearest(c.File, known))
	}
	if i < 0 {
		return nil, loadErr
	}
	return all[i], nil
}

// siteErrors prints each mistake of a file on a line of its own.
func (a *app) siteErrors(err error) error {
	found := mistakes(err)
	if len(found) == 0 {
		return err
	}
	if a.JSON {
		if err := a.json(map[string]any{"valid": false, "mistakes": found}); err != nil {
			return err
		}
		return errReported
	}
	for _, e := range found {
		a.log.Error(e.Error())
	}
	return errReported
}

// mistakes takes joined errors apart.
func mistakes(err error) []*source.Error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []*source.Error
		for _, e := range joined.Unwrap() {
			all = append(all, mistakes(e)...)
		}
		return all
	}
	var one *source.Error
	if errors.As(err, &one) {
		return []*source.Error{one}
	}
	return nil
}

// A siteCheck is a site that is valid, and what it found on a page.
type siteCheck struct {
	app    *app
	site   *source.Site
	found  *page.Found
	title  string
	when   string
	author string
	failed error // why the page cannot be read
}

func (v *siteCheck) read(path, address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return errors.New(v.app.text("sites-check.no_url"))
	}
	if !slices.Contains(v.site.Hosts, strings.ToLower(u.Hostname())) {
		return errors.New(v.app.text("sites-check.other_host", u.Hostname(),
			strings.Join(v.site.Hosts, ", ")))
	}
	raw, err := readAtMost(path, int64(v.app.MaxBytes))
	if err != nil {
		return err
	}
	src, found, err := page.ReadSite(v.site, address, mediaOf(path), raw)
	v.found, v.failed = &found, err
	v.title, v.when, v.author = src.Title, src.Published, src.Author
	return nil
}

// mediaOf is what a saved page is by its name, "" where the content has to tell.
func mediaOf(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm", ".xhtml", ".aspx", ".php":
		return "text/html"
	}
	return ""
}

// readAtMost reads a file that is no larger than max.
func readAtMost(path string, max int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, max+1))
	if err == nil && int64(len(raw)) > max {
		err = fmt.Errorf("%s is larger than --max-bytes", path)
	}
	return raw, err
}

func (v *siteCheck) text(w io.Writer) {
	a := v.app
	io.WriteString(w, a.fold(a.text("sites-check.valid", v.site.File, v.site.Name,
		len(v.site.Starts), len(v.site.Layouts)))+"\n")
	for _, o := range v.site.Off {
		io.WriteString(w, a.fold(a.text("site.off", v.site.Name, o.Part, o.Reason))+"\n")
	}
	for _, s := range v.site.Assumed {
		io.WriteString(w, a.fold(a.text("sites-check.assumed", s))+"\n")
	}
	if v.found != nil {
		io.WriteString(w, "\n")
		v.page(w)
	}
}

func (v *siteCheck) page(w io.Writer) {
	a, f := v.app, v.found
	if f.Layout == page.NoLayout {
		io.WriteString(w, a.fold(a.text("sites-check.no_layout", f.URL))+"\n")
	} else {
		io.WriteString(w, a.fold(a.text("sites-check.layout", f.URL, f.Layout+1, f.Kind))+"\n")
	}
	t := render.Table{Head: a.heads("selector", "found", "value", "css"), Long: []int{2, 3}}
	for _, c := range f.Counts {
		t.Rows = append(t.Rows, []string{c.Name, fmt.Sprint(c.Matches), c.Value, c.Selector})
	}
	t.Text(w, a.width(), a.style())
	v.lines(w)
	if v.failed != nil {
		a.log.Error(a.text("sites-check.failed", v.failed.Error()))
	}
}

// lines say what has no selector of its own.
func (v *siteCheck) lines(w io.Writer) {
	f := v.found
	for _, x := range []struct{ key, value string }{
		{"title", v.title}, {"published", v.when}, {"author", v.author},
		{"canonical", f.Canonical}, {"follow", strings.Join(f.Follow, " ")},
		{"unknown", strings.Join(f.Unknown, ", ")},
	} {
		if x.value != "" {
			io.WriteString(w, v.app.fold(v.app.text("sites-check."+x.key, x.value))+"\n")
		}
	}
}

// result is what --json prints.
func (v *siteCheck) result() map[string]any {
	s := v.site
	out := map[string]any{"valid": true, "file": s.File, "site": s.Name, "hosts": s.Hosts,
		"starts": len(s.Starts), "layouts": len(s.Layouts), "assumed": list(s.Assumed)}
	if f := v.found; f != nil {
		p := map[string]any{
			"url": f.URL, "layout": f.Layout + 1, "kind": f.Kind, "title": v.title,
			"published": v.when, "author": v.author, "found": list(f.Counts),
			"unknown_labels": list(f.Unknown), "items": list(f.Items), "next": f.Next,
			"files": list(f.Files), "follow": list(f.Follow), "canonical": f.Canonical,
		}
		if v.failed != nil {
			p["error"] = v.failed.Error()
		}
		out["page"] = p
	}
	return out
}

// list is all, never null in JSON.
func list[T any](all []T) []T { return append([]T{}, all...) }
