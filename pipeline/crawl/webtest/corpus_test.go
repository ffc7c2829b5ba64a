package webtest

import (
	"testing"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page"
)

// Every page of a corpus is read to what it was made to say.
func TestCorpusIsRead(t *testing.T) {
	c := Corpus{Pages: 200, Hosts: 4, Seed: 1}
	for i := range c.Pages {
		p, want := c.Page(i)
		src, err := page.Read("p.html", "text/html", []byte(p.Body))
		if err != nil {
			t.Fatalf("page %d: %v", i, err)
		}
		src.URL = c.Path(i)
		r := reading.Read(src)
		for _, e := range want {
			if !says(r, e) {
				t.Errorf("page %d does not say %v: %+v", i, e, r.Relations)
			}
		}
	}
}

func says(r *reading.Reading, e Edge) bool {
	for _, rel := range r.Relations {
		if rel.From == e.From && rel.To == e.To && rel.Kind == e.Kind {
			return true
		}
	}
	return false
}
