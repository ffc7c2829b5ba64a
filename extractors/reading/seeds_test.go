package reading

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"vnlex/testdata"
)

// A seedPage is one page of gold.json: what the reading of it must say.
type seedPage struct {
	Seed        string
	Page        struct{ Kind string }
	Documents   []seedDocument
	Instruments []struct{ ID, Carrier string }
	Relations   []seedEdge
}

type seedDocument struct {
	ID, Role  string
	Issued    string `json:"issue_date"`
	Effective string `json:"effective_date"`
	Signer    struct{ Name string }
}

type seedEdge struct {
	Src, Kind, Dst string
	Required       bool
	List           []int
}

func TestReadSeeds(t *testing.T) {
	raw, err := os.ReadFile(testdata.Shared(t, "seeds", "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Seeds []seedPage }
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	required := 0
	for _, s := range gold.Seeds {
		t.Run(s.Seed, func(t *testing.T) { required += s.check(t) })
	}
	if required != 22 {
		t.Errorf("edges required by gold.json = %d, want 22", required)
	}
}

// check compares a page with its gold and returns how many edges were required.
func (s *seedPage) check(t *testing.T) (required int) {
	text, err := os.ReadFile(testdata.Shared(t, "seeds", s.Seed))
	if err != nil {
		t.Fatal(err)
	}
	r := Read(Source{URL: s.Seed, Text: string(text)})
	checkEvidence(t, r, string(text))
	if kind := strings.TrimSuffix(s.Page.Kind, "_portal"); r.Page.Kind != kind {
		t.Errorf("Read(%s) kind = %s, want %s", s.Seed, r.Page.Kind, kind)
	}
	s.checkDocuments(t, r)
	edges := s.edges(r)
	for _, e := range s.Relations {
		if !e.Required {
			continue
		}
		required++
		if !slices.ContainsFunc(edges, e.is) {
			t.Errorf("Read(%s) lacks %s %s %s %v", s.Seed, e.Src, e.Kind, e.Dst, e.List)
		}
	}
	s.checkFalse(t, r)
	return required
}

func (s *seedPage) checkDocuments(t *testing.T, r *Reading) {
	for _, d := range r.Documents {
		i := slices.IndexFunc(s.Documents, func(w seedDocument) bool { return sameKey(w.ID, d.Key) })
		if i < 0 {
			t.Errorf("Read(%s) has the extra document %s", s.Seed, d.Key)
			continue
		}
		w := s.Documents[i]
		got := Signer{}
		if d.Signer != nil {
			got = *d.Signer
		}
		if d.Role != w.Role || d.Issued != w.Issued || d.Effective != w.Effective || got.Name != w.Signer.Name {
			t.Errorf("Read(%s) %s = %s, issued %q, effective %q, signer %q, want %s, %q, %q, %q", s.Seed, d.Key,
				d.Role, d.Issued, d.Effective, got.Name, w.Role, w.Issued, w.Effective, w.Signer.Name)
		}
	}
	if len(r.Documents) != len(s.Documents) {
		t.Errorf("Read(%s) has %d documents, want %d", s.Seed, len(r.Documents), len(s.Documents))
	}
}

// edges returns the edges that a page gives, as resolution makes them from its reading.
func (s *seedPage) edges(r *Reading) []seedEdge {
	var out []seedEdge
	for _, x := range r.Relations {
		out = append(out, seedEdge{Src: x.From, Kind: x.Kind, Dst: x.To})
	}
	for _, i := range r.Instruments {
		out = append(out, seedEdge{Src: i.Carrier, Kind: i.Act, Dst: s.instrumentOf(i.Carrier)})
	}
	if s.Page.Kind == kindNews {
		for _, d := range r.Documents {
			kind := map[string]string{"subject": "reports_on", "cited": "mentions"}[d.Role]
			out = append(out, seedEdge{Src: "PAGE", Kind: kind, Dst: d.Key})
		}
	}
	for _, x := range r.Related {
		e := seedEdge{Src: r.Subject, Kind: "portal_related", Dst: x.Key}
		i := slices.IndexFunc(out, func(o seedEdge) bool { return o.Kind == e.Kind && o.Dst == e.Dst })
		if i < 0 {
			i = len(out)
			out = append(out, e)
		}
		out[i].List = append(out[i].List, x.List)
	}
	return out
}

// instrumentOf returns gold's name of the instrument that a document carries:
// no page of the seeds has a document that carries two.
func (s *seedPage) instrumentOf(carrier string) string {
	for _, i := range s.Instruments {
		if carrier != "" && sameKey(i.Carrier, carrier) {
			return i.ID
		}
	}
	return ""
}

// checkFalse allows between documents only what gold has, itself or through
// the instruments that they carry.
func (s *seedPage) checkFalse(t *testing.T, r *Reading) {
	carrier := func(id string) string {
		for _, i := range s.Instruments {
			if i.ID == id {
				return i.Carrier
			}
		}
		return id
	}
	for _, x := range r.Relations {
		if strings.HasPrefix(x.From, "I:") || strings.HasPrefix(x.To, "I:") {
			continue
		}
		known := slices.ContainsFunc(s.Relations, func(e seedEdge) bool {
			return sameKey(carrier(e.Src), x.From) && sameKey(carrier(e.Dst), x.To)
		})
		if !known {
			t.Errorf("Read(%s) has the false relation %s %s %s", s.Seed, x.From, x.Kind, x.To)
		}
	}
}

func (e seedEdge) is(got seedEdge) bool {
	return e.Kind == got.Kind && sameKey(e.Src, got.Src) && sameKey(e.Dst, got.Dst) && slices.Equal(e.List, got.List)
}

// sameKey reports whether a key of gold is the page's: the year may stand on
// another page only.
func sameKey(gold, key string) bool {
	g, k := strings.Split(gold, ":"), strings.Split(key, ":")
	if len(g) == 5 && len(k) == 5 && k[3] == "0000" {
		g[3] = "0000"
	}
	return slices.Equal(g, k)
}
