package number

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"vnlex/extractors/normalize"
)

var loose = regexp.MustCompile(`\d+[a-zA-ZĐ]?\s{0,2}[/-]\s{0,2}(?:(?:19|20)\d\d\s{0,2}/\s{0,2})?[A-ZĐ][A-ZĐa-z&0-9]*(?:\s?[-/]\s?[A-ZĐ][A-ZĐa-z&0-9]*)*`)

func TestStat(t *testing.T) {
	fam := map[string]int{}
	miss := map[string]int{}
	missCtx := map[string]string{}
	orgs := map[string]int{}
	weird := map[string]string{}
	files, _ := filepath.Glob("/work/shared/data/*/*.txt")
	f2, _ := filepath.Glob("/work/shared/data/*/*/*.txt")
	f3, _ := filepath.Glob("/work/shared/data/pages/*.md")
	f4, _ := filepath.Glob("/work/shared/seeds/*.txt")
	files = append(append(append(files, f2...), f3...), f4...)
	t.Log(len(files))
	for _, f := range files {
		b, _ := os.ReadFile(f)
		x := normalize.Text(string(b))
		s := x.Norm
		ms := Extract(x)
		covered := map[int]bool{}
		for _, m := range ms {
			fam[m.Value.Family.String()]++
			for i := m.Span.Start; i < m.Span.End; i++ {
				covered[i] = true
			}
			k := m.Value.Family.String() + " " + m.Value.Type + " " + strings.Join(m.Value.Orgs, "+")
			orgs[k]++
			if _, ok := weird[k]; !ok {
				weird[k] = fmt.Sprintf("%s: %q", filepath.Base(f), s[max(0, m.Span.Start-60):min(len(s), m.Span.End+20)])
			}
		}
		for _, l := range loose.FindAllStringIndex(s, -1) {
			if !covered[l[0]] {
				w := s[l[0]:l[1]]
				w = regexp.MustCompile(`\d+`).ReplaceAllString(w, "#")
				miss[w]++
				missCtx[w] = fmt.Sprintf("%s: %q", filepath.Base(f), s[max(0, l[0]-60):min(len(s), l[1]+20)])
			}
		}
	}
	fmt.Println(fam)
	dump := func(name string, m map[string]int, c map[string]string) {
		var ks []string
		for k := range m {
			ks = append(ks, k)
		}
		sort.Slice(ks, func(i, j int) bool { return m[ks[i]] > m[ks[j]] || m[ks[i]] == m[ks[j]] && ks[i] < ks[j] })
		o, _ := os.Create("/tmp/b/stat/" + name)
		for _, k := range ks {
			fmt.Fprintf(o, "%d\t%q\t%s\n", m[k], k, c[k])
		}
		o.Close()
	}
	dump("miss", miss, missCtx)
	dump("orgs", orgs, weird)
}
