package main

import (
	"context"
	"io"
	"strconv"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/pipeline"
)

// A pagesCmd lists the pages of the ledger.
type pagesCmd struct {
	Failed bool
	Site   string `placeholder:"S"`
}

func (c pagesCmd) Run(ctx context.Context, a *app) error {
	p, err := a.ledger()
	if err != nil {
		return err
	}
	defer p.Close()
	pages, err := p.Pages(ctx, c.Site, c.Failed)
	if err != nil {
		return err
	}
	total := len(pages)
	pages = window(pages, int(a.Offset), int(a.Limit))
	if a.JSON {
		return a.json(map[string]any{"pages": pages, "truncated": int(a.Offset)+len(pages) < total})
	}
	v := pagesView{a, pages, total}
	if a.Format == "csv" {
		return v.table().CSV(a.stdout)
	}
	v.text(a.stdout)
	return nil
}

// window cuts a list as --offset and --limit say; a limit of 0 cuts nothing.
func window[T any](list []T, offset, limit int) []T {
	list = list[min(offset, len(list)):]
	if limit > 0 {
		list = list[:min(limit, len(list))]
	}
	return list
}

type pagesView struct {
	app   *app
	pages []pipeline.Page
	total int
}

func (v pagesView) text(w io.Writer) {
	t := render.Table{Head: v.app.heads("state", "published", "page", "title"), Long: []int{3}}
	for _, p := range v.pages {
		t.Rows = append(t.Rows, []string{
			v.app.text("page." + p.State), v.app.lang.Date(day(p.Published)), p.URL, v.what(p),
		})
	}
	t.Text(w, v.app.width(), v.app.style())
	v.app.count(w, "pages.count", v.total)
}

// what is the title of a page, or why there is none, or where it is to be found; a page
// that was read may have a remark too.
func (v pagesView) what(p pipeline.Page) string {
	link := ""
	if p.Link != "" {
		link = v.app.text("page."+p.Link, p.Target)
	}
	reason := strings.Join(filled(p.Code, v.app.reason(p.Code, p.Reason)), ": ")
	if p.State != "failed" && reason != "" && p.Title != "" {
		reason = "(" + reason + ")"
	}
	title := p.Title
	if p.State == "failed" {
		title = "" // of an earlier answer
	}
	return strings.Join(filled(strings.Join(filled(title, reason), " "), link), " · ")
}

func (v pagesView) table() render.Table {
	t := render.Table{Head: []string{
		"url", "state", "code", "reason", "tries", "kind", "site", "title", "published",
		"sha256", "fetched", "link", "target",
	}}
	for _, p := range v.pages {
		t.Rows = append(t.Rows, []string{
			p.URL, p.State, p.Code, p.Reason, strconv.Itoa(p.Tries), p.Kind,
			p.Site, p.Title, p.Published, p.SHA256, p.Fetched.UTC().Format("2006-01-02T15:04:05Z"),
			p.Link, p.Target,
		})
	}
	return t
}
