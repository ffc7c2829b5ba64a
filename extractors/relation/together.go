package relation

import (
	"strconv"

	"vnlex/extractors/sentence"
)

// together gives the active verb k several subjects, where the sentence says that
// they act alike: «A» và «B» cùng sửa đổi «C»; Ba nghị định này đều hướng dẫn «C».
// It reports whether it did.
func (c *clause) together(k int) bool {
	f := &c.verbs[k]
	i := f.at - 1
	for i > c.start && !alike(c.word(i)) && (c.is(i, adverb) || c.is(i, passive)) {
		i--
	}
	if i <= c.start || !alike(c.word(i)) {
		return c.inTurn(k)
	}
	if i--; c.isDocument(i) && c.thing(i) >= 0 {
		f.how, f.subj, f.thing = isLeft, i, c.thing(i)
		for _, j := range c.listedBefore(i) {
			f.also = append(f.also, c.thing(j))
		}
		return true
	}
	if all := c.counted(i); len(all) > 0 {
		f.how, f.thing, f.also = isLeft, all[0], all[1:]
		return true
	}
	return false
}

// inTurn gives verb k the subjects of "lần lượt": «A» và «B» lần lượt được ban hành năm
// 2021 và 2023 để sửa «C».
func (c *clause) inTurn(k int) bool {
	f := &c.verbs[k]
	for i := f.at - 2; i > c.start && !c.marked(i); i-- {
		if c.word(i) == "lần" && c.word(i+1) == "lượt" && c.isDocument(i-1) && c.thing(i-1) >= 0 {
			f.how, f.subj, f.thing = isLeft, i-1, c.thing(i-1)
			for _, j := range c.listedBefore(i - 1) {
				f.also = append(f.also, c.thing(j))
			}
			return true
		}
	}
	return false
}

func alike(w string) bool { return w == "đều" || w == "cùng" }

// counted returns the documents that a count at the beginning of the sentence
// means: "Ba nghị định này", "Hai thông tư ban hành từ năm 2022 đến nay", ending at
// token end. They are told only where the text has named just so many.
func (c *clause) counted(end int) []int {
	n := countWord(c.word(c.start))
	v, k := c.t.types.At(c.toks, min(c.start+1, len(c.toks)))
	if n == 0 || v == 0 || nouns[v-1].slugs == "" {
		return nil
	}
	i, since := c.start+1+k, 0
	switch {
	case c.is(i, this|that) && i == end:
	case c.above(i) && i+1 == end:
	case c.word(i) == "ban" && c.word(i+1) == "hành" && c.word(i+2) == "từ" && c.word(i+3) == "năm" && i+4 <= end:
		since, _ = strconv.Atoi(c.word(i + 4))
	case i == end+1:
	default:
		return nil
	}
	all := c.named(nouns[v-1], since)
	if len(all) != n {
		return nil
	}
	return all
}

// farNamed is how many marks back a count looks for what it counts.
const farNamed = 60

// named returns the documents of noun n that are named before the sentence, not
// older than a year.
func (c *clause) named(n noun, since int) []int {
	var all []int
	seen := make(map[int]bool)
	last := c.firstMark(int(c.toks[0].Start))
	for m := last - 1; m >= max(0, last-farNamed); m-- {
		x := c.Marks[m].Thing
		if x < 0 || seen[x] || c.Things[x].Instrument || !n.means(c.Things[x].Type) {
			continue
		}
		seen[x] = true
		if len(c.Things[x].Date) < 4 || since > 0 && c.Things[x].Date[:4] < strconv.Itoa(since) {
			continue
		}
		all = append(all, x)
	}
	return all
}

// both reads "hai nghị định này" as two documents in a list, where the text has named
// just two; used is the token behind it, 0 when there are none.
func (c *clause) both(i int) (two [3]sentence.Token, used int) {
	if c.toks[i].Kind == sentence.Marked || countWord(c.word(i)) != 2 {
		return two, 0
	}
	v, k := c.t.types.At(c.toks, min(i+1, len(c.toks)))
	if v == 0 || nouns[v-1].slugs == "" {
		return two, 0
	}
	used = i + 1 + k
	switch {
	case c.is(used, this|that):
		used++
	case c.above(used):
		used += 2
	default:
		return two, 0
	}
	all := c.named(nouns[v-1], 0)
	if len(all) != 2 || used-i < len(two) {
		return two, 0
	}
	t := c.toks[i]
	t.Kind, t.End, t.Ref = sentence.Marked, c.toks[used-1].End, refOf(all[0])
	two[0], two[2] = t, t
	two[2].Ref = refOf(all[1])
	two[1] = sentence.Token{Start: t.Start, End: t.Start, Kind: sentence.Punct, ID: ','}
	return two, used
}

// twin returns the other of the two documents that both made of document i.
func (c *clause) twin(i int) []int {
	if i < 2 || !c.marked(i-2) || c.toks[i-2].Start != c.toks[i].Start {
		return nil
	}
	return []int{c.thing(i - 2)}
}

// nearest returns the document of noun n that the sentence names before a semicolon,
// when it is the only one: «A» được hướng dẫn bởi «B»; thông tư này ….
func (c *clause) nearest(n noun) int {
	end := c.done - 1
	for end >= 0 && !c.punct(end, ';') {
		end--
	}
	return c.only(n, max(end, 0))
}

// only returns the one document of noun n among the tokens before end that stands in no
// brackets; -1.
func (c *clause) only(n noun, end int) int {
	x, depth := -1, 0
	for i := range end {
		switch y := c.thing(i); {
		case c.punct(i, '('):
			depth++
		case c.punct(i, ')'):
			depth--
		case depth > 0 || !c.marked(i) || y < 0 || n.slugs == "" || !n.means(c.Things[y].Type) || y == x:
		case x >= 0:
			return -1
		default:
			x = y
		}
	}
	return x
}

// many reports whether token i says that several are meant: "các nghị định này",
// "Hai nghị định này" are no single document.
func (c *clause) many(i int) bool {
	if i < 0 {
		return false
	}
	w := lower(c.word(i))
	if c.toks[i].Kind == sentence.Digit && c.is(i-1, part) {
		return false // điểm 2 Thông báo này
	}
	return w == "các" || w == "những" || countWord(w) > 0 && (w != "năm" || i == 0)
}

// countWord returns the number that a word says, up to six; 0.
func countWord(w string) int {
	switch lower(w) {
	case "hai", "2", "02":
		return 2
	case "ba", "3", "03":
		return 3
	case "bốn", "4", "04":
		return 4
	case "năm", "5", "05":
		return 5
	case "sáu", "6", "06":
		return 6
	}
	return 0
}

// tools are the nouns for instruments and their kinds.
var tools = map[string]string{"chiến lược": "chien-luoc", "chương trình": "chuong-trinh", "đề án": "de-an",
	"quy hoạch": "quy-hoach", "kế hoạch": "ke-hoach"}

// tool returns the instrument that "Chiến lược nói trên" takes up: the last of its kind
// that is named before; -1.
func (c *clause) tool(n noun, i int) int {
	kind := tools[n.words]
	if kind == "" || c.word(i+1) != "trên" || c.word(i) != "nói" && c.word(i) != "nêu" && c.word(i) != "kể" {
		return -1
	}
	last := c.firstMark(int(c.toks[i].Start))
	for m := last - 1; m >= max(0, last-farNamed); m-- {
		if x := c.Marks[m].Thing; x >= 0 && c.Things[x].Instrument && c.Things[x].Type == kind {
			return x
		}
	}
	return -1
}

// spokenLast returns the document that is named last before token i: văn bản ấy.
func (c *clause) spokenLast(i int) int {
	if m := c.firstMark(int(c.toks[i].Start)) - 1; m >= 0 && c.Marks[m].Thing >= 0 && !c.Things[c.Marks[m].Thing].Instrument {
		return c.Marks[m].Thing
	}
	return -1
}
