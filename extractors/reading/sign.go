package reading

import (
	"strings"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/citation"
	"vnlex/extractors/header"
	"vnlex/extractors/signer"
)

// findEnd finds where the document ends and the lists and chrome of its page
// begin, and where its annexes do.
func (p *page) findEnd() {
	if p.news {
		return
	}
	if len(p.lists) > 0 && p.lists[0].Text.Start > p.head.Motto.End {
		p.end = min(p.end, p.layout.Blocks[p.layout.At(p.lists[0].Text.Start)].Start)
	}
	for _, c := range p.captions {
		if c.block.Start > p.head.Motto.End && p.head.Letterhead() && c.block.Start > len(p.text.Norm)/2 {
			p.end = min(p.end, c.block.Start)
		}
	}
	for i, b := range p.layout.Blocks {
		if b.Start > p.head.Motto.End && b.Span() != p.head.Recipient && toCustomers(p.layout.Text(b)) {
			p.end = min(p.end, p.noticeStart(i))
			return
		}
	}
}

// toCustomers reports whether a line is the address of a notice of the site to those who
// use it: no organ of the State writes to its members or readers.
func toCustomers(line string) bool {
	if len(line) > 120 || !strings.Contains(line, "Kính") {
		return false
	}
	to, ok := strings.CutPrefix(oneLine(line), "Kính gửi")
	if !ok {
		return false
	}
	to = strings.ToLower(strings.Trim(to, ": "))
	return hasAny(to, "quý thành viên", "quý khách", "quý bạn đọc", "quý độc giả", "quý hội viên", "quý người dùng")
}

// noticeStart returns where the notice begins whose address is block i: at its heading.
func (p *page) noticeStart(i int) int {
	for j := i - 1; j >= max(0, i-3); j-- {
		if p.layout.Blocks[j].Shouted {
			return p.layout.Blocks[j].Start
		}
	}
	return p.layout.Blocks[i].Start
}

// sign finds the signers: of the page's own document in its signature block and
// metadata, of others in what news say.
func (p *page) sign() {
	if p.news {
		p.newsSigners()
		p.anaphorSigned()
		p.persons()
		return
	}
	if p.own == none {
		return
	}
	d := &p.docs[p.own]
	blocks := signer.Blocks(p.layout, p.head.Motto.End, p.end)
	name := p.label(header.Signer)
	switch {
	case len(blocks) > 0 && blocks[0].Name != "" && (name.Len() == 0 || sameName(blocks[0].Name, p.norm(name))):
		p.take(d, blocks[0], "signature", 0.95)
		for _, b := range blocks[1:] {
			d.others = append(d.others, signerOf(b))
		}
	case name.Len() > 0:
		s := signer.Signature{Name: signer.Clean(p.norm(name)), NameAt: name}
		if len(blocks) > 0 && (blocks[0].Name == "" || sameName(blocks[0].Name, s.Name)) {
			s.Title, s.Capacity, s.Principal = blocks[0].Title, blocks[0].Capacity, blocks[0].Principal
		}
		if s.Title == "" {
			s.Title = oneLine(p.norm(p.label(header.Post)))
		}
		p.take(d, s, "metadata", 0.97)
	}
	p.annex = p.end
	if len(blocks) > 0 {
		p.annex = blocks[len(blocks)-1].At.End
	}
}

func sameName(a, b string) bool {
	return strings.EqualFold(signer.Clean(a), signer.Clean(b))
}

func signerOf(s signer.Signature) Signer {
	return Signer{Name: s.Name, Title: s.Title, Capacity: s.Capacity, Principal: s.Principal}
}

// take gives document d its signer.
func (p *page) take(d *doc, s signer.Signature, rule string, trust float64) {
	x := signerOf(s)
	d.signer = &x
	d.fields = append(d.fields, field("signer", s.Name, s.NameAt, rule, trust))
	p.people = append(p.people, p.person(s.Name, "signer", s.Title, s.NameAt))
}

func (p *page) person(name, role, title string, at extractors.Span) Person {
	return Person{Name: name, Role: role, Title: title, Mentions: []Place{p.place(at)}}
}

// newsSigners reads what news say about who signed.
func (p *page) newsSigners() {
	last := extractors.Span{}
	for i := range p.cites {
		s := p.sentenceOf(p.cites[i].Span)
		if s == last || p.docOf[i] == none {
			continue
		}
		last = s
		from := p.firstCite(s.Start)
		var spans []extractors.Span
		for j := from; j < len(p.cites) && p.cites[j].Span.Start < s.End; j++ {
			spans = append(spans, p.cites[j].Span)
		}
		for _, st := range signer.Statements(p.layout, s, spans) {
			p.statement(st, from)
		}
	}
}

// anaphorSigned reads who signed the subject of news where it is not named again: "Nghị
// định này do Phó Thủ tướng … ký".
func (p *page) anaphorSigned() {
	if p.subject == none || p.docs[p.subject].signer != nil {
		return
	}
	for _, a := range citation.Anaphors(p.text, p.cites) {
		s := p.sentenceOf(a.Span)
		s.Start, s.End = a.Span.Start, max(a.Span.End, min(s.End, a.Span.End+actBefore))
		for s.End < len(p.text.Norm) && !utf8.RuneStart(p.text.Norm[s.End]) {
			s.End++
		}
		if a.Value.Pointing != citation.This || a.Value.Type != p.docs[p.subject].num.Type ||
			!strings.Contains(p.text.Norm[a.Span.End:s.End], " ký") {
			continue
		}
		for _, st := range signer.Statements(p.layout, s, []extractors.Span{a.Span}) {
			if st.Name != "" && !st.Weak && len(st.Docs) == 1 {
				p.take(&p.docs[p.subject], st.Signature, "prose", 0.85)
				return
			}
		}
	}
	p.calledSigned()
}

// calledSigned reads the same where news call the subject by its type alone: "Thông tư
// mới do Thứ trưởng … ký".
func (p *page) calledSigned() {
	for _, b := range p.layout.Blocks {
		text := p.layout.Text(b)
		for i := strings.Index(text, " do "); i >= 0 && i < actBefore; {
			s := p.sentenceOf(extractors.Span{Start: b.Start + i, End: b.Start + i + 1})
			if n := p.callsSubject(p.text.Norm[s.Start:min(s.End, s.Start+actBefore)]); n >= 0 && p.calledAt(s, n) {
				return
			}
			j := strings.Index(text[i+1:], " do ")
			if j < 0 {
				break
			}
			i += 1 + j
		}
	}
}

// calledAt reads the statement that begins n bytes behind the name of the subject.
func (p *page) calledAt(s extractors.Span, n int) bool {
	s.End = min(s.End, s.Start+actBefore)
	for s.End < len(p.text.Norm) && !utf8.RuneStart(p.text.Norm[s.End]) {
		s.End++
	}
	for _, st := range signer.Statements(p.layout, s, []extractors.Span{{Start: s.Start, End: s.Start + n - 1}}) {
		if st.Name != "" && !st.Weak && len(st.Docs) == 1 {
			p.take(&p.docs[p.subject], st.Signature, "prose", 0.85)
			return true
		}
	}
	return false
}

// statement gives the documents of a statement their signer. Who only approved or
// issued one need not have signed it.
func (p *page) statement(st signer.Statement, from int) {
	if st.Name == "" {
		return
	}
	role := "signer"
	if st.Weak {
		role = "official"
	}
	for _, i := range st.Docs {
		d := p.docOf[from+i]
		if d == none || st.Weak || p.docs[d].signer != nil {
			continue
		}
		x := signerOf(st.Signature)
		p.docs[d].signer = &x
		p.docs[d].fields = append(p.docs[d].fields, field("signer", st.Name, st.NameAt, "prose", 0.85))
	}
	p.people = append(p.people, p.person(st.Name, role, st.Title, st.NameAt))
}

// persons finds author and contacts of news.
func (p *page) persons() {
	n := len(p.layout.Blocks)
	author := p.src.Author
	for i, b := range p.layout.Blocks {
		if c, ok := signer.Contact(p.layout, b); ok {
			p.people = append(p.people, p.person(c.Name, c.Role, c.Title, c.At))
		}
		if author != "" || i == 0 {
			continue
		}
		if a, ok := signer.Author(p.layout, b, p.byline(i, n)); ok {
			author = a.Name
			p.people = append(p.people, p.person(a.Name, a.Role, a.Unit, a.At))
		}
	}
	p.out.Page.Author, p.out.Page.Source = author, p.source()
	p.officials()
}

// manyPeople bounds the office holders that a page may name.
const manyPeople = 200

// officials finds the office holders whom news name; who is a contact or the author is none.
func (p *page) officials() {
	other := make(map[string]bool)
	for _, x := range p.people {
		other[x.Name] = true
	}
	n := 0
	for _, b := range p.layout.Blocks {
		if n > manyPeople || b.Start > agencyHead {
			return
		}
		for _, o := range signer.Officials(p.layout, b) {
			if n++; !other[o.Name] && o.Name != p.out.Page.Author {
				p.people = append(p.people, p.person(o.Name, o.Role, o.Title, o.At))
			}
		}
	}
}
