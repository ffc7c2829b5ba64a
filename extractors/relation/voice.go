package relation

import "vnlex/extractors/sentence"

// voice decides how verb k is used: as the ground that opens a sentence, in the
// passive, as a statement of force, or actively.
func (c *clause) voice(k int) {
	f := &c.verbs[k]
	row := f.v.rows[0]
	f.opening = c.opens(f.at) || c.eager(f.at)
	switch {
	case row.Voice == "draft" || row.Voice == "cue":
		f.voice = row.Voice
		return
	case c.join(k):
		return
	case c.denied(k), c.asked(k), c.inName(f.at):
		f.voice = "draft"
		return
	case c.drafted(k), c.draftedBefore(k):
		f.voice, f.planned = "draft", true
		return
	case row.Kind == "consolidates":
		f.voice = "active"
		return
	case row.ID == "T118" && !c.passiveAt(k) && !(c.isDocument(f.at-1) && c.isDocument(f.end)):
		f.voice = "draft" // thay mặt, thay đổi
		return
	case (row.ID == "T122" || row.ID == "T123") && !c.passiveAt(k) && !c.rulesAt(f.end):
		f.voice = "draft" // sửa chữa, thêm nữa: no rule is named
		return
	case row.ID == "T038" && (c.word(f.at-1) == "sự" || c.word(f.at-1) == "vi" || c.word(f.end) == "bởi"):
		f.voice = "draft" // chịu sự điều chỉnh của, phạm vi điều chỉnh, được điều chỉnh bởi: what a law governs
		return
	case c.passiveAt(k):
		f.voice = "passive"
		if !f.v.has("passive") {
			f.voice = "draft"
		}
		return
	case f.v.has("force") && (!f.v.has("active") || c.sinceBehind(f.end) || c.word(f.end) == "theo"):
		f.voice = "force"
		return
	case f.v.kind() == "based_on" && !f.opening && c.punct(f.at-1, ',') && c.mainBehind(f.end):
		f.voice = "ground"
		return
	case c.rests(f):
		f.voice = "ground"
		return
	case f.v.kind() == "based_on" && !f.opening:
		f.voice = "draft"
		if f.v.row("active", "issued") != nil && c.madeWord(f.at-1) {
			f.voice = "active"
		}
		return
	case f.v.has("ground") && f.opening && !(f.v.has("active") && c.own(f.at)):
		f.voice = "ground"
		if c.opened < 0 {
			c.opened = k
		}
		return
	case f.v.has("ground") && c.aims(k):
		f.voice = "ground"
		return
	case f.v.has("active"):
		f.voice = "active"
		return
	}
	f.voice = "draft"
}

// rests reports whether "căn cứ" is what a sentence of news says of its subject: Việc ủy
// quyền căn cứ «C». As a noun (làm căn cứ, có căn cứ) it says nothing.
func (c *clause) rests(f *found) bool {
	if !c.News || c.This < 0 || f.v.rows[0].ID != "T001" || f.at <= c.start || !c.isDocument(f.end) || c.thing(f.end) == c.This {
		return false
	}
	for i := c.start; i < f.at; i++ {
		if c.toks[i].Kind != sentence.Word {
			return false
		}
	}
	switch c.word(f.at - 1) {
	case "làm", "là", "có", "các", "những", "theo", "không", "thiếu", "ngoài", "và", "về":
		return false
	}
	return true
}

// rulesAt reports whether rules of a document, or one, are named from token i on: Điều 11,
// nhiều điều.
func (c *clause) rulesAt(i int) bool {
	if w := c.word(i); w == "nhiều" || w == "các" || w == "một" || w == "số" {
		return c.is(i+1, part) && c.rulesAt(i+1)
	}
	switch lower(c.word(i)) {
	case "điều", "khoản", "điểm", "chương", "mục", "phụ", "mẫu", "cụm":
		return true
	}
	return c.isDocument(i)
}

// eager reports whether only words of zeal stand before token i in its sentence:
// Quán triệt và cụ thể hóa «C»; Tiếp tục triển khai «C».
func (c *clause) eager(i int) bool {
	for j := c.start; j < i; j++ {
		switch lower(c.word(j)) {
		case "quán", "triệt", "và", ",", "tiếp", "tục", "chủ", "động", "khẩn", "trương", "kịp", "thời", "nghiêm", "túc", "tổ", "chức":
		default:
			return false
		}
	}
	return i > c.start
}

// aims reports whether verb k stands in the purpose that opens a sentence, behind
// another: "Để khắc phục tồn tại và thực hiện «C», Thủ tướng Chính phủ chỉ thị".
func (c *clause) aims(k int) bool {
	f := &c.verbs[k]
	if !c.is(c.start, purpose) || f.v.family() != "implements" || c.News {
		return false
	}
	if i := f.at - 1; !c.is(i, conj) && !c.punct(i, ',') && c.word(i) != "việc" && c.word(i) != "tục" {
		return false
	}
	for i := c.start; i < f.at; i++ {
		if c.punct(i, ';') || c.punct(i, ':') || c.punct(i, ',') && c.actorAt(i+1) {
			return false
		}
	}
	return c.mainBehind(f.end)
}

// mainBehind reports whether the main clause follows token i: ", Bộ Y tế ban hành …".
func (c *clause) mainBehind(i int) bool {
	for ; i+1 < len(c.toks); i++ {
		if c.punct(i, ',') && c.actorAt(i+1) {
			return true
		}
	}
	return false
}

// actorAt reports whether a body, the subject of a main clause, begins at token i.
func (c *clause) actorAt(i int) bool {
	return c.is(i, body) && c.toks[i].Case != sentence.LowerCase
}

// own reports whether token i stands in the document's own title, or in what
// it enacts: there "thực hiện" is what the document does.
func (c *clause) own(i int) bool {
	at := int(c.toks[i].Start)
	return c.Title.Start <= at && at < c.Title.End
}

// join lets a verb share voice and object with the next one: sửa đổi, thay thế
// và bãi bỏ «C». It reports whether verb k joined the one before.
func (c *clause) join(k int) bool {
	if k == 0 {
		return false
	}
	p, f := &c.verbs[k-1], &c.verbs[k]
	if p.v.family() != "amends" || f.v.family() != "amends" || p.end == f.at || p.voice == "draft" && p.joined < 0 && p.v.family() == "" {
		return false
	}
	for i := p.end; i < f.at; i++ {
		if !c.punct(i, ',') && !c.punct(i, '/') && !c.is(i, conj) {
			return false
		}
	}
	f.voice, f.opening, f.joined = p.voice, p.opening, k-1
	return true
}

// passiveAt reports whether "được" or "bị" stands before verb k, directly or
// with the one who acts in between: được Chính phủ sửa đổi.
func (c *clause) passiveAt(k int) bool {
	i := c.verbs[k].at - 1
	for ; i >= 0 && i >= c.verbs[k].at-2; i-- {
		if c.is(i, passive) {
			return true
		}
		if !c.is(i, adverb) {
			break
		}
	}
	return c.doAgent(k) >= 0 || c.byBehind(k) || c.doneByBody(k)
}

// longBody is the most words that the name of a body has between "được" and a verb.
const longBody = 12

// doneByBody reports whether "được" and a body stand before verb k: «A» được Chính
// phủ sửa đổi tại «B».
func (c *clause) doneByBody(k int) bool {
	f := &c.verbs[k]
	for i := f.at - 2; i > c.start && f.at-i <= longBody; i-- {
		if c.toks[i+1].Kind != sentence.Word && !c.punct(i+1, ',') || c.word(i+1) == "hành" && c.word(i) == "ban" {
			return false
		}
		if c.is(i, passive) {
			return c.actorAt(i+1) && c.agentBehind(f.end)
		}
	}
	return false
}

// agentBehind reports whether "tại", "bởi" or the like follows at token i, over
// "một số điều".
func (c *clause) agentBehind(i int) bool {
	for j := i; j < min(i+4, len(c.toks)); j++ {
		if c.is(j, agent) {
			return true
		}
		if !c.is(j, part) {
			return false
		}
	}
	return false
}

// byBehind reports whether "bởi" follows verb k and the verbs joined to it:
// «A» (sửa đổi, bổ sung bởi «B»), in a bracket also "tại".
func (c *clause) byBehind(k int) bool {
	end := c.verbs[k].end
	for j := k + 1; j < len(c.verbs) && c.verbs[j].v.family() == "amends"; j++ {
		for end < c.verbs[j].at && (c.punct(end, ',') || c.is(end, conj)) {
			end++
		}
		if end != c.verbs[j].at {
			break
		}
		end = c.verbs[j].end
	}
	return c.word(end) == "bởi" || c.punct(c.verbs[k].at-1, '(') && (c.word(end) == "tại" || c.word(end) == "theo")
}

// madeWord reports whether "ban hành", "xây dựng" or "soạn thảo" ends at token i.
func (c *clause) madeWord(i int) bool {
	switch c.word(i-1) + " " + c.word(i) {
	case "ban hành", "ra đời", "hình thành", "xây dựng", "soạn thảo", "biên soạn", "thông qua":
		return true
	}
	return false
}

// doAgent returns the token of the document behind "do" in «A» do «B» thay thế, or
// behind "bị" in «A» bị «B» bãi bỏ; -1.
func (c *clause) doAgent(k int) int {
	i := c.verbs[k].at - 1
	if c.isDocument(i) && (c.is(i-1, agent) && !c.is(i-1, link) && c.word(i-1) == "do" || c.is(i-1, passive)) {
		return i
	}
	return -1
}

func (c *clause) word(i int) string {
	if i < 0 || i >= len(c.toks) {
		return ""
	}
	return c.Layout.Norm[c.toks[i].Start:c.toks[i].End]
}

// sinceBehind reports whether a day or an event follows: từ ngày …, kể từ khi.
func (c *clause) sinceBehind(i int) bool {
	for j := i; j < min(i+3, len(c.toks)); j++ {
		if c.is(j, since) {
			return true
		}
		if c.toks[j].Kind != sentence.Word {
			return false
		}
	}
	return false
}
