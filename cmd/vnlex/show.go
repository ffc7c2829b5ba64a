package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// A showCmd asks for all that is known of one document.
type showCmd struct{ keyArg }

func (c showCmd) Run(ctx context.Context, a *app) error {
	return a.about(ctx, c.Key,
		func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
			return graph.Show(ctx, r, root, a.cut())
		},
		func(answer *graph.Answer) view { return showView{relationView{a.index(answer), answer}} })
}

// A showView draws the diagram of a document (lược đồ): its fields with the
// sentences they were read from, its relations by kind, its pages.
type showView struct{ relationView }

func (v showView) text(w io.Writer) {
	v.fields(w)
	v.conflicts(w)
	v.relations(w)
	v.pages(w)
}

func (v showView) fields(w io.Writer) {
	d, ok := v.documents[v.answer.Key]
	if !ok {
		v.instrument(w)
		return
	}
	fmt.Fprintln(w, v.app.style().Bold(plain(strings.Join(filled(d.Type, v.name(d.Key)), " "))))
	var signers []string
	for _, s := range d.Signers {
		signers = append(signers, strings.Join(filled(strings.Join(s.Capacity, "."), s.Title, s.Name), " "))
	}
	t := render.Table{Head: v.app.heads("field", "value", "says"), Long: 2}
	for _, f := range [][3]string{
		{"title", d.Title, "title"},
		{"issuers", v.issuers(d.Key), "issuers"},
		{"issued", v.issued(d.Key), "issued"},
		{"effective", v.app.lang.Date(d.Effective), "effective"},
		{"expires", v.app.lang.Date(d.Expires), "expires"},
		{"status", d.StatusPrinted, "status_printed"},
		{"signers", strings.Join(signers, "; "), "signer"},
		{"place", d.Place, "place"},
		{"unit", d.Unit, "unit"},
		{"aliases", strings.Join(d.Aliases, " "), ""},
		{"key", d.Key, ""},
	} {
		if f[1] != "" {
			t.Rows = append(t.Rows, []string{v.app.text("head." + f[0]), f[1], v.source(d, f[2])})
		}
	}
	t.Text(w, v.app.width(), v.app.style())
	if d.Provisional {
		fmt.Fprintln(w, v.app.text("show.provisional"))
	}
}

func (v showView) instrument(w io.Writer) {
	for _, i := range v.answer.Instruments {
		fmt.Fprintln(w, v.app.style().Bold(plain(i.Name)))
		fmt.Fprintln(w, plain(i.Key))
	}
}

// source is the sentence that a field was read from, and the page.
func (v showView) source(d graph.DocumentView, field string) string {
	for _, s := range d.Sources {
		if s.Field == field && s.Quote != "" {
			return "“" + s.Quote + "” " + s.URL
		}
	}
	return ""
}

func (v showView) conflicts(w io.Writer) {
	for _, c := range v.answer.Conflicts {
		fmt.Fprintln(w, "\n"+v.app.text("show.conflict", v.app.text("head."+c.Field)))
		for _, value := range c.Values {
			fmt.Fprintf(w, "  %s  “%s”  %s\n", plain(value.Value), plain(value.Quote), plain(value.URL))
		}
	}
}

// relations are two lists: what the document does, and what is done to it.
func (v showView) relations(w io.Writer) {
	for _, side := range []string{"from", "to"} {
		t := render.Table{Head: v.app.heads("kind", "document", "issued", "says"), Long: 3}
		for _, r := range v.answer.Relations {
			if (r.From == v.answer.Key) != (side == "from") {
				continue
			}
			quote, _ := v.app.quote(r)
			other := v.other(r)
			t.Rows = append(t.Rows, []string{
				v.app.kind(filled(r.Kind, r.Family)[0]), v.name(other), v.issued(other), quote,
			})
		}
		if len(t.Rows) > 0 {
			fmt.Fprintln(w, "\n"+v.app.text("show."+side, v.name(v.answer.Key)))
			t.Text(w, v.app.width(), v.app.style())
		}
	}
}

func (v showView) pages(w io.Writer) {
	t := render.Table{Head: v.app.heads("role", "published", "page", "title"), Long: 3}
	for _, p := range v.answer.Pages {
		t.Rows = append(t.Rows, []string{
			v.app.text("role." + p.Role), v.app.lang.Date(day(p.Published)), p.URL, p.Title,
		})
	}
	if len(t.Rows) > 0 {
		fmt.Fprintln(w, "\n"+v.app.text("show.pages"))
		t.Text(w, v.app.width(), v.app.style())
	}
}

// day is the date of a moment.
func day(moment string) string {
	date, _, _ := strings.Cut(moment, "T")
	return date
}
