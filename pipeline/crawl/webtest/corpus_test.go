package webtest

import (
	"testing"
	"time"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page"
	"vnlex/pipeline/source"
)

// Every page of a corpus is read to what it was made to say, by its site file too.
func TestCorpusIsRead(t *testing.T) {
	c := Corpus{Pages: 200, Hosts: 4, Seed: 1}
	site, err := source.Parse("cong-0.toml", []byte(c.SiteFile(0, time.Second)))
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Pages {
		p, want := c.Page(i)
		url := "http://" + c.Name(0) + c.Path(i)
		src, _, err := page.ReadSite(site, url, "text/html", []byte(p.Body))
		if err != nil {
			t.Fatalf("page %d: %v", i, err)
		}
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
