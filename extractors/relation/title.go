package relation

import "vnlex/extractors/sentence"

// farLeft accepts document j as the one in whose title verb k stands.
func (c *clause) farLeft(k, j int, planned bool) {
	f := &c.verbs[k]
	if c.cited(j) && !c.is(j+1, opens) && !c.softMark(j+1) && !planned && !c.asksFor(k, j) && !c.insertedBehind(j) {
		return
	}
	f.how, f.subj = isLeft, j
	if planned {
		f.how = isPlan
	}
}

// insertedBehind reports whether "nêu trên" or the one who signed stands behind document
// j, and its title goes on then: «A» do Phó Thủ tướng X ký, phê duyệt điều chỉnh ….
func (c *clause) insertedBehind(j int) bool {
	if c.word(j+2) == "trên" {
		return true
	}
	i := j + 1
	for i < len(c.toks) && c.toks[i].Kind == sentence.Word && c.toks[i].Case != sentence.LowerCase {
		i++
	}
	return i > j+1 && c.word(i) == "ký" && c.punct(i+1, ',')
}

// asksFor reports whether document j is said to be, or to ask for, what verb k says:
// «A» là bước cụ thể hóa «B»; «A» chỉ đạo các sở triển khai «B».
func (c *clause) asksFor(k, j int) bool {
	f := &c.verbs[k]
	if f.v.family() != "implements" || f.at-j > 14 {
		return false
	}
	for i := j + 1; i < f.at; i++ {
		if c.toks[i].Kind != sentence.Word && !c.punct(i, ',') {
			return false
		}
	}
	if id := f.v.rows[0].ID; id == "T011" || id == "T106" {
		return true // whatever «A» does, it does it for that
	}
	switch c.word(j+1) + " " + c.word(j+2) {
	case "chỉ đạo", "yêu cầu", "đôn đốc", "đề nghị":
		return f.v.kind() == "implements" // to guide is left to others
	case "chính là":
		return true
	}
	return c.word(j+1) == "là"
}

// headless decides for a verb with words but no document before it: the title
// of a plan, "Ban hành Kế hoạch thực hiện", "Quyết định sửa đổi".
func (c *clause) headless(k, from, to int, planned bool) {
	f := &c.verbs[k]
	switch {
	case c.News && c.word(c.start) == "Đây" && c.word(c.start+1) == "là": // Đây là nghị định đầu tiên hướng dẫn «C»
		f.how, f.thing = isThis, c.This
	case planned:
		f.how = isOwnPlan
	case c.nounsOnly(from, to):
		f.how = isInitial
	}
}

// nounsOnly reports whether only the words of an enactment stand in the tokens
// from to: "Ban hành Nghị định", "Nghị định", "Nay".
func (c *clause) nounsOnly(from, to int) bool {
	for i := from; i <= to; {
		if v, n := c.t.types.At(c.toks, i); v > 0 {
			i += n
			continue
		}
		if !c.is(i, adverb|glue) && !c.enacts(i) {
			return false
		}
		i++
	}
	return true
}

func (c *clause) enacts(i int) bool {
	switch c.word(i) {
	case "Ban", "ban", "hành", "Nay", "BAN", "HÀNH", "Phê", "phê", "duyệt", "PHÊ", "DUYỆT", "một", "các", "bản":
		return true
	}
	return false
}

// ownAct reports whether the tokens from an agency to the verb say that it
// enacts this document: Chính phủ ban hành Nghị định sửa đổi.
func (c *clause) ownAct(from, verb int) bool {
	if c.News {
		return false
	}
	for i := from; i < verb; i++ {
		if c.enacts(i) && (c.word(i) == "ban" || c.word(i) == "Ban") {
			return c.nounsOnly(i, verb-1)
		}
	}
	return verb-from < 12 && c.bodyOnly(from, verb)
}

// bodyOnly reports whether nothing but the name of an agency stands before the
// verb of an operative sentence: "Chính phủ sửa đổi, bổ sung …".
func (c *clause) bodyOnly(from, verb int) bool {
	for i := from; i < verb; i++ {
		if c.toks[i].Kind != sentence.Word {
			return false
		}
	}
	return from <= c.start && c.toks[verb-1].Case == sentence.LowerCase && verb-from <= 3
}

// titleColon returns the document that a colon at token j parts from its title:
// «A» của Bộ trưởng Bộ X: Quy định chi tiết «B»; -1.
func (c *clause) titleColon(j int) int {
	if !c.punct(j, ':') {
		return -1
	}
	for i := j - 1; i >= c.start && j-i < 16; i-- {
		if c.isDocument(i) {
			if c.cited(i) && (i == c.start || c.opened >= 0) {
				return i
			}
			return -1
		}
		if c.toks[i].Kind != sentence.Word && !c.punct(i, ',') && !c.punct(i, '-') {
			return -1
		}
	}
	return -1
}

// farMoney is how many words back money takes a verb of carrying out.
const farMoney = 14

// spent reports whether it is money that carries something out before token i: "vốn
// ngân sách nhà nước thực hiện Chương trình" says nothing of the document.
func (c *clause) spent(i int) bool {
	for j := i; j >= max(c.start, i-farMoney) && c.toks[j].Kind == sentence.Word; j-- {
		switch w := lower(c.word(j)); {
		case w == "vốn", w == "phí" && lower(c.word(j-1)) == "kinh", w == "sách" && lower(c.word(j-1)) == "ngân", w == "lực" && lower(c.word(j-1)) == "nguồn":
			return true
		case w == "việc", w == "hoạch" && c.is(j-1, plan), w == "trình" && c.is(j-1, plan):
			return false
		}
	}
	return false
}

// within gives verb k the document in which a body acts: "Tại «A», Bộ Y tế bãi bỏ
// «B»" says that A repeals B.
func (c *clause) within(k int) {
	f := &c.verbs[k]
	if f.how != isAgency || f.v.family() != "amends" {
		return
	}
	for i := c.start; i < min(c.start+5, f.at); i++ { // Cụ thể, tại «A», …
		switch lower(c.word(i)) {
		case "tại", "theo", "bằng":
			if c.cited(i+1) && c.isDocument(i+1) {
				f.how, f.subj = isLeft, i+1
			}
			return
		}
	}
}

// asFollows reports whether the sentence says what comes: "Bộ Công Thương hướng dẫn
// thực hiện «A» như sau:" in a letter is what the letter does.
func (c *clause) asFollows() bool {
	for i := len(c.toks) - 1; i > max(0, len(c.toks)-5); i-- {
		if c.word(i) == "sau" && c.word(i-1) == "như" {
			return true
		}
	}
	return false
}
