package reading

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestOperations: twice the text takes about twice the operations, whatever it repeats. An
// operation is a run of one basic block of any extractor, as a build with coverage counts
// them: unlike time, it is the same on every machine, and no loop of ours escapes it. (A scan
// by package strings is one operation: BenchmarkReadGrowth tells of those.)
func TestOperations(t *testing.T) {
	var texts []Source
	for _, s := range append(varied(), hostile...) {
		for _, kind := range []string{kindNews, kindLegal} {
			n := max(2, 8_000/len(s))
			texts = append(texts, Source{Kind: kind, Text: strings.Repeat(s, n)},
				Source{Kind: kind, Text: strings.Repeat(s, 2*n)})
		}
	}
	counts := operations(t, texts)
	for i := 0; i < len(counts); i += 2 {
		if once, twice := counts[i], counts[i+1]; once == 0 || twice > once*23/10+100_000 {
			t.Errorf("Read(%s, %.60q…) takes %d operations, of twice the text %d",
				texts[i].Kind, texts[i].Text, once, twice)
		}
	}
}

// operations returns how many operations the reading of each text takes.
func operations(t *testing.T, texts []Source) (counts []uint64) {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "operations")
	build := exec.CommandContext(t.Context(), "go", "build", "-cover", "-covermode=atomic",
		"-coverpkg=vnlex/extractors/...", "-o", bin, "./testdata/operations")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("a build with coverage: %v\n%s", err, out)
	}
	in, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.CommandContext(t.Context(), bin)
	run.Stdin, run.Env = bytes.NewReader(in), append(run.Environ(), "GOCOVERDIR="+filepath.Dir(bin))
	out, err := run.Output()
	if err == nil {
		err = json.Unmarshal(out, &counts)
	}
	if err != nil || len(counts) != len(texts) {
		t.Fatalf("%d counts for %d texts: %v", len(counts), len(texts), err)
	}
	return counts
}

// varied are stretches whose parts differ: many documents, footnotes and brackets.
func varied() []string {
	var cites, notes, nested strings.Builder
	for i := range 150 {
		fmt.Fprintf(&cites, "Căn cứ Nghị định số %d/2020/NĐ-CP ngày 1/2/2020 và Điều %d", i, i)
		fmt.Fprintf(&cites, " Luật số %d/2019/QH14; ", i)
		fmt.Fprintf(&notes, "Khoản này được sửa đổi[%d] theo Thông tư số %d/2021/TT-BTC.\n", i, i)
		fmt.Fprintf(&nested, "(Quyết định số %d/QĐ-TTg %s", i, strings.Repeat("(", i%7))
	}
	return []string{cites.String(), notes.String(), nested.String()}
}
