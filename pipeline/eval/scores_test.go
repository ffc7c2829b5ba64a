package eval

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"vnlex/testdata"
)

const scoreFile = "testdata/scores.json"

// scores are the figures of all measures, by gold file and measure.
type scores map[string]map[string]float64

// An updateFlag is how scores.json is rewritten: not at all, raised, or as measured.
type updateFlag string

func (u *updateFlag) String() string   { return string(*u) }
func (u *updateFlag) IsBoolFlag() bool { return true }
func (u *updateFlag) Set(s string) error {
	switch s {
	case "true", "lower":
		*u = updateFlag(s)
		return nil
	}
	return fmt.Errorf("want -update or -update=lower, not %q", s)
}

var update = registered()

func registered() *updateFlag {
	u := new(updateFlag)
	flag.Var(u, "update", "raise the figures of "+scoreFile+" and "+ownScoreFile+
		"; -update=lower takes them as measured")
	return u
}

// No figure on the labelled pages of the reference material may fall below what was
// reached. Who gives something up on purpose says so with -update=lower.
func TestScores(t *testing.T) {
	holdScores(t, scoreFile, measureAll(t))
}

// holdScores fails where a figure is below the one in a file, or rewrites the file.
func holdScores(t *testing.T, file string, got scores) {
	t.Helper()
	want := readScores(t, file)
	if *update != "" {
		writeScores(t, file, updated(want, got, *update == "lower"))
		return
	}
	for _, gold := range slices.Sorted(maps.Keys(want)) {
		for _, m := range slices.Sorted(maps.Keys(want[gold])) {
			now, ok := got[gold][m]
			if !ok && strings.Contains(m, " ") {
				continue // a kind that gold has none of, and that is not invented any more
			}
			if low := want[gold][m]; now < low {
				t.Errorf("%s: %s = %.4f, want at least %.4f (-update raises, -update=lower gives up)",
					gold, m, now, low)
			}
		}
	}
	for _, gold := range slices.Sorted(maps.Keys(got)) {
		if want[gold] == nil {
			t.Errorf("%s is measured, but has no figures in %s", gold, file)
		}
	}
}

func measureAll(t *testing.T) scores {
	t.Helper()
	return scoresOn(t,
		testdata.Shared(t, "seeds", "gold.json"),
		testdata.Shared(t, "data", "gold", "gold.jsonl"),
		testdata.Shared(t, "data", "gazette", "gold.jsonl"),
		testdata.Shared(t, "data", "citations", "sentences.jsonl"),
		testdata.Shared(t, "data", "relations", "pairs.jsonl"),
		testdata.Shared(t, "data", "html", "tvpl", "gold.jsonl"),
		testdata.Shared(t, "data", "html", "vbpl", "gold.jsonl"),
	)
}

// scoresOn are the figures on some gold files.
func scoresOn(t *testing.T, gold ...string) scores {
	t.Helper()
	report, err := Run(t.Context(), gold, Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := scores{}
	for _, s := range report.Sets {
		out[s.Gold] = map[string]float64{"pages read": *round(share(s.Read, s.Pages))}
		for _, m := range s.Measures {
			out[s.Gold][strings.TrimSpace(m.Name+" "+m.Of)] = m.Figure()
		}
	}
	return out
}

// updated are the new figures: the better of both, or all as measured.
func updated(old, now scores, lower bool) scores {
	if lower {
		return now
	}
	out := scores{}
	for gold, figures := range now {
		out[gold] = map[string]float64{}
		for m, f := range figures {
			out[gold][m] = max(f, old[gold][m])
		}
		for m, f := range old[gold] {
			out[gold][m] = max(f, out[gold][m])
		}
	}
	return out
}

func readScores(t *testing.T, file string) scores {
	t.Helper()
	out := scores{}
	raw, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && *update != "" {
		return out
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return out
}

func writeScores(t *testing.T, file string, s scores) {
	t.Helper()
	raw, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(raw, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestUpdated(t *testing.T) {
	old := scores{"g": {"a": 0.5, "b": 0.9, "c": 0.7}}
	now := scores{"g": {"a": 0.6, "b": 0.8, "d": 0.1}}
	for _, tt := range []struct {
		lower bool
		want  string
	}{
		{false, `{"g":{"a":0.6,"b":0.9,"c":0.7,"d":0.1}}`},
		{true, `{"g":{"a":0.6,"b":0.8,"d":0.1}}`},
	} {
		got, err := json.Marshal(updated(old, now, tt.lower))
		if err != nil || string(got) != tt.want {
			t.Errorf("updated(lower %v) = %s, %v, want %s", tt.lower, got, err, tt.want)
		}
	}
}
