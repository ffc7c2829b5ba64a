package relation

import (
	"strings"

	"vnlex/extractors/sentence"
)

// countedAs reports whether document i is named behind a count that verb k acts upon:
// thay thế hai nghị quyết cũ là «A» và «B»; bãi bỏ một số văn bản, trong đó có «A».
func (c *clause) countedAs(k, i int) bool {
	f := &c.verbs[k]
	if f.v.family() != "amends" || c.word(i-1) != "là" && !(c.word(i-1) == "có" && c.word(i-2) == "đó") {
		return false
	}
	n := f.end
	switch c.word(n) {
	case "một", "các", "những", "nhiều":
		n++
	default:
		if countWord(c.word(n)) == 0 {
			return false
		}
	}
	if c.word(n) == "số" {
		n++
	}
	v, _ := c.t.types.At(c.toks, min(n+1, len(c.toks)))
	if w, _ := c.t.types.At(c.toks, min(n, len(c.toks))); w > 0 {
		v = w
	}
	return v > 0
}

// ruled reports whether "quy định tại", over the names of rules, stands between verb k,
// that guides or details, and document i: «A» hướng dẫn nội dung về kho quy định tại «B».
func (c *clause) ruled(k, i int) bool {
	f := &c.verbs[k]
	if f.v.family() != "implements" || f.v.kind() == "implements" || i-f.end > farRule {
		return false
	}
	for j := i - 1; j > f.end+1; j-- {
		switch {
		case c.word(j) == "tại":
			return c.word(j-1) == "định" && c.word(j-2) == "quy" && c.word(j-3) != "theo"
		case !c.unitWord(j) && !c.punct(j, ','):
			return false
		}
	}
	return false
}

// farRule is the most words between a verb of guiding and the rule it guides.
const farRule = 30

// setOut reports whether what verb k carries out is told by where it is set out: cụ thể
// hóa các nhiệm vụ mà Thủ tướng đã giao tại «C».
func (c *clause) setOut(k, i int) bool {
	f := &c.verbs[k]
	if f.v.kind() != "implements" || f.how != isLeft && f.how != isThis || i-f.end > farRule || c.word(i-1) != "tại" && c.word(i-1) != "trong" {
		return false
	}
	switch c.word(i - 2) {
	case "giao", "nêu", "ra", "định", "cập":
		return c.is(f.end, link) && c.word(i-3) != "quy"
	}
	return false
}

// guidesWhom reports whether only those who are guided stand between verb k and token i:
// hướng dẫn các địa phương thực hiện «C».
func (c *clause) guidesWhom(k, i int) bool {
	f := &c.verbs[k]
	if f.v.kind() != "guides" || i-f.end > 10 {
		return false
	}
	for j := f.end; j < i; j++ {
		if c.toks[j].Kind != sentence.Word && !c.punct(j, ',') {
			return false
		}
	}
	switch c.word(f.end) {
	case "các", "những", "cho", "địa", "Sở", "UBND", "ủy", "Ủy", "cơ", "đơn", "doanh":
		return true
	}
	return false
}

// carriedIn adds the document by which the own title names an instrument: Thực hiện Đề
// án phát triển nghề muối theo «C».
func (c *clause) carriedIn(k, i int) {
	f := &c.verbs[k]
	if !c.isDocument(i) && c.own(f.at) && f.v.kind() == "implements" && c.word(i+1) == "theo" && c.isDocument(i+2) {
		f.objs = append(f.objs, i+2)
		c.owner[i+2] = int16(k)
	}
}

// carrierBehind reports whether "theo «C»" behind token i names what carries the instrument at
// it: thực hiện Đề án phát triển nghề muối theo «C» carries out C, as no "theo quy định
// tại «C»" does.
func (c *clause) carrierBehind(k, i int) bool {
	x := c.thing(i)
	return c.verbs[k].v.kind() == "implements" && x >= 0 && c.Things[x].Instrument &&
		c.word(i+1) == "theo" && c.isDocument(i+2) && c.Things[x].Carrier == c.thing(i+2)
}

// carriedBehind reports whether "(ban hành) kèm theo «C»" follows token i.
func (c *clause) carriedBehind(i int) bool {
	for j := i + 1; j < min(i+6, len(c.toks)); j++ {
		if c.isDocument(j) {
			return c.is(j-1, agent)
		}
		if !c.is(j, link|agent|passive|adverb) {
			return false
		}
	}
	return false
}

// hangs reports whether a preposition, over the names of parts, stands before token i.
func (c *clause) hangs(i int) bool {
	for j := i - 1; j >= 0; j-- {
		t := &c.toks[j]
		switch {
		case t.Kind == sentence.Word && c.is(j, agent|link) && prepositions[c.word(j)]:
			return true
		case t.Kind == sentence.Digit, c.is(j, part), c.punct(j, ','), c.punct(j, ':'), len(c.word(j)) <= 2:
		case c.word(j) == "các", c.word(j) == "văn", c.word(j) == "bản":
		case t.Kind == sentence.Word && t.Case == sentence.AllCaps && prepositions[lower(c.word(j))]:
			return true
		default:
			return false
		}
	}
	return false
}

var prepositions = map[string]bool{"theo": true, "tại": true, "của": true, "trong": true, "với": true, "ở": true}

func lower(s string) string {
	if !strings.ContainsFunc(s, sentence.IsUpper) {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		out = append(out, sentence.Lower(r))
	}
	return string(out)
}
