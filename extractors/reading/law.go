package reading

import (
	"strings"

	"vnlex/extractors/normalize"
	"vnlex/extractors/relation"
)

// amendingLaws adds what the names of amending laws say: the Luật sửa đổi, bổ sung
// một số điều của Luật Tiếp công dân, Luật Khiếu nại … amends each law of the page
// that bears one of these names and is not younger.
func (p *page) amendingLaws() []relation.Statement {
	var out []relation.Statement
	laws := make(map[string][]int)
	for i := range p.docs {
		if d := &p.docs[i]; d.key != "" && d.name != "" {
			laws[normalize.Key(d.name)] = append(laws[normalize.Key(d.name)], i)
		}
	}
	for i := range p.docs {
		d := &p.docs[i]
		names := amendedNames(d.name)
		if len(names) == 0 || d.key == "" {
			continue
		}
		at := p.cites[d.cites[0]].Span
		for _, name := range names {
			if x := p.youngest(laws[name], i); x != none {
				out = append(out, relation.Statement{From: i, To: x, Kind: "amends", Family: "amends", Trigger: relation.ByID("T029"),
					Confidence: 0.9, Sentence: p.sentenceOf(at), At: at})
			}
		}
	}
	return out
}

// amendedNames returns the names in "Luật sửa đổi, bổ sung … của LUẬT, LUẬT và LUẬT", as keys.
func amendedNames(name string) []string {
	key := normalize.Key(name)
	rest, ok := cutAny(key, "luật sửa đổi, bổ sung ", "luật sửa đổi bổ sung ", "luật sửa đổi ", "bộ luật sửa đổi, bổ sung ")
	if !ok {
		return nil
	}
	i := strings.Index(rest, "luật ")
	if i < 0 {
		return nil
	}
	if j := strings.LastIndex(rest[:i], "bộ "); j >= 0 && j == i-len("bộ ") {
		i = j
	}
	var names []string
	for _, n := range splitLaws(rest[i:]) {
		names = append(names, strings.Trim(n, " ,;"))
	}
	return names
}

func cutAny(s string, heads ...string) (string, bool) {
	for _, h := range heads {
		if rest, ok := strings.CutPrefix(s, h); ok {
			return rest, true
		}
	}
	return s, false
}

// splitLaws cuts a list of names of laws before each "luật" or "bộ luật".
func splitLaws(s string) []string {
	for _, sep := range []string{", bộ luật ", " và bộ luật ", ", luật ", " và luật ", ", và luật "} {
		s = strings.ReplaceAll(s, sep, "\n"+strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(sep, ","), " và"), " "))
	}
	return strings.Split(s, "\n")
}

// youngest returns the youngest of some laws that is not younger than document
// i; none when there is none.
func (p *page) youngest(laws []int, i int) int {
	best := none
	for _, x := range laws[:min(len(laws), 20)] {
		if x == i || relation.Older(p.docs[i].date, p.docs[x].date) {
			continue
		}
		if best == none || p.docs[best].date < p.docs[x].date {
			best = x
		}
	}
	return best
}
