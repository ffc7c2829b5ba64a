package normalize_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

// TestVectors runs the normalisation vectors of the specification.
func TestVectors(t *testing.T) {
	funcs := map[string]func(string) string{
		"tone_fold": normalize.ToneFold,
		"khong_dau": normalize.Fold,
		"char":      normalize.Chars,
		"deglue":    normalize.DeGlue,

		"tcvn3":            decoder(normalize.TCVN3),
		"vni":              decoder(normalize.VNI),
		"viqr":             decoder(normalize.VIQR),
		"cp1258_as_cp1252": decoder(normalize.CP1258),
	}
	raw, err := os.ReadFile(testdata.Shared(t, "spec", "norm_tests.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		var v struct{ ID, Kind, Input, Expect string }
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		f, ok := funcs[v.Kind]
		if !ok {
			t.Errorf("%s: unknown kind %q", v.ID, v.Kind)
			continue
		}
		if got := f(v.Input); got != v.Expect {
			t.Errorf("%s: %s(%q) = %q, want %q", v.ID, v.Kind, v.Input, got, v.Expect)
		}
	}
}

func decoder(e normalize.Encoding) func(string) string {
	return func(s string) string { return normalize.Decode(e, s) }
}
