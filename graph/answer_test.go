package graph

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestAnswerJSON wants the names and the order that scripts rely on.
func TestAnswerJSON(t *testing.T) {
	a := Answer{
		Question: "show", Key: "vn:a",
		Candidates: []Candidate{{"vn:a", "T", "2022"}},
		Documents: []DocumentView{{
			Key: "vn:a", Symbol: "1", Type: "Luật", Title: "T", Issuers: []string{"QH"}, Issued: "2022",
			Effective: "2023", Expires: "2024", StatusPrinted: "Còn", Place: "P", Unit: "U", Term: "XV",
			Aliases: []string{}, Sources: []SourceView{{"issued", "u", "q", 0, 1, "r"}},
			Signers: []SignerView{{"N", "BT", []string{"KT"}}}, Score: 1, Count: 3, Pages: 2,
			State: &Standing{"2026-01-01", true, "2023", "2024", []string{"vn:b"}},
		}},
		Instruments: []InstrumentView{{"I:a", "N", "chien-luoc", "vn:a", []string{"", "2030"}, "2045"}},
		Relations: []Relation{{
			From: "vn:a", To: "vn:b", Family: "implements", Kind: "guides", Depth: 1, Confidence: 0.95,
			Effective: "2020", Op: "repeal", ScopesFrom: []string{}, ScopesTo: []string{"#dieu-1"},
			Evidence: []EvidenceView{{"u", &Sentence{"q", 0, 1, "T009", 0.95}}, {URL: "v"}},
		}},
		Agencies: []AgencyView{{"bct", "B", "bo", "2007", "2025"}},
		Pages:    []PageView{{"u", "T", "2020", "carries"}},
		Steps:    []Step{{"2020", "vn:b", "amends", "q", []string{"#dieu-1"}}},
		Gaps:     []Gap{{"bct", "B", nil}}, Conflicts: []ConflictView{},
		Changes: []ChangeView{{Run: 1, At: "t", Op: Added, Node: LabelDocument, Key: "vn:a"}},
	}
	want := `{"question":"show","key":"vn:a","truncated":false,` +
		`"candidates":[{"key":"vn:a","title":"T","issued":"2022"}],` +
		`"documents":[{"key":"vn:a","symbol":"1","type":"Luật","title":"T","issuers":["QH"],` +
		`"issued":"2022","effective":"2023","expires":"2024","status_printed":"Còn","provisional":false,` +
		`"place":"P","unit":"U","term":"XV","aliases":[],` +
		`"sources":[{"field":"issued","url":"u","quote":"q","start":0,"end":1,"rule":"r"}],` +
		`"signers":[{"name":"N","title":"BT","capacity":["KT"]}],"score":1,"count":3,"pages":2,` +
		`"state":{"on":"2026-01-01","in_force":true,"since":"2023","until":"2024","amended_by":["vn:b"]}}],` +
		`"instruments":[{"key":"I:a","name":"N","kind":"chien-luoc","carrier":"vn:a",` +
		`"period":["","2030"],"horizon":"2045"}],` +
		`"relations":[{"from":"vn:a","to":"vn:b","family":"implements","kind":"guides","depth":1,` +
		`"confidence":0.95,"derived":false,"effective":"2020","op":"repeal","scopes_from":[],` +
		`"scopes_to":["#dieu-1"],"evidence":[{"url":"u","quote":"q","start":0,"end":1,"rule":"T009",` +
		`"confidence":0.95},{"url":"v"}]}],` +
		`"agencies":[{"code":"bct","name":"B","kind":"bo","valid_from":"2007","valid_to":"2025"}],` +
		`"pages":[{"url":"u","title":"T","published":"2020","role":"carries"}],` +
		`"steps":[{"date":"2020","by":"vn:b","kind":"amends","what":"q","scopes_to":["#dieu-1"]}],` +
		`"gaps":[{"agency":"bct","name":"B"}],"conflicts":[],` +
		`"changes":[{"run":1,"at":"t","op":"added","node":"Document","key":"vn:a"}]}`
	wantJSON(t, a, want)
	wantJSON(t, Answer{Question: "missing"}, `{"question":"missing","truncated":false}`)
	wantJSON(t, Answer{Question: "cites", Key: "k", Truncated: true, Documents: []DocumentView{}},
		`{"question":"cites","key":"k","truncated":true,"documents":[]}`)
}

func wantJSON(t *testing.T, a Answer, want string) {
	t.Helper()
	got, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("JSON = %s\nwant %s\nfrom byte %d: %s", got, want, i, strings.ToValidUTF8(want[i:], "?"))
	}
}

func TestStored(t *testing.T) {
	s := Source{Field: "issued", URL: "u?a&b", Start: 0, End: 3, Quote: `<"x">`, Rule: "metadata"}
	want := `{"field":"issued","url":"u?a&b","start":0,"end":3,"quote":"<\"x\">","rule":"metadata"}`
	if got := s.Text(); got != want {
		t.Errorf("Source.Text() = %s, want %s", got, want)
	}
	c := Conflict{Field: "issued", Values: []ConflictValue{{"2022", "u", "q"}}}
	want = `{"field":"issued","values":[{"value":"2022","url":"u","quote":"q"}]}`
	if got := c.Text(); got != want {
		t.Errorf("Conflict.Text() = %s, want %s", got, want)
	}
}
