package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// A searchCmd asks for the documents that a number or words name.
type searchCmd struct {
	Text []string `arg:""`
}

func (c searchCmd) Run(ctx context.Context, a *app) error {
	r, err := a.graph(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	answer, err := graph.Search(ctx, r, query(strings.Join(c.Text, " ")), a.cut())
	if err != nil {
		return err
	}
	return a.answer(answer, func(answer *graph.Answer) view {
		return listView{a.index(answer), answer, "search.count"}
	})
}

// A listView draws documents, and instruments that were found by name, in rows.
type listView struct {
	index
	answer *graph.Answer
	count  string // the message that tells how many
}

func (v listView) text(w io.Writer) {
	t := render.Table{Head: v.app.heads("document", "issued", "issuers", "title"), Long: []int{0, 3}}
	for _, d := range v.answer.Documents {
		t.Rows = append(t.Rows, []string{
			v.name(d.Key), v.issued(d.Key), v.issuers(d.Key), d.Title,
		})
	}
	t.Text(w, v.app.width(), v.app.style())
	if len(t.Rows) > 0 && len(v.answer.Instruments) > 0 {
		fmt.Fprintln(w)
	}
	v.named(w)
	v.app.count(w, v.count, len(v.answer.Documents)+len(v.answer.Instruments))
}

// named lists the strategies and plans that were found by name.
func (v listView) named(w io.Writer) {
	t := render.Table{Head: v.app.heads("instrument", "carrier", "name"), Long: []int{2}}
	for _, i := range v.answer.Instruments {
		t.Rows = append(t.Rows, []string{v.app.instrument(i.Kind), v.name(i.Carrier), i.Name})
	}
	t.Text(w, v.app.width(), v.app.style())
}

func (v listView) table() render.Table {
	t := render.Table{Head: []string{
		"key", "symbol", "type", "issued", "issuers", "title", "score", "count", "pages",
	}}
	for _, d := range v.answer.Documents {
		t.Rows = append(t.Rows, []string{
			d.Key, d.Symbol, d.Type, d.Issued, strings.Join(d.Issuers, "; "), d.Title,
			strconv.FormatFloat(d.Score, 'g', -1, 64), strconv.Itoa(d.Count), strconv.Itoa(d.Pages),
		})
	}
	for _, i := range v.answer.Instruments {
		t.Rows = append(t.Rows, []string{i.Key, "", i.Kind, "", "", i.Name, "", "", ""})
	}
	return t
}
