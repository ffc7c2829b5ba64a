package eval

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestValues(t *testing.T) {
	long := `{"x": "` + strings.Repeat("a", 1<<10) + `"}`
	for _, tt := range []struct {
		name, in string
		want     []string
		line     int // of the mistake; 0: none
	}{
		{"lines", "{\"a\":1}\n{\"a\":2}\n", []string{`{"a":1}`, `{"a":2}`}, 0},
		{"no break at the end", `{"a":1}`, []string{`{"a":1}`}, 0},
		{"blank lines", "\n\n{\"a\":1}\r\n\n{\"a\":2}\n\n", []string{`{"a":1}`, `{"a":2}`}, 0},
		{"byte order mark", "\ufeff{\"a\":1}\n", []string{`{"a":1}`}, 0},
		{"over many lines", "{\n\"a\": 1\n}\n", []string{"{\n\"a\": 1\n}\n"}, 0},
		{"nothing", "\n \n", nil, 0},

		{"no JSON", "{\"a\":1}\nxyz\n", []string{`{"a":1}`}, 2},
		{"cut off", "{\"a\":1}\n\n{\"a\":\n{\"a\":3}\n", []string{`{"a":1}`}, 3},
		{"two on a line", "{\"a\":1} {\"a\":2}\n", nil, 1},
		{"mistake far down", "{\n\"a\": 1,\n\"b\": x\n}\n", nil, 3},
		{"never ends", "{\n\"a\": 1\n", nil, 1},
		{"too long", "{}\n" + long + "\n", []string{"{}"}, 2},
		{"too long over many lines", "{\n" + long, nil, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := write(t, t.TempDir(), "gold.jsonl", tt.in)
			var got []string
			line := 0
			for v, err := range values(path, 1<<10) {
				if e := (*GoldError)(nil); errors.As(err, &e) {
					line = e.Line
					break
				}
				got = append(got, string(v.raw))
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") || line != tt.line {
				t.Errorf("values(%.60q) = %q and a mistake in line %d, want %q and %d", tt.in,
					got, line, tt.want, tt.line)
			}
		})
	}
}

// What a gold file may have wrong, and how it is told.
func TestGoldErrors(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
	}{
		{"empty", "\n", "gold.jsonl: empty gold"},
		{"array", "[1]", "gold.jsonl, line 1: it is no JSON object"},
		{"unknown", "{}\n", "gold.jsonl, line 1: it is of no gold format"},
		{"no JSON", "id;number\n", "gold.jsonl, line 1: invalid character"},
		{"no id", `{"id":"","documents":[],"relations":[]}`, "line 1: it has no id"},
		{"wrong type", `{"id":"A","documents":[{"key":1}],"relations":[]}`,
			"line 1: documents.key is a number"},
		{"scope", `{"id":"A","documents":[],"relations":[],"scope":[[5,2]]}`,
			"scope that begins before it ends"},
		{"no text", "\n" + `{"id":"A","documents":[],"relations":[]}`,
			"line 2: " + "DIR/texts/A.txt: missing: no such file"},
		{"seed without text", `{"seeds":[{}]}`, "a seed names no text"},
		{"span", `{"id":1,"text":"abc","entities":[{"start":1,"end":4,"label":"L"}]}`,
			"span 1 to 4 does not lie in the text of 3 code points"},
		{"label", `{"id":1,"text":"abc","entities":[{"start":1,"end":2,"label":"X"}]}`,
			"label X is not known"},
		{"sentence without id", `{"text":"abc","entities":[]}`, "it has no id"},
		{"relation of the gazette",
			`{"txt":"a.txt","number":"1/A","relations":[{"rel":"LIKES","target":"2/B"}]}`, "rel LIKES is not known"},
		{"gazette without text", `{"txt":"","number":"1/A"}`, "it has no txt"},
		{"label of a pair", `{"source":"1/A","target":"2/B","rels":{"LIKED_BY":1},"source_texts":["a.txt"]}`, "label LIKED_BY is not known"},
		{"pair without text", `{"source":"1/A","target":"2/B","rels":{}}`,
			"it has no source_texts"},
		{"portal without file", `{"file":"","bytes":1}`, "it has no file"},
		{"label of a diagram", `{"file":"a.html","bytes":1,"luocdo_items":{"Văn bản lạ (1)":[["x","1"]]}}`, "kind for the label Văn bản lạ (1)"},
		{"entry of a diagram", `{"file":"a.html","bytes":1,"luocdo_items":{"Văn bản căn cứ (1)":[[]]}}`, "an entry without title"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := write(t, dir, "gold.jsonl", tt.in)
			_, err := Run(t.Context(), []string{path}, Options{})
			want := strings.ReplaceAll(tt.want, "DIR", dir)
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("Run(%q) = %v, want %q", tt.in, err, want)
			}
		})
	}
}

func TestNoGoldFile(t *testing.T) {
	_, err := Run(t.Context(), []string{filepath.Join(t.TempDir(), "gold.jsonl")}, Options{})
	if e := (*GoldError)(nil); !errors.As(err, &e) || e.Code != Unreadable || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Run of a file that is not there = %v, want that it cannot be read", err)
	}
}

func TestSetName(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"/data/gazette/gold.jsonl", "gazette/gold.jsonl"},
		{"../gazette/./gold.jsonl", "gazette/gold.jsonl"},
		{"gold.jsonl", "gold.jsonl"},
		{"/gold.jsonl", "gold.jsonl"},
	} {
		if got := setName(tt.in); got != tt.want {
			t.Errorf("setName(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Whatever a gold file holds, it is told what is wrong with it, and nothing breaks.
func FuzzGold(f *testing.F) {
	f.Add([]byte(`{"id":"A","documents":[{"key":"vn:x"}],"relations":[{"required":false}],"scope":[[0,9]]}`))
	f.Add([]byte("{\n\"seeds\":[{\"seed\":\"a\",\"instruments\":[{}],\"relations\":[{\"src\":\"\"}]}]}"))
	f.Add([]byte(`{"id":1,"text":"Luật","entities":[{"start":0,"end":4,"label":"L"}]}`))
	f.Add([]byte(`{"file":"a","bytes":1,"vbInfo":["a: b","c"],"properties":{"a/b":["c"]},"luocdo_items":{"Văn bản căn cứ":[["x"]]}}`))
	f.Add([]byte(`{"txt":"a","number":null,"relations":[{"rel":"GUIDES"}]}`))
	f.Add([]byte(`{"source":"","target":"","rels":{"GUIDED_BY":1},"source_texts":[""]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		path := write(t, t.TempDir(), "gold.jsonl", string(raw))
		_, err := Run(t.Context(), []string{path}, Options{Jobs: 1})
		if e := (*GoldError)(nil); err != nil && !errors.As(err, &e) {
			t.Errorf("Run(%q) = %v, want a GoldError", raw, err)
		}
	})
}
