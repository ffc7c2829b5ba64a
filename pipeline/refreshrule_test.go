package pipeline_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"vnlex/pipeline/crawl/webtest"
)

// newsSite is a site with one feed of news and a listing that does not end.
const newsSite = `name = "tin.test"
hosts = ["tin.test"]
allow = ['^/tin/', '^/lich', '^/moi', '^/vong']

[[start]]
kind = "listing"
url = "http://tin.test/moi"

[[layout]]
kind = "news"
path = ['^/tin/', '^/vong']
title = "h1"
body = "article"
[layout.assert]
require = ["title", "body"]

[[layout]]
kind = "listing"
path = ['^/moi']
items = "a.tin"
next = "a.next"

[[layout]]
kind = "listing"
path = ['^/lich']
items = "a"
`

// newsWeb is a web with that site.
func newsWeb(t *testing.T) (*crawlWeb, *webtest.Host) {
	t.Helper()
	w := newCrawlWeb(t, webtest.Corpus{}, 0)
	w.add(newsSite)
	return w, w.web.Host("tin.test")
}

// story is a page of news about the n-th plan.
func story(n int, head string) webtest.Page {
	return webtest.Page{Body: fmt.Sprintf(`<!doctype html><html><head><title>Tin</title>%s</head><body>
<h1>Triển khai kế hoạch số %d</h1><article><p>Ngày 05/01/2024, Bộ Công Thương ban hành Quyết định số
%d/QĐ-BCT về kế hoạch kiểm tra. %s</p></article></body></html>`, head, n, n, filler(n))}
}

// filler is a text of a length at which stories are compared.
func filler(n int) string {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "Đoạn %d nói về việc thứ %d của đơn vị %d. ", i*n, i+n, n*n)
	}
	return b.String()
}

func (w *crawlWeb) list(h *webtest.Host, paths ...string) {
	body := "<!doctype html><html><body>"
	for _, p := range paths {
		body += fmt.Sprintf(`<a class="tin" href="%s">tin</a>`, p)
	}
	h.Put("/moi", webtest.Page{Body: body + "</body></html>"})
}

// Robots rules are kept to, whoever gives them: robots.txt, headers, the page itself.
func TestRefreshRobots(t *testing.T) {
	w, h := newsWeb(t)
	h.Robots("User-agent: vnlex\nDisallow: /tin/cam\nCrawl-delay: 7200\n")
	w.list(h, "/tin/1.html", "/tin/cam.html", "/tin/noindex.html", "/tin/header.html")
	h.Put("/tin/1.html", story(1, ""))
	h.Put("/tin/cam.html", story(2, ""))
	h.Put("/tin/noindex.html", story(3, `<meta name="robots" content="noindex, follow">`))
	header := story(4, "")
	header.Header = map[string][]string{"X-Robots-Tag": {"vnlex: none"}}
	h.Put("/tin/header.html", header)
	d := w.database()
	begun := w.clock.Now()
	n := total(d.refresh(w.options()))
	if n.New != 1 || n.Refused["robots"] != 1 || n.Refused["noindex"] != 2 ||
		w.asked("/tin/cam.html") != 0 {
		t.Errorf("Refresh() = %+v, want one page, one refused, two not to be kept", n)
	}
	if took := w.clock.Now().Sub(begun); took < 3*time.Minute || took > 10*time.Minute {
		t.Errorf("the run took %v, want a minute between two requests", took)
	}
}

// While robots.txt gives 5xx nothing is asked for; when it is not there, all is.
func TestRefreshRobotsStatus(t *testing.T) {
	for _, tt := range []struct{ status, pages int }{{503, 0}, {500, 0}, {404, 1}, {403, 1}} {
		w, h := newsWeb(t)
		w.list(h, "/tin/1.html")
		h.Put("/tin/1.html", story(1, ""))
		h.Fault("/robots.txt", webtest.Status(tt.status))
		d := w.database()
		if n := total(d.refresh(w.options())); n.New != tt.pages || (n.Waiting > 0) != (tt.pages == 0) {
			t.Errorf("robots.txt %d: %+v, want %d pages", tt.status, n, tt.pages)
		}
	}
}

// Traps end: a calendar without end, addresses that repeat themselves, queries.
func TestRefreshTraps(t *testing.T) {
	w, h := newsWeb(t)
	links := []string{"/tin/1.html", "/lich", "/vong/1", "/tin/a/a/a/b.html",
		"/tin/dai-" + strings.Repeat("x", 2005)}
	w.list(h, links...)
	h.Put("/tin/1.html", story(1, ""))
	h.Calendar("/lich")
	h.Fault("/vong/1", webtest.Loop())
	d := w.database()
	n := total(d.refresh(w.options()))
	if n.New != 1 || n.Refused["repeats"] != 1 || n.Refused["long"] != 1 || len(w.web.Hits()) > 1100 ||
		n.Refused["query_explosion"] == 0 || n.Refused["depth"]+n.Failed["redirect_depth"] == 0 {
		t.Errorf("Refresh() = %+v with %d requests, want one page", n, len(w.web.Hits()))
	}
}

// A page that changes its layout is told, keeps what it said, and marks its site.
func TestRefreshLayout(t *testing.T) {
	w, h := newsWeb(t)
	w.list(h, "/tin/1.html", "/tin/2.html")
	h.Put("/tin/1.html", story(1, ""))
	h.Put("/tin/2.html", story(2, ""))
	d := w.database()
	d.refresh(w.options())
	there := d.export()
	bad := story(1, "")
	bad.Body = strings.NewReplacer("<article>", "<div>", "</article>", "</div>").Replace(bad.Body)
	h.Put("/tin/1.html", bad)
	w.clock.Pass(40 * oneDay)
	r := d.refresh(w.options())
	s := r.Sites[0]
	if s.State != "changed" || s.Failed["changed_layout"] != 1 || len(s.Breaches) == 0 ||
		d.export() != there {
		t.Fatalf("Refresh() = %+v, want a site that has changed, and nothing lost", r)
	}
	b := s.Breaches[0]
	if b.Selector != "article" || b.URL != "http://tin.test/tin/1.html" {
		t.Errorf("breach %+v, want selector and page", b)
	}
	sites, err := d.Sites(t.Context(), "")
	if err != nil || len(sites) != 1 || sites[0].State != "changed" || sites[0].Reason == "" {
		t.Errorf("Sites() = %+v, %v", sites, err)
	}
	w.clock.Pass(40 * oneDay)
	w.web.Reset()
	if n := total(d.refresh(w.options())); w.bodies("/tin/1.html") != 0 ||
		n.Failed["changed_layout"] != 1 || d.export() != there {
		t.Errorf("once more: %+v, %d bodies; want it told again for none", n, w.bodies("/tin/1.html"))
	}
	if again := d.refresh(w.options()).Sites[0]; again.State != "changed" || again.Reason != s.Reason {
		t.Errorf("looked at no more: %+v, want the site changed still", again)
	}
	h.Put("/tin/1.html", story(1, ""))
	w.clock.Pass(40 * oneDay)
	if r := d.refresh(w.options()); r.Sites[0].State != "ok" || d.export() != there {
		t.Errorf("mended: %+v", r)
	}
	if p := d.page(t, "http://tin.test/tin/1.html"); p.State != "read" {
		t.Errorf("Pages() = %+v, want read", p)
	}
}

// A start point that is not there is a failure of every run, and marks its site; a link
// to nowhere is none.
func TestRefreshStart(t *testing.T) {
	w, h := newsWeb(t)
	w.list(h, "/tin/1.html", "/tin/khong-co.html")
	h.Put("/tin/1.html", story(1, ""))
	d := w.database()
	if n := total(d.refresh(w.options())); n.New != 1 || n.Dead != 1 || n.Gone != 0 || len(n.Failed) != 0 {
		t.Errorf("Refresh() = %+v, want a page, and a dead link that is no failure", n)
	}
	there := d.export()
	h.Remove("/moi")
	for range 3 {
		w.clock.Pass(2 * oneDay)
		r := d.refresh(w.options())
		if s := r.Sites[0]; s.Failed["http_404"] != 1 || s.State != "changed" || d.export() != there {
			t.Fatalf("Refresh() = %+v, want a failure each time, and nothing lost", s)
		}
	}
}

// A feed or a sitemap that names no page any more is told.
func TestRefreshEmptyList(t *testing.T) {
	c := webtest.Corpus{Pages: 20, Hosts: 1, Seed: 2}
	w := newCrawlWeb(t, c, 0)
	d := w.database()
	d.refresh(w.options())
	w.web.Host(c.Name(0)).Put("/sitemap.xml", webtest.Page{Type: "application/xml",
		Body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>`})
	for range 2 {
		w.clock.Pass(oneDay)
		if s := d.refresh(w.options()).Sites[0]; s.State != "changed" || s.Failed["list_empty"] != 1 {
			t.Errorf("Refresh() = %+v, want a site that has changed", s)
		}
	}
}

// A listing whose links all lead away is told as one that is empty.
func TestRefreshElsewhere(t *testing.T) {
	w, h := newsWeb(t)
	w.list(h, "http://khac.test/tin/1.html", "http://khac.test/tin/2.html")
	d := w.database()
	for range 2 {
		w.clock.Pass(oneDay)
		if s := d.refresh(w.options()).Sites[0]; s.State != "changed" || s.Refused["scope"] != 2 {
			t.Errorf("Refresh() = %+v, want a site that has changed", s)
		}
	}
}

// News that several papers take from one agency are linked, in whatever order they come;
// both are kept.
func TestRefreshDuplicates(t *testing.T) {
	w, h := newsWeb(t)
	first := story(1, "")
	second := first
	second.Body = strings.Replace(first.Body, "</article>", "<p>Theo báo khác.</p></article>", 1)
	w.list(h, "/tin/b.html", "/tin/2.html", "/tin/a.html")
	h.Put("/tin/b.html", first)
	h.Put("/tin/a.html", second)
	h.Put("/tin/2.html", story(2, ""))
	d := w.database()
	if n := total(d.refresh(w.options())); n.New != 3 || n.Duplicates == 0 {
		t.Errorf("Refresh() = %+v, want three pages", n)
	}
	b := d.page(t, "http://tin.test/tin/b.html")
	if b.State != "read" || b.Link != "duplicate" || b.Target != "http://tin.test/tin/a.html" {
		t.Errorf("Pages() = %+v, want a link to the page whose url comes first", b)
	}
	for _, path := range []string{"/tin/a.html", "/tin/2.html"} {
		if p := d.page(t, "http://tin.test"+path); p.State != "read" || p.Link != "" {
			t.Errorf("Pages() = %+v, want no link", p)
		}
	}
}

// The pages of a listing are followed while there is news on them.
func TestRefreshPaging(t *testing.T) {
	c := webtest.Corpus{Pages: 120, Hosts: 1, Seed: 2}
	w := newCrawlWeb(t, webtest.Corpus{}, 0)
	c.Fill(w.web)
	file := strings.Replace(c.SiteFile(0, 0), "sitemap.xml", "van-ban", 1)
	file = strings.Replace(file, `kind = "sitemap"`,
		"kind = \"listing\"\npages = \"?page={page}\"\nlimit = 9", 1)
	w.add(file)
	d := w.database()
	if n := total(d.refresh(w.options())); n.New != c.Pages {
		t.Fatalf("Refresh() = %+v, want all pages", n)
	}
	w.web.Reset()
	w.clock.Pass(time.Hour)
	d.refresh(w.options())
	if got := w.asked("/van-ban?page="); got != 0 || w.asked("/van-ban") != 1 {
		t.Errorf("with no news %d later pages of the listing are asked for", got)
	}
}
