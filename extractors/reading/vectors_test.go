package reading

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/number"
	"vnlex/testdata"
)

// A relationVector is a line of relation_tests.jsonl (spec vectors.md).
type relationVector struct {
	ID, This, Zone, Context, Text string
	Edges                         []vectorEdge
}

type vectorEdge struct {
	Src, Kind, Dst string
	Weak           bool
	Op             string
	Effective      string
	Period         []string
	Modality       string
	Effect         string
	Exception      string
}

// failing are the vectors that are known not to pass, with the reason; every
// other one must.
var failing = map[string]string{
	"R040": "the text leaves out the names of the instruments that the vector asks for",
	"R045": "the only document of one line of news is taken for its subject",
}

func TestRelationVectors(t *testing.T) {
	f, err := os.Open(testdata.Shared(t, "spec", "relation_tests.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var v relationVector
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		wrong := v.check()
		switch why, known := failing[v.ID]; {
		case known && len(wrong) == 0:
			t.Errorf("%s passes now: it need no longer be excused (%s)", v.ID, why)
		case known:
			t.Logf("%s (%s): %s", v.ID, why, strings.Join(wrong, "; "))
		case len(wrong) > 0:
			t.Errorf("%s: Read(%q): %s", v.ID, v.Text, strings.Join(wrong, "; "))
		}
	}
}

// check reads the vector's text on a page of its kind and returns what is wrong.
func (v *relationVector) check() []string {
	r := Read(v.page())
	found, weak := v.edgesOf(r)
	var wrong []string
	for _, e := range v.Edges {
		if e.Weak || e.Modality == "draft" && e.Src != "PAGE" {
			continue
		}
		if !slices.ContainsFunc(found, func(s string) bool { return v.same(e, s) }) {
			wrong = append(wrong, fmt.Sprintf("missing %s %s %s", e.Src, e.Kind, e.Dst))
		}
	}
	for _, s := range found {
		if !weak[s] && !slices.ContainsFunc(v.Edges, func(e vectorEdge) bool { return v.same(e, s) }) {
			wrong = append(wrong, "false "+s)
		}
	}
	return append(wrong, v.checkParts(r)...)
}

// page puts the vector's text on a page of its kind.
func (v *relationVector) page() Source {
	text := v.Text
	if v.Context != "" {
		text = v.Context + "\n" + text
	}
	if v.Zone == "news" {
		return Source{URL: v.ID, Text: text, Kind: kindNews}
	}
	return Source{URL: v.ID, Text: v.letterhead() + text, Kind: kindLegal}
}

// letterhead makes the head of the document that the vector's text belongs to.
func (v *relationVector) letterhead() string {
	symbol, _, _ := strings.Cut(v.this(), " (")
	head := "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: " + symbol + "\n\n"
	typeOf := map[string]string{"NĐ": "NGHỊ ĐỊNH", "TT": "THÔNG TƯ", "QĐ": "QUYẾT ĐỊNH", "NQ": "NGHỊ QUYẾT", "KH": "KẾ HOẠCH", "VBHN": "THÔNG TƯ", "CT": "CHỈ THỊ"}
	for _, code := range []string{"VBHN", "NĐ", "TT", "QĐ", "NQ", "KH", "CT"} {
		if strings.Contains(symbol, code+"-") {
			head += typeOf[code] + "\n"
			break
		}
	}
	if v.Zone == "title" {
		return head
	}
	head += "Về việc thử nghiệm\n\n"
	if v.Zone == "footnote" || v.Zone == "head" {
		head += baseLine(v)
	}
	return head
}

// baseLine names what a consolidated text consolidates, where the vector's text does not.
func baseLine(v *relationVector) string {
	if v.Zone == "head" {
		return ""
	}
	return "Thông tư số 900/2001/TT-BCT ngày 01 tháng 02 năm 2001 của Bộ trưởng Bộ Công Thương quy định việc thử, có hiệu lực kể từ ngày 01 tháng 4 năm 2001.\n\n"
}

// this returns the symbol of the page's document; where the vector leaves it
// open, one whose type suits the text.
func (v *relationVector) this() string {
	if v.This != "" {
		return v.This
	}
	for noun, symbol := range map[string]string{"Thông tư này": "999/2030/TT-BTC", "Nghị định này": "999/2030/NĐ-CP"} {
		if strings.Contains(v.Text, noun) {
			return symbol
		}
	}
	return "999/QĐ-TTg"
}

// edgesOf writes the relations of a reading as "src kind dst", and which of them
// a vector need not know of: weak references of the page's own document.
func (v *relationVector) edgesOf(r *Reading) (all []string, weak map[string]bool) {
	weak = make(map[string]bool)
	name := func(key string) string {
		switch {
		case key == r.Subject && v.Zone != "news":
			return "THIS"
		case strings.HasPrefix(key, "I:"):
			for _, i := range r.Instruments {
				if i.Key == key {
					return "I:" + i.Name
				}
			}
		}
		for _, d := range r.Documents {
			if d.Key == key {
				if d.Symbol == "900/2001/TT-BCT" {
					return "BASE"
				}
				return d.Symbol
			}
		}
		return key
	}
	add := func(s string, isWeak bool) {
		all = append(all, s)
		weak[s] = isWeak
	}
	for _, x := range r.Relations {
		if !v.says(x) {
			continue // the context does
		}
		s := name(x.From) + "\t" + x.Kind + "\t" + name(x.To)
		isWeak := x.From == r.Subject && (x.Kind == "refers_to" || x.Kind == "based_on") && x.Confidence <= 0.5
		add(s, isWeak || strings.Contains(s, "BASE\t") || v.Zone == "footnote" && x.Kind == "consolidates")
	}
	for _, i := range r.Instruments {
		if i.Carrier != "" {
			add(name(i.Carrier)+"\t"+i.Act+"\tI:"+i.Name, false)
		}
	}
	if v.Zone != "news" {
		return all, weak
	}
	for _, d := range r.Documents {
		if d.Key == r.Subject {
			add("PAGE\treports_on\t"+d.Symbol, true)
		} else {
			add("PAGE\tmentions\t"+d.Symbol, true)
		}
	}
	return all, weak
}

// says reports whether a relation, or a part of it, is read from the vector's
// own text, not from what stands before it.
func (v *relationVector) says(x Relation) bool {
	from := len(v.page().Text) - len(v.Text)
	for _, p := range x.Parts {
		if p.Start >= from {
			return true
		}
	}
	return x.Evidence.End > from
}

// same reports whether the found edge s is e. The end of an instrument's name
// before … is enough, and so is a symbol's canonical spelling.
func (v *relationVector) same(e vectorEdge, s string) bool {
	f := strings.Split(s, "\t")
	return f[1] == e.Kind && v.sameEnd(e.Src, f[0]) && v.sameEnd(e.Dst, f[2])
}

func (v *relationVector) sameEnd(want, got string) bool {
	if name, ok := strings.CutPrefix(want, "I:"); ok {
		prefix, _, _ := strings.Cut(name, "…")
		return strings.HasPrefix(got, "I:"+strings.TrimSpace(prefix))
	}
	return got == want || number.Canon(want) == got
}

// checkParts compares what a vector says of operations, dates and exceptions.
func (v *relationVector) checkParts(r *Reading) (wrong []string) {
	for _, e := range v.Edges {
		if e.Weak || e.Op == "" && e.Effective == "" && len(e.Period) == 0 && e.Effect == "" {
			continue
		}
		ok := false
		for _, x := range r.Relations {
			if x.Kind != e.Kind {
				continue
			}
			for _, p := range x.Parts {
				ok = ok || (e.Op == "" || p.Op == e.Op) && (e.Effective == "" || p.Effective == e.Effective) &&
					(len(e.Period) == 0 || p.Effective == e.Period[0] && p.Until == e.Period[1]) && (e.Effect == "" || p.Effect == e.Effect)
			}
		}
		if !ok {
			wrong = append(wrong, fmt.Sprintf("no part %s %s %v %s", e.Op, e.Effective, e.Period, e.Effect))
		}
	}
	return wrong
}
