package relation

import (
	"strings"

	"vnlex/extractors/sentence"
)

// pronouns replaces "Thông tư này", "Nghị định nêu trên" by marked tokens.
func (c *clause) pronouns() {
	out := c.toks[:0]
	for i := 0; i < len(c.toks); {
		if two, used := c.both(i); used > 0 {
			out = append(out, two[:]...)
			i = used
			continue
		}
		c.done = len(out)
		n, k := c.t.types.At(c.toks, i)
		ref, used := int32(0), 0
		if n > 0 {
			ref, used = c.pronoun(nouns[n-1], i, i+k)
		}
		if used == 0 {
			out = append(out, c.toks[i])
			i++
			continue
		}
		t := c.toks[i]
		t.Kind, t.Ref, t.End = sentence.Marked, ref, c.toks[used-1].End
		out = append(out, t)
		i = used
	}
	c.toks = out
}

// pronoun reads what follows the noun at tokens from to i; used is the token behind it.
func (c *clause) pronoun(n noun, from, i int) (ref int32, used int) {
	switch {
	case c.many(from - 1):
		return 0, 0
	case c.News && c.word(i) == "mới" && c.fresh(n):
		return refOf(c.This), i + 1
	case c.is(i, this):
		return refOf(c.thisOne(n)), i + 1
	case c.is(i, that) && !c.is(i+1, part) && !c.marked(i+1) && n.slugs != "":
		return refOf(c.thatOne(n)), i + 1
	case c.News && n.words == "văn bản" && (c.word(i) == "ấy" || c.word(i) == "đó"):
		return refOf(c.spokenLast(i)), i + 1
	case c.tool(n, i) >= 0:
		return refOf(c.tool(n, i)), i + 2
	case c.above(i) && n.slugs != "":
		return refOf(c.thatOne(n)), i + 2
	case c.News && c.bare(n, from, i):
		return refOf(c.This), i
	}
	return 0, 0
}

// fresh reports whether "Kế hoạch mới" means the subject of news: it is of that type.
func (c *clause) fresh(n noun) bool {
	if c.This < 0 {
		return false
	}
	slug := c.Things[c.This].Type
	return n.slugs != "" && n.means(slug) || n.words == "kế hoạch" && slug == "ke-hoach"
}

func refOf(thing int) int32 {
	if thing < 0 {
		return nobody
	}
	return int32(anaphora - thing)
}

// thisOne returns the document that "TYPE này" means: on its own page the
// document itself, in news the last one of that type that was spoken of.
func (c *clause) thisOne(n noun) int {
	if c.News {
		return c.thatOne(n)
	}
	if c.this >= 0 && n.means(c.Things[c.this].Type) {
		return c.this
	}
	if c.this >= 0 && c.Base >= 0 && c.this == c.Base {
		return c.this
	}
	if c.this >= 0 && !c.quoted && n.slugs != "" && tells(c.Things[c.this].Type) {
		return c.thatOne(n)
	}
	return -1
}

// tells reports whether documents of a type tell of others, as news do, and set no
// rules: in a letter "Nghị quyết này" is the resolution that it has spoken of.
func tells(slug string) bool {
	switch slug {
	case "cong-van", "thong-bao", "bao-cao", "cong-dien", "to-trinh":
		return true
	}
	return false
}

func (c *clause) thatOne(n noun) int {
	if x := c.nearest(n); x >= 0 {
		return x
	}
	if n.slugs == "" {
		if x, ok := c.lastOf["ke-hoach"]; ok && c.News && n.words == "kế hoạch" {
			return x
		}
		return c.This
	}
	for slug := range strings.SplitSeq(n.slugs, " ") {
		if x, ok := c.lastOf[slug]; ok {
			return x
		}
	}
	return c.only(n, c.done)
}

// above reports whether "nêu trên", "nói trên", "kể trên" stands at token i.
func (c *clause) above(i int) bool {
	return i+1 < len(c.toks) && c.is(i+1, that) && c.toks[i].Kind == sentence.Word && !c.is(i, link|part|agent|passive|conj) &&
		c.toks[i].ID == 0
}

// bare reports whether a noun alone means the subject of news: "Nghị quyết
// quyết định …", "Theo Quyết định, …". A name, a number or an issuer behind it
// speaks against.
func (c *clause) bare(n noun, from, i int) bool {
	if c.This < 0 || n.slugs == "" || !n.means(c.Things[c.This].Type) || c.toks[from].Case != sentence.Capital || i >= len(c.toks) {
		return false
	}
	t := c.toks[i]
	switch {
	case t.Kind == sentence.Punct:
		return t.ID == ',' || t.ID == '.'
	case t.Kind != sentence.Word || t.Case != sentence.LowerCase:
		return false
	case c.word(i) == "có" && c.word(i+1) == "hiệu": // Với việc Thông tư có hiệu lực
		return true
	}
	return !c.is(i, opens) || c.is(i, passive) || c.is(i, adverb)
}
