package relation

import (
	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// Refs of marked tokens below 0 stand for words that mean a document: "Thông
// tư này". The thing is kept in the ref.
const (
	nobody   = -1 // a document that is not known
	anaphora = -2 // and below: thing anaphora-ref
)

// A clause is one sentence of a block, with its citations masked.
type clause struct {
	*reader
	toks  []sentence.Token
	first bool // the block begins with it
	block sentence.Block

	verbs  []found
	quoted bool
	this   int // whom "này" means here
	done   int // the tokens whose pronouns are read
	start  int // the first token behind the number of an item or article
	owner  []int16
	never  []bool
	opened int // the verb that opens the sentence; -1
}

// A found verb is one place of a verb in the sentence.
type found struct {
	at, end int // tokens
	v       *verb
	voice   string
	how     subject
	subj    int   // token of the subject; -1
	thing   int   // the subject; -1
	also    []int // that act alike: «A» và «B» cùng …
	objs    []int // tokens of the objects, or of the agents of a passive
	planned bool  // a draft does it
	partial bool  // the object is a part of the document
	scope   extractors.Span
	opening bool // it opens the sentence or item
	joined  int  // the verb whose object it shares; -1
	target  int  // of a passive: the token of what it is done to; -1
}

// A subject says how the one who acts was found.
type subject uint8

const (
	noSubject  subject = iota
	isThis             // "Thông tư này"
	isLeft             // the citation to the left
	isPlan             // the citation to the left, through the plan it promulgates
	isOwnPlan          // the plan that this document is or promulgates
	isInitial          // nothing: the sentence begins with the verb
	isAgency           // a body
	isGoverned         // another verb or preposition stands between
)

// none is the owner of a marked token that no verb has taken.
const none = -1

func (c *clause) read() {
	c.this, c.opened = c.This, -1
	if c.Base >= 0 && !c.News {
		c.this = c.Base
	}
	c.quotedGrounds()
	if c.reader.inQuote(int(c.toks[0].Start)) {
		c.quoted = true
		c.this = c.amending
	}
	c.readVerbs()
	c.lists()
	c.copulas()
	c.state()
	c.release()
	c.carryOn()
	c.delegated()
	c.rest()
	c.focus()
}

// readVerbs finds the verbs of the clause, their voices, subjects and first objects.
func (c *clause) readVerbs() {
	c.pronouns()
	c.begin()
	c.findVerbs()
	c.owner = make([]int16, len(c.toks))
	for i := range c.owner {
		c.owner[i] = none
	}
	for k := range c.verbs {
		c.voice(k)
	}
	for k := range c.verbs {
		c.subject(k)
		c.object(k)
	}
}

// thing returns the thing of a marked token, -1 when it is not known.
func (c *clause) thing(i int) int {
	switch ref := c.toks[i].Ref; {
	case ref >= 0:
		return c.Marks[ref].Thing
	case ref <= anaphora:
		return int(anaphora - ref)
	}
	return -1
}

func (c *clause) marked(i int) bool {
	return i >= 0 && i < len(c.toks) && c.toks[i].Kind == sentence.Marked
}

// cited reports whether token i is a citation, not a pronoun.
func (c *clause) cited(i int) bool { return c.marked(i) && c.toks[i].Ref >= 0 }

// isDocument reports whether token i names a document, known or not.
func (c *clause) isDocument(i int) bool {
	if !c.marked(i) {
		return false
	}
	x := c.thing(i)
	return x < 0 || !c.Things[x].Instrument
}

func (c *clause) is(i int, k class) bool {
	return i >= 0 && i < len(c.toks) && c.toks[i].Kind == sentence.Word && c.t.is(c.toks[i].ID, k)
}

func (c *clause) punct(i int, id uint16) bool {
	return i >= 0 && i < len(c.toks) && c.toks[i].Kind == sentence.Punct && c.toks[i].ID == id
}

// begin finds the first token behind "Điều 1.", "2.", "a)", "-".
func (c *clause) begin() {
	i := 0
	if c.first {
		switch c.block.Item {
		case sentence.Article, sentence.Chapter:
			for i < len(c.toks) && !c.punct(i, '.') && !c.punct(i, ':') && i < 4 {
				i++
			}
			if i == 4 {
				i = 0
			}
		case sentence.Number, sentence.Letter, sentence.Roman, sentence.Note:
			i++
			for i < len(c.toks) && (c.toks[i].Kind == sentence.Digit || c.toks[i].Kind == sentence.Punct && c.toks[i].ID != sentence.OpenQuote) {
				i++
			}
		}
	}
	for i < len(c.toks) && c.toks[i].Kind == sentence.Punct {
		i++
	}
	c.start = i
}

// findVerbs finds the words of the table in the sentence.
func (c *clause) findVerbs() {
	c.never = make([]bool, len(c.toks))
	for i := 0; i < len(c.toks); {
		v, n := c.t.phrases.At(c.toks, i)
		if v == 0 {
			i++
			continue
		}
		f := found{at: i, end: i + n, v: &c.t.verbs[v], subj: -1, thing: -1, joined: -1, target: -1}
		switch f.v.rows[0].Voice {
		case "never":
			for j := i; j < i+n; j++ {
				c.never[j] = true
			}
		default:
			c.verbs = append(c.verbs, f)
		}
		i += n
	}
}

// opens reports whether token i begins the sentence, an item or the part of the
// sentence behind a semicolon or colon.
func (c *clause) opens(i int) bool {
	if i <= c.start || c.Title.Len() > 0 && int(c.toks[i].Start) == c.Title.Start {
		return true
	}
	j := i - 1
	for j > 0 && (c.punct(j, ')') || c.toks[j].Kind == sentence.Word && c.toks[j].End-c.toks[j].Start <= 2 && c.punct(j+1, ')')) {
		j--
	}
	return c.punct(j, ';') || c.punct(j, ':') || c.punct(j, '|') || c.punct(j, sentence.OpenQuote)
}
