package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"vnlex/pipeline/crawl/webtest"
)

// web commands let a script crawl a web of its own, whose hosts are the folders under
// web/. The program comes in as through a proxy and knows nothing of it.
//
//	web            opens the web, or shows it what has changed under web/
//	web asked N    it was asked N times since the last look, robots.txt apart
//	web sent N     it sent N bodies since then, robots.txt apart
func web(ts *testscript.TestScript, neg bool, args []string) {
	w, _ := ts.Value(webKey{}).(*scriptWeb)
	switch {
	case neg || w == nil:
		ts.Fatalf("usage: web [asked N | sent N]")
	case len(args) == 0:
		ts.Check(w.load(ts))
		return
	case len(args) != 2:
		ts.Fatalf("usage: web [asked N | sent N]")
	}
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	requests, bodies := traffic(w.Web)
	got := map[string]int{"asked": requests, "sent": bodies}[args[0]]
	if got != want {
		ts.Fatalf("web %s %d, want %d\n%s", args[0], got, want, w.list())
	}
}

type webKey struct{}

// A scriptWeb is the web of one script.
type scriptWeb struct {
	*webtest.Web
	put map[string][]string // paths by host
}

func (w *scriptWeb) load(ts *testscript.TestScript) error {
	if w.Web == nil {
		open, err := webtest.New()
		if err != nil {
			return err
		}
		w.Web = open
		ts.Defer(func() { open.Close() })
		ca := ts.MkAbs("ca.pem")
		if err := os.WriteFile(ca, open.Door().CA, 0o644); err != nil {
			return err
		}
		for _, v := range open.Door().Proxy(ca) {
			name, value, _ := strings.Cut(v, "=")
			ts.Setenv(name, value)
		}
	}
	w.Reset()
	for host, paths := range w.put {
		for _, path := range paths {
			w.Host(host).Remove(path)
		}
	}
	w.put = map[string][]string{}
	return w.folder(os.DirFS(ts.MkAbs("web")))
}

func (w *scriptWeb) folder(web fs.FS) error {
	return fs.WalkDir(web, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(web, name)
		host, path, _ := strings.Cut(filepath.ToSlash(name), "/")
		w.put[host] = append(w.put[host], "/"+path)
		w.Host(host).Put("/"+path, webtest.Page{Body: string(body), Type: webtest.TypeOf(path)})
		return err
	})
}

func (w *scriptWeb) list() string {
	var b strings.Builder
	for _, h := range w.Hits() {
		fmt.Fprintf(&b, "%d %6d %s\n", h.Status, h.Bytes, h.URL)
	}
	return b.String()
}
