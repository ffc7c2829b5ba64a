package relation

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// A reader goes through the blocks of a page that hold a mark.
type reader struct {
	*Page
	t         *table
	out       []Statement
	conflicts []Conflict

	block      int // at hand
	walk       sentence.Walk
	buf        []sentence.Token // what has been read of it
	marks      []sentence.Mark
	header     carried // the announcement that governs the items at hand
	amending   int     // the document that the article at hand amends; -1
	article    int     // the block that said so
	grounds    int     // the document whose preamble is quoted; -1
	groundsEnd int     // where that quotation ends
	quoted     []extractors.Span
	lastOf     map[string]int // the last document of a type that a sentence was about
	related    map[[2]int]bool
	lastDoc    int  // the last document that a sentence was about; -1
	lastBlock  int  // where
	spoken     int  // the last block that names the subject of news; -1
	relaying   int  // the last block that may give the words of the subject of news; -1
	inArticle  bool // an article has begun
	scope      bool // it is Article 1, on what the document regulates
	aim        bool // the section at hand says what a plan is for: MỤC ĐÍCH
}

func (r *reader) read() {
	r.grounds, r.article, r.header.block, r.lastDoc, r.block, r.spoken, r.relaying = -1, -1, -1, -1, -1, -1, -1
	r.related = make(map[[2]int]bool)
	if r.This >= 0 {
		r.lastOf[r.Things[r.This].Type] = r.This
	}
	r.findQuotes()
	for m := 0; m < len(r.Marks); {
		b := r.Layout.At(r.Marks[m].Start)
		r.between(b)
		n := m
		for n < len(r.Marks) && r.Marks[n].Start < r.Layout.Blocks[b].End {
			n++
		}
		n = max(n, m+1)
		r.readBlock(b, m, n)
		m = n
	}
	r.between(len(r.Layout.Blocks))
}

// between looks at the blocks without marks before block b: an article that
// amends goes on in items that do not name the document again.
func (r *reader) between(b int) {
	for i := r.block + 1; i < b; i++ {
		r.enter(r.Layout.Blocks[i])
		if r.News {
			r.goesOn(i)
		}
		if r.amending >= 0 && r.This >= 0 && !r.News {
			r.unnamed(i)
		}
	}
	r.block = b
}

// enter notes that an article or another section begins.
func (r *reader) enter(b sentence.Block) {
	r.enterSection(b)
	if b.Item == sentence.Article {
		rest := strings.TrimPrefix(strings.TrimPrefix(r.Layout.Norm[b.Start:b.End], "Điều "), "ĐIỀU ")
		r.inArticle, r.scope = true, strings.HasPrefix(rest, "1.") || strings.HasPrefix(rest, "1:") || rest == "1"
	}
}

// enterSection notes whether a section that begins says what the document is for: there
// a plan names what it carries out ("Mục đích: triển khai có hiệu quả «C»").
func (r *reader) enterSection(b sentence.Block) {
	switch head := r.Layout.Norm[b.Start:min(b.End, b.Start+48)]; {
	case r.News || b.Table:
	case strings.Contains(head, "ỤC ĐÍCH") || strings.Contains(head, "ục đích"):
		r.aim = b.Item != sentence.Plain || b.End-b.Start < 60
	case r.aim && (b.Item == sentence.Roman || b.Item == sentence.Article || b.Item == sentence.Chapter ||
		strings.Contains(head, "Yêu cầu") || strings.Contains(head, "YÊU CẦU")):
		r.aim = false
	}
}

// readBlock reads the sentences of block b, which holds the marks from m to n.
func (r *reader) readBlock(b, m, n int) {
	block := r.Layout.Blocks[b]
	r.enter(block)
	span := block.Span()
	span.End = max(span.End, r.Marks[n-1].End)
	r.marks = r.marks[:0]
	for i := m; i < n; i++ {
		r.marks = append(r.marks, sentence.Mark{Span: r.Marks[i].Span, Ref: int32(i)})
	}
	if r.grounds >= 0 && block.Start >= r.groundsEnd {
		r.grounds = -1
	}
	r.walk.Start(r.Layout, r.t.vocab, span, r.marks)
	from, first := 0, true
	for !r.walk.Done() {
		r.walk.Next(from)
		r.buf = r.walk.Tokens
		for from = 0; from < len(r.buf); {
			to := r.sentenceEnd(block, from)
			if to == len(r.buf) && !r.walk.Done() {
				break // it may go on
			}
			if hasMark(r.buf[from:to]) {
				c := clause{reader: r, toks: r.buf[from:to], first: first, block: block}
				c.read()
			}
			from, first = to, false
		}
	}
	r.relay(block, m, n)
}

func hasMark(toks []sentence.Token) bool {
	for i := range toks {
		if toks[i].Kind == sentence.Marked {
			return true
		}
	}
	return false
}

// longSentence is the most tokens that are read as one sentence.
const longSentence = 500

// sentenceEnd returns the token behind the sentence that begins at token from.
func (r *reader) sentenceEnd(b sentence.Block, from int) int {
	quoted := r.inQuote(int(r.buf[from].Start))
	for i := from; i < len(r.buf); i++ {
		t := &r.buf[i]
		if i-from >= longSentence {
			return i
		}
		if len(r.quoted) > 0 && r.inQuote(int(t.Start)) != quoted {
			return i // what an amending text quotes is a text of its own
		}
		if t.Kind == sentence.Punct && (t.ID == '.' || t.ID == '!' || t.ID == '?' || t.ID == sentence.Ellipsis) && r.Layout.Stops(b, int(t.End)-1) {
			return i + 1
		}
	}
	return len(r.buf)
}

// findQuotes finds the texts that an amending document quotes: from “ or " that
// opens a block behind an announcement or an amending heading, or follows "như
// sau:", to the mark that closes it.
func (r *reader) findQuotes() {
	if r.News {
		return
	}
	for i, b := range r.Layout.Blocks {
		if text := r.Layout.Text(b); strings.IndexByte(text, "“"[0]) < 0 && strings.IndexByte(text, '"') < 0 {
			continue
		}
		if n := len(r.quoted); n > 0 && b.Start < r.quoted[n-1].End {
			continue
		}
		if r.opensQuote(b.Start) && i > 0 && r.beforeQuote(r.Layout.Blocks[i-1]) {
			r.quote(b.Start)
		} else if j := strings.Index(r.Layout.Norm[b.Start:b.End], "như sau: "); j >= 0 && r.opensQuote(b.Start+j+len("như sau: ")) {
			r.quote(b.Start + j + len("như sau: "))
		}
	}
}

func (r *reader) opensQuote(i int) bool {
	return strings.HasPrefix(r.Layout.Norm[i:], "“") || strings.HasPrefix(r.Layout.Norm[i:], `"`)
}

// beforeQuote reports whether a quoted text may follow block b.
func (r *reader) beforeQuote(b sentence.Block) bool {
	return r.announces(b) || b.Item != sentence.Plain && amendingWords(r.Layout.Text(b))
}

func (r *reader) quote(i int) {
	end := closeStraight(r.Layout.Norm, i+1)
	if r.Layout.Norm[i] != '"' {
		end = closeCurly(r.Layout.Norm, i)
	}
	r.quoted = append(r.quoted, extractors.Span{Start: i, End: end})
}

// longQuote is the most a quoted text has: a mark that never closes ends there.
const longQuote = 200_000

// closeCurly returns the byte behind the ” that closes the “ at byte i.
func closeCurly(s string, i int) int {
	depth, end := 0, min(len(s), i+longQuote)
	for j := i; j < end; {
		k := strings.IndexByte(s[j:end], 0xE2)
		if k < 0 {
			break
		}
		j += k
		switch {
		case strings.HasPrefix(s[j:], "“"):
			depth++
		case strings.HasPrefix(s[j:], "”"):
			if depth--; depth <= 0 {
				return j + len("”")
			}
		}
		j++
	}
	return min(len(s), i+2000)
}

// closeStraight returns the byte behind the " that ends a line, from byte i on.
func closeStraight(s string, i int) int {
	for j := i; j < min(len(s), i+longQuote); {
		k := strings.IndexByte(s[j:], '"')
		if k < 0 {
			break
		}
		j += k + 1
		rest := strings.TrimLeft(s[j:min(len(s), j+8)], ".;* ")
		if rest == "" || rest[0] == '\n' {
			return j
		}
	}
	return min(len(s), i+2000)
}

// inQuote reports whether byte i stands in a quoted text.
func (r *reader) inQuote(i int) bool {
	lo, hi := 0, len(r.quoted)
	for lo < hi {
		if m := (lo + hi) / 2; r.quoted[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(r.quoted) && r.quoted[lo].Start <= i
}

// groundsFrom makes x the document whose grounds are quoted behind byte i.
func (r *reader) groundsFrom(x, i int) {
	r.grounds = x
	norm := r.Layout.Norm
	head := norm[i:min(len(norm), i+60)]
	if open := strings.Index(head, "“"); open >= 0 {
		r.groundsEnd = closeCurly(norm, i+open)
	} else if open := strings.IndexByte(head, '"'); open >= 0 {
		r.groundsEnd = closeStraight(norm, i+open+1)
	} else {
		r.grounds = -1
	}
}
