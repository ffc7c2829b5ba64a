package export_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"vnlex/graph"
	"vnlex/graph/export"
	"vnlex/graph/sqlite"
	"vnlex/graph/storetest"
)

func store(t *testing.T, d graph.Delta) graph.Store {
	t.Helper()
	s, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	return s
}

func jsonl(t *testing.T, r graph.Reader) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSONL(t.Context(), r, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const pages = `
page https://x.vn/?a=1&b=2 kind=news title="<Một>"
person P:an:bct name="Nguyễn Văn An"
document vn:b symbol=2/QĐ type="Quyết định" title="Về \việc" issued=2022-06 issued_precision=month year=2022 aliases=vn:0
document vn:a provisional=true
instrument I:a:chien-luoc name="Chiến lược" kind=chien-luoc period_to=2030
agency bct name="Bộ Công Thương" kind=bo
vn:b -issued_by-> bct order=1
vn:b -signed_by-> P:an:bct title="Thứ trưởng" capacity=KT order=1
vn:b -implements-> vn:a confidence=0.95 scopes_to=#dieu-1 op=repeal first_seen=2020
vn:b -guides-> vn:a
vn:a -approves-> I:a:chien-luoc
vn:b -related-> vn:a urls=u|v
https://x.vn/?a=1&b=2 -carries-> vn:b
https://x.vn/?a=1&b=2 -mentions-> vn:a count=2
bct -merge-> bct date=2025
`

const lines = `{"node":"Agency","code":"bct","name":"Bộ Công Thương","kind":"bo"}
{"node":"Document","key":"vn:a","provisional":true}
{"node":"Document","key":"vn:b","symbol":"2/QĐ","type":"Quyết định","title":"Về \\việc","issued":"2022-06","issued_precision":"month","year":2022,"provisional":false,"aliases":["vn:0"]}
{"node":"Instrument","key":"I:a:chien-luoc","name":"Chiến lược","kind":"chien-luoc","period_to":"2030"}
{"node":"Page","url":"https://x.vn/?a=1&b=2","kind":"news","title":"<Một>"}
{"node":"Person","key":"P:an:bct","name":"Nguyễn Văn An"}
{"edge":"CARRIES","from":"https://x.vn/?a=1&b=2","to":"vn:b"}
{"edge":"IMPLEMENTS","from":"vn:b","to":"vn:a","kind":"guides","confidence":0.9,"derived":false,"evidence_count":1,"quotes":["vn:b guides vn:a"],"urls":["https://example.vn/vn:b"],"starts":[7],"ends":[9],"rules":["T1"],"confidences":[0.9]}
{"edge":"IMPLEMENTS","from":"vn:b","to":"vn:a","kind":"implements","confidence":0.95,"derived":false,"evidence_count":1,"quotes":["vn:b implements vn:a"],"urls":["https://example.vn/vn:b"],"starts":[7],"ends":[9],"rules":["T1"],"confidences":[0.9],"scopes_to":["#dieu-1"],"op":"repeal","first_seen":"2020"}
{"edge":"ISSUED_BY","from":"vn:b","to":"bct","order":1}
{"edge":"MENTIONS","from":"https://x.vn/?a=1&b=2","to":"vn:a","count":2}
{"edge":"PROMULGATES","from":"vn:a","to":"I:a:chien-luoc","kind":"approves","confidence":0.9,"derived":false,"evidence_count":1,"quotes":["vn:a approves I:a:chien-luoc"],"urls":["https://example.vn/vn:a"],"starts":[7],"ends":[9],"rules":["T1"],"confidences":[0.9]}
{"edge":"RELATED","from":"vn:b","to":"vn:a","urls":["u","v"]}
{"edge":"SIGNED_BY","from":"vn:b","to":"P:an:bct","title":"Thứ trưởng","capacity":["KT"],"order":1}
{"edge":"SUCCEEDED_BY","from":"bct","to":"bct","kind":"merge","date":"2025"}
`

func TestJSONL(t *testing.T) {
	d, err := storetest.Parse(pages)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(jsonl(t, store(t, d)), "\n")
	want := strings.Split(lines, "\n")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("JSONL =\n%s\nwant\n%s", strings.Join(got[i:], "\n"), strings.Join(want[i:], "\n"))
		}
	}
}

// TestOrder wants the same bytes whatever the order of arrival, each line a
// JSON value.
func TestOrder(t *testing.T) {
	d := storetest.Random(5, 100)
	first := jsonl(t, store(t, d))
	turned := graph.Delta{}
	for i := range d.Nodes {
		turned.Nodes = append(turned.Nodes, d.Nodes[len(d.Nodes)-1-i])
	}
	for i := range d.Edges {
		turned.Edges = append(turned.Edges, d.Edges[len(d.Edges)-1-i])
	}
	if second := jsonl(t, store(t, turned)); second != first {
		t.Error("the same graph, put in another order, is exported otherwise")
	}
	for line := range strings.Lines(first) {
		if !json.Valid([]byte(line)) || strings.Contains(line, `"search":`) {
			t.Errorf("line %q", line)
		}
	}
}

type broken struct{ graph.Reader }

func (broken) Write([]byte) (int, error) { return 0, errDisk }

var errDisk = &json.UnsupportedValueError{Str: "disk full"}

func TestWriteError(t *testing.T) {
	s := store(t, storetest.Random(5, 10))
	if err := export.JSONL(t.Context(), s, broken{}); err == nil {
		t.Error("JSONL to a full disk: no error")
	}
}
