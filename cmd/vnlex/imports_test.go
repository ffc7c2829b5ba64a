package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A rule says what the packages under a folder may import of ours. The longest
// folder that fits a package decides.
type rule struct {
	folder string
	allow  []string // folders
}

var layout = []rule{
	{"vnlex/cmd", []string{
		"vnlex/cmd", "vnlex/pipeline", "vnlex/extractors", "vnlex/graph", "vnlex/testdata",
	}},
	{"vnlex/pipeline", []string{"vnlex/pipeline", "vnlex/extractors", "vnlex/graph"}},
	{"vnlex/extractors", []string{"vnlex/extractors"}},
	{"vnlex/graph", []string{"vnlex/graph"}},
	{"vnlex/testdata", nil},
}

// stores are named by cmd and graph/open alone.
var stores = []string{"vnlex/graph/sqlite", "vnlex/graph/neo4j"}

// online are packages of the network; extractors and graph do without, but for
// the store that is on it.
var online = []string{
	"net", "net/http", "net/http/httptrace", "net/rpc", "net/smtp", "crypto/tls",
	"golang.org/x/net/http2", "golang.org/x/net/proxy", "golang.org/x/net/websocket",
}

type listed struct {
	ImportPath string
	Imports    []string
}

func TestImports(t *testing.T) {
	for _, p := range packages(t) {
		r := ruleOf(t, p.ImportPath)
		for _, imported := range p.Imports {
			if why := r.forbids(p.ImportPath, imported); why != "" {
				t.Errorf("%s imports %s: %s", p.ImportPath, imported, why)
			}
		}
	}
}

func (r rule) forbids(from, imported string) string {
	switch {
	case under(imported, "vnlex") && !slices.ContainsFunc(r.allow, within(imported)):
		return "the layout is cmd → pipeline → {extractors, graph}"
	case slices.ContainsFunc(stores, within(imported)) && !namesStores(from):
		return "only cmd and graph/open name a concrete store"
	case slices.Contains(online, imported) && offline(from):
		return "extractors and graph know no network"
	}
	return ""
}

func namesStores(from string) bool {
	return under(from, "vnlex/cmd") || under(from, "vnlex/graph/open") ||
		slices.ContainsFunc(stores, within(from))
}

func offline(from string) bool {
	return (under(from, "vnlex/extractors") || under(from, "vnlex/graph")) &&
		!under(from, "vnlex/graph/neo4j")
}

func ruleOf(t *testing.T, p string) rule {
	var best rule
	for _, r := range layout {
		if under(p, r.folder) && len(r.folder) > len(best.folder) {
			best = r
		}
	}
	if best.folder == "" {
		t.Fatalf("%s stands outside the layout", p)
	}
	return best
}

func under(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }

func within(p string) func(string) bool {
	return func(folder string) bool { return under(p, folder) }
}

// packages lists ours, with what their code and not their tests import.
func packages(t *testing.T) []listed {
	t.Helper()
	list := exec.Command("go", "list", "-json=ImportPath,Imports", "vnlex/...", "vnlex/testdata")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
