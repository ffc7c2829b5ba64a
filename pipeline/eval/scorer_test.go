package eval

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/extractors/reading"
	"vnlex/testdata"
)

// The scorer in Python is the judge of whole pages: on the same readings both count the
// same. That of today makes few mistakes, so readings that were spoiled follow.
func TestCountsOfScorer(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spoil func(*rand.Rand, *reading.Reading)
	}{
		{"as read", func(*rand.Rand, *reading.Reading) {}},
		{"spoiled", spoil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			pages := readGold(t, func(got *reading.Reading) { tt.spoil(r, got) })
			set := Set{sum: map[mark]Tally{}}
			for _, p := range pages {
				s := newSheet("gold", p.gold.ID)
				s.pages++
				p.gold.score(s, p.got)
				set.add(s)
			}
			set.close()
			if diff := cmp.Diff(scorer(t, pages), counts(set)); diff != "" {
				t.Errorf("counts (-score.py +ours):\n%s", diff)
			}
		})
	}
}

type labelled struct {
	gold *goldPage
	got  *reading.Reading
}

// readGold reads the labelled pages of the reference material.
func readGold(t *testing.T, change func(*reading.Reading)) []labelled {
	t.Helper()
	var out []labelled
	r := newReader(Options{}.withDefaults())
	for v, err := range values(testdata.Shared(t, "data", "gold", "gold.jsonl"), 1<<24) {
		if err != nil {
			t.Fatal(err)
		}
		g := &goldPage{}
		if err := decode(v, g); err != nil {
			t.Fatal(err)
		}
		got, err := r.read(t.Context(), newSheet("", ""), v, v.beside(g.Text), kindOf(g.Page.Kind))
		if err != nil || got == nil {
			t.Fatalf("read %s: %v", g.ID, err)
		}
		change(got)
		out = append(out, labelled{g, got})
	}
	return out
}

// scorer returns the counts of score.py; those of a part that it never meets are left out.
func scorer(t *testing.T, pages []labelled) map[string]int {
	t.Helper()
	python := testdata.Program(t, "python3")
	dir := t.TempDir()
	readings, result := filepath.Join(dir, "readings.jsonl"), filepath.Join(dir, "counts.json")
	writeReadings(t, readings, pages)
	run := exec.CommandContext(t.Context(), python, "-B", testdata.Shared(t, "checks", "score.py"),
		testdata.Shared(t, "data", "gold", "gold.jsonl"), readings,
		"--texts", testdata.Shared(t, "data", "gold", "texts"), "--json", result)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", run, err, out)
	}
	raw, err := os.ReadFile(result)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]int
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	return nonzero(all)
}

func writeReadings(t *testing.T, path string, pages []labelled) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range pages {
		withoutText := *p.got
		withoutText.Text = ""
		if err := json.NewEncoder(f).Encode(struct {
			ID string `json:"id"`
			reading.Reading
		}{p.gold.ID, withoutText}); err != nil {
			t.Fatal(err)
		}
	}
}

// counts are ours under the names of score.py.
func counts(s Set) map[string]int {
	out := map[string]int{"pages": s.Pages, "read": s.Read}
	for part, m := range map[string]mark{
		"d": {mDocument, ""}, "dn": {mNumbered, ""}, "n": {mNumber, ""}, "k": {mRelation,
			""}, "f": {mFamily, ""},
		implements: {mFamily, implements}, amends: {mFamily, amends}, cites: {mFamily, cites},
	} {
		t := s.sum[m]
		out[part+"_tp"], out[part+"_fp"], out[part+"_fn"] = t.Right, t.Wrong, t.Missed
	}
	for part, name := range map[string]string{
		"s": mSubject, "issue_date": mIssued, "signer": mSigner, "effective_date": mEffective,
	} {
		t := s.sum[mark{name, ""}]
		out[part+"_n"], out[part+"_ok"], out[part+"_false"] = t.Right+t.Missed, t.Right, t.Beyond
	}
	for part, name := range map[string]string{"dir": mDirection, "offset": mPlace} {
		t := s.sum[mark{name, ""}]
		out[part+"_n"], out[part+"_ok"] = t.Right+t.Wrong, t.Right
	}
	return nonzero(out)
}

func nonzero(m map[string]int) map[string]int {
	for k, n := range m {
		if n == 0 {
			delete(m, k)
		}
	}
	return m
}

// spoil makes the mistakes that a reader could make.
func spoil(r *rand.Rand, got *reading.Reading) {
	if r.IntN(8) == 0 {
		got.Subject = ""
	}
	for i := range got.Documents {
		spoilDocument(r, got, &got.Documents[i])
	}
	for i := range got.Relations {
		spoilRelation(r, got, &got.Relations[i])
	}
}

func spoilDocument(r *rand.Rand, got *reading.Reading, d *reading.Document) {
	switch r.IntN(12) {
	case 0:
		d.Key = ""
	case 1:
		d.Key = "vn:quyet-dinh:ubnd@x:2020:" + string(rune('1'+r.IntN(9)))
	case 2:
		d.Role = "related"
	case 3:
		d.Mentions = nil
	case 4:
		d.ByName = !d.ByName
	case 5:
		got.Subject, d.Issued, d.Effective = d.Key, "2024-02-29", "2024-03-01"
	case 6:
		d.Signer = &reading.Signer{Name: "TRẦN HOÀ"}
	case 7:
		for j := range d.Mentions {
			d.Mentions[j].Text += "!"
		}
	}
}

func spoilRelation(r *rand.Rand, got *reading.Reading, x *reading.Relation) {
	switch r.IntN(8) {
	case 0:
		x.From, x.To = x.To, x.From
	case 1, 2:
		x.Kind = kinds[r.IntN(len(kinds))].kind
	case 3:
		x.To = got.Relations[r.IntN(len(got.Relations))].To
	case 4:
		x.Evidence.Start = 0
	case 5:
		x.From = "I:" + x.From
	}
}
