package webtest

import (
	"cmp"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Host is one name with its pages. Without a robots.txt of its own it answers
// 404 for it, which allows everything (RFC 9309, section 2.3.1.3).
type Host struct {
	web  *Web
	name string

	certificate Certificate // guarded by the web's lock

	mu     sync.Mutex
	scheme string
	pages  map[string]*entry // by path, with "?" and the query where it matters
	order  []*entry          // as they were put
	faults map[string]Fault
	every  Fault
}

func newHost(w *Web, name string) *Host {
	return &Host{web: w, name: name, scheme: "http",
		pages: map[string]*entry{}, faults: map[string]Fault{}}
}

// Name returns the name of the host.
func (h *Host) Name() string { return h.name }

// Secure makes the host's own links https, and sets the certificate that it shows.
func (h *Host) Secure(c Certificate) *Host {
	h.web.mu.Lock()
	h.certificate = c
	h.web.mu.Unlock()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.scheme = "https"
	return h
}

// URL returns the address of a path of this host.
func (h *Host) URL(path string) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.scheme + "://" + h.name + path
}

// Put sets the page of a path; it replaces what was there. A query in the path makes
// a page of its own; without one the page answers whatever query stands behind it.
func (h *Host) Put(path string, p Page) {
	h.put(entry{path, p.Title, p.Modified, func() Page { return p }})
}

// Live sets a page that is made anew for each request.
func (h *Host) Live(path string, make func() Page) { h.put(entry{path: path, make: make}) }

// An entry is a page, and what is said of it where it is linked.
type entry struct {
	path, title string
	modified    time.Time
	make        func() Page
}

func (h *Host) put(e entry) {
	key := keyOf(e.path)
	h.mu.Lock()
	defer h.mu.Unlock()
	if old := h.pages[key]; old != nil {
		*old = e
		return
	}
	h.pages[key] = &e
	h.order = append(h.order, &e)
}

// Remove takes a page away: from now on its path answers 404.
func (h *Host) Remove(path string) {
	key := keyOf(path)
	h.mu.Lock()
	defer h.mu.Unlock()
	gone := h.pages[key]
	delete(h.pages, key)
	h.order = slices.DeleteFunc(h.order, func(e *entry) bool { return e == gone })
}

// Gone makes a path answer 410.
func (h *Host) Gone(path string) { h.Put(path, Page{Status: http.StatusGone, Body: "gone"}) }

// Redirect makes a path lead to another address.
func (h *Host) Redirect(path, to string, status int) {
	h.Put(path, Page{Status: status, Header: http.Header{"Location": {to}}})
}

// Robots sets the host's robots.txt.
func (h *Host) Robots(text string) {
	h.Put("/robots.txt", Page{Type: "text/plain; charset=utf-8", Body: text})
}

// Files puts every file of a tree, the index.html or index.xml of a folder also at the
// folder, with and without a slash behind.
func (h *Host) Files(files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		p := Page{Body: string(body), Type: TypeOf(name)}
		h.Put("/"+name, p)
		if dir, base := path.Split(name); base == "index.html" || base == "index.xml" {
			h.Put("/"+dir, p)
			if dir != "" {
				h.Put("/"+strings.TrimSuffix(dir, "/"), p)
			}
		}
		return nil
	})
}

// Fault makes a path break, "" all of them; a nil fault mends it.
func (h *Host) Fault(path string, f Fault) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if path == "" {
		h.every = f
		return
	}
	h.faults[keyOf(path)] = f
}

// answer gives the page of a request, or the fault that stands before it.
func (h *Host) answer(w http.ResponseWriter, r *http.Request) {
	page, fault := h.find(r.URL.Path, r.URL.RawQuery)
	if fault != nil {
		fault(w, r, page)
		return
	}
	page.ServeHTTP(w, r)
}

func (h *Host) find(path, query string) (http.Handler, Fault) {
	h.mu.Lock()
	defer h.mu.Unlock()
	fault, page := h.every, http.HandlerFunc(http.NotFound)
	for _, key := range []string{path, path + "?" + query} {
		if f := h.faults[key]; f != nil {
			fault = f
		}
		if e := h.pages[key]; e != nil {
			make := e.make
			page = func(w http.ResponseWriter, r *http.Request) { make().serve(w, r) }
		}
	}
	return page, fault
}

// keyOf decodes the path, so that every spelling of it finds the page.
func keyOf(path string) string {
	u, err := url.Parse(path)
	if err != nil || !strings.HasPrefix(path, "/") {
		return path
	}
	if u.RawQuery != "" {
		return u.Path + "?" + u.RawQuery
	}
	return cmp.Or(u.Path, "/")
}
