package main

import (
	"context"
	"fmt"
	"io"
	"slices"
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
	d, ok := v.documents[v.root]
	if !ok {
		v.instrument(w)
		return
	}
	fmt.Fprintln(w, v.app.style().Bold(plain(strings.Join(filled(d.Type, v.name(d.Key)), " "))))
	list := render.List{}
	for _, f := range v.values(d) {
		if f.value != "" {
			list = append(list, render.Item{
				Name:  v.app.text("head." + f.name),
				Value: f.value,
				Note:  origin(d, f.from, f.value),
			})
		}
	}
	list.Text(w, v.app.width(), v.app.style())
	if d.Provisional {
		fmt.Fprintln(w, v.app.text("show.provisional"))
	}
}

// A value is a field of a document, and the name of the source that it was read from.
type value struct{ name, value, from string }

func (v showView) values(d graph.DocumentView) []value {
	var signers []string
	for _, s := range d.Signers {
		capacity := strings.Join(s.Capacity, ". ")
		if capacity != "" {
			capacity += "."
		}
		signers = append(signers, strings.Join(filled(capacity, s.Title, s.Name), " "))
	}
	date := v.app.lang.Date
	return []value{
		{"title", d.Title, "title"},
		{"issuers", v.issuers(d.Key), "issuers"},
		{"issued", date(d.Issued), "issued"},
		{"effective", date(d.Effective), "effective"},
		{"expires", date(d.Expires), "expires"},
		{"status", d.StatusPrinted, "status_printed"},
		{"signers", strings.Join(signers, "; "), "signer"},
		{"place", d.Place, "place"},
		{"unit", d.Unit, "unit"},
		{"aliases", strings.Join(d.Aliases, " "), ""},
		{"key", d.Key, ""},
	}
}

func (v showView) instrument(w io.Writer) {
	for _, i := range v.answer.Instruments {
		fmt.Fprintln(w, v.app.style().Bold(plain(i.Name)))
		fmt.Fprintln(w, plain(i.Key))
	}
}

// origin is where a field was read: the page, and the words unless they are the
// value itself.
func origin(d graph.DocumentView, field, value string) string {
	for _, s := range d.Sources {
		switch {
		case s.Field != field:
		case s.Quote == "" || strings.EqualFold(s.Quote, value):
			return s.URL
		default:
			return "“" + s.Quote + "” " + s.URL
		}
	}
	return ""
}

func (v showView) conflicts(w io.Writer) {
	for _, c := range v.answer.Conflicts {
		fmt.Fprintln(w, "\n"+v.app.text("show.conflict", v.app.text("head."+c.Field)))
		list := render.List{}
		for _, value := range c.Values {
			list = append(list, render.Item{Name: "-", Value: value.Value, Note: value.URL})
		}
		list.Text(w, v.app.width(), v.app.style())
	}
}

// relations are two lists: what the document does, and what is done to it.
func (v showView) relations(w io.Writer) {
	for _, side := range []string{"from", "to"} {
		t := render.Table{Head: v.app.heads("kind", "document", "issued", "says"), Long: []int{1, 3}}
		for _, r := range v.byFamily() {
			if (r.From == v.root) != (side == "from") {
				continue
			}
			quote, _ := v.app.quote(r)
			other := v.other(r)
			t.Rows = append(t.Rows, []string{
				v.app.kind(filled(r.Kind, r.Family)[0]), v.name(other), v.issued(other), quote,
			})
		}
		if len(t.Rows) > 0 {
			fmt.Fprintln(w, "\n"+v.app.text("show."+side, v.name(v.root)))
		}
		t.Text(w, v.app.width(), v.app.style())
	}
}

// families in the order in which a diagram shows them.
var families = []string{"promulgates", "implements", "amends", "cites", "related"}

func (v showView) byFamily() []graph.Relation {
	all := slices.Clone(v.answer.Relations)
	slices.SortStableFunc(all, func(a, b graph.Relation) int {
		return slices.Index(families, a.Family) - slices.Index(families, b.Family)
	})
	return all
}

func (v showView) pages(w io.Writer) {
	t := render.Table{Head: v.app.heads("role", "published", "page", "title"), Long: []int{3}}
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
