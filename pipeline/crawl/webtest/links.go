package webtest

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"
)

// A Link is a page that others can find, for it has a title.
type Link struct {
	URL, Path, Title string
	Modified         time.Time
}

// Links are the host's pages that have a title, in the order in which they were put.
func (h *Host) Links() (links []Link) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, e := range h.order {
		if e.title != "" {
			url := h.scheme + "://" + h.name + e.path
			links = append(links, Link{url, e.path, e.title, e.modified})
		}
	}
	return links
}

var listing = template.Must(template.New("").Parse(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{.Title}}</title></head><body>
<h1>{{.Title}}</h1>
<ul class="list">
{{range .Links}}<li><h3 class="title"><a href="{{.Path}}">{{.Title}}</a></h3></li>
{{end}}</ul>
<div class="paging">{{if .Next}}<a class="next" rel="next" href="{{.Next}}">Trang sau</a>{{end}}</div>
</body></html>
`))

// A Listing shows links page by page: those of its host, unless it is given some.
type Listing struct {
	Title string
	Size  int                // links a page
	Path  func(n int) string // of the n-th page, from 1; nil: PATH?page=N
	Links func() []Link
}

// List puts a listing at a path. Its pages come and go with its links.
func (h *Host) List(path string, l Listing) {
	if l.Path == nil {
		l.Path = func(n int) string { return fmt.Sprintf("%s?page=%d", path, n) }
	}
	if l.Links == nil {
		l.Links = h.Links
	}
	h.Live(path, func() Page { return l.page(h, 1) })
	for n := 1; n <= max(1, pages(len(l.Links()), l.Size)); n++ {
		h.Live(l.Path(n), func() Page { return l.page(h, n) })
	}
}

func pages(links, size int) int { return (links + size - 1) / size }

func (l Listing) page(h *Host, n int) Page {
	links := l.Links()
	from := min((n-1)*l.Size, len(links))
	to := min(from+l.Size, len(links))
	next := ""
	if to < len(links) {
		next = l.Path(n + 1)
		h.Live(next, func() Page { return l.page(h, n+1) })
	}
	return Page{Body: fill(listing, struct {
		Title string
		Links []Link
		Next  string
	}{l.Title, links[from:to], next})}
}

func fill(t *template.Template, data any) string {
	var b strings.Builder
	if err := t.Execute(&b, data); err != nil {
		panic("unreachable: " + err.Error())
	}
	return b.String()
}

var calendar = template.Must(template.New("").Parse(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Lịch làm việc {{.Day}}</title></head><body>
<h1>Lịch làm việc {{.Day}}</h1><p>Không có việc.</p>
{{range .Near}}<a href="{{.}}">{{.}}</a>
{{end}}</body></html>
`))

// Calendar puts a calendar at a path, whose days lead to other days for ever.
func (h *Host) Calendar(path string) {
	h.Fault(path, func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
		day, err := time.Parse(time.DateOnly, r.URL.Query().Get("ngay"))
		if err != nil {
			day = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		var near []string
		for _, by := range []int{-365, -31, -7, -1, 1, 7, 31, 365} {
			near = append(near, path+"?ngay="+day.AddDate(0, 0, by).Format(time.DateOnly))
		}
		Page{Body: fill(calendar, struct {
			Day  string
			Near []string
		}{day.Format("02/01/2006"), near})}.serve(w, r)
	})
}
