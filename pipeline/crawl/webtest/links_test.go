package webtest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	w := open(t)
	h := w.Host("luat.test")
	h.Sitemap(10)
	h.Feed("/moi.rss", 3)
	h.Atom("/moi.atom")
	for i := range 25 {
		h.Put(fmt.Sprintf("/vb/%d.html", i), Page{Title: fmt.Sprintf("Văn bản %d & phụ lục", i)})
	}
	h.List("/van-ban", Listing{Title: "Văn bản", Size: 10,
		Path: func(n int) string { return fmt.Sprintf("/van-ban/trang-%d.htm", n) }})
	c := client(w.Door())

	_, index := get(t, c, "http://luat.test/sitemap.xml")
	if n := strings.Count(index, "<sitemap>"); n != 3 {
		t.Errorf("the index names %d files, want 3: %s", n, index)
	}
	_, packed := get(t, c, "http://luat.test/sitemap-3.xml.gz")
	z, err := gzip.NewReader(bytes.NewReader([]byte(packed)))
	if err != nil {
		t.Fatal(err)
	}
	last, _ := io.ReadAll(z)
	if n := strings.Count(string(last), "<loc>"); n != 5 {
		t.Errorf("the last sitemap has %d places, want 5: %s", n, last)
	}
	_, feed := get(t, c, "http://luat.test/moi.rss")
	if n := strings.Count(feed, "<item>"); n != 3 || !strings.Contains(feed, "/vb/24.html") {
		t.Errorf("the feed has %d items, want the last 3: %s", n, feed)
	}
	if _, feed := get(t, c, "http://luat.test/moi.atom"); strings.Count(feed, "<entry>") != 25 {
		t.Errorf("the Atom feed is %s, want 25 entries", feed)
	}
	for n, items := range []int{10, 10, 5} {
		_, list := get(t, c, fmt.Sprintf("http://luat.test/van-ban/trang-%d.htm", n+1))
		next := strings.Contains(list, fmt.Sprintf(`href="/van-ban/trang-%d.htm"`, n+2))
		if strings.Count(list, "<li>") != items || next != (n < 2) {
			t.Errorf("page %d of the listing: next %v, %s", n+1, next, list)
		}
	}

	h.Put("/vb/25.html", Page{Title: "Văn bản mới"})
	h.Remove("/vb/0.html")
	_, list := get(t, c, "http://luat.test/van-ban")
	if strings.Contains(list, "/vb/0.html") || !strings.Contains(list, "/vb/10.html") {
		t.Errorf("the listing does not follow its host: %s", list)
	}
}
