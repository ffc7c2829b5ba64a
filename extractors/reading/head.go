package reading

import (
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/date"
	"vnlex/extractors/header"
	"vnlex/extractors/number"
	"vnlex/extractors/sentence"
)

// The kinds of pages.
const (
	kindNews  = "news"
	kindLegal = "legal"
)

// A caption is a portal's own title of the page's document.
type caption struct {
	block  extractors.Span
	title  extractors.Span
	issuer extractors.Span
}

// heads reads letterhead, metadata and lists, and decides what kind of page it is.
func (p *page) heads() {
	p.ownCite = none
	p.end, p.annex = len(p.text.Norm), len(p.text.Norm)
	if p.src.Kind != kindNews {
		p.head = header.Extract(p.layout)
		p.labels = p.metadata()
		p.lists = header.Lists(p.layout)
		p.readDiagram()
	}
	switch {
	case p.src.Kind != "":
		p.news = p.src.Kind == kindNews
	default:
		p.news = (!p.lettered() || p.asks()) && len(p.labels) == 0 && p.current() == none
	}
	p.out.Page.Kind = kindLegal
	if p.news {
		p.out.Page.Kind = kindNews
		p.head, p.labels, p.lists, p.diagram = header.Header{}, nil, nil, nil
		return
	}
	p.ownCite = p.findOwn()
}

// lettered reports whether the letterhead is that of the page: with a number, a
// date or a type, not a motto that an article quotes.
func (p *page) lettered() bool {
	h := p.head
	return h.Letterhead() && (h.Number.Len() > 0 || h.Date.Len() > 0 || h.Type.Len() > 0 || p.authentication() >= 0)
}

// asks reports whether the page begins with a heading that asks: an article that quotes a
// form or a decision with its letterhead.
func (p *page) asks() bool {
	if len(p.layout.Blocks) == 0 || p.layout.Blocks[0].Start >= p.head.Motto.Start {
		return false
	}
	b := p.layout.Blocks[0]
	return p.headed(b) && strings.HasSuffix(strings.TrimRight(p.layout.Text(b), " *"), "?")
}

// metadata returns the labels of the page's markup, else of its text.
func (p *page) metadata() []header.Label {
	var ls []header.Label
	for _, l := range p.src.Labels {
		if f := header.LabelField(l.Name); f != 0 && f != header.Other && !header.Withheld(l.Value) {
			ls = append(ls, header.Label{Field: f, Value: p.text.Find(extractors.Span{Start: l.Start, End: l.End})})
		}
	}
	if !hasSymbol(ls) {
		if all := header.Metadata(p.layout); len(all) > 0 {
			ls = all
		} else {
			ls = p.forceOnly(ls)
		}
	}
	return ls[:min(len(ls), manyLabels)]
}

// forceOnly returns what the markup of a document's page says of its force where
// it does not name the document again (the box beside the text on vbpl.vn).
func (p *page) forceOnly(ls []header.Label) []header.Label {
	entry := p.authenticatedEntry() != none
	if !p.lettered() && !entry {
		return nil
	}
	return slices.DeleteFunc(ls, func(l header.Label) bool {
		return l.Field != header.Effective && l.Field != header.Expires && l.Field != header.Status &&
			(l.Field != header.Issued || !entry)
	})
}

// manyLabels bounds the labels of a page: a metadata block has a dozen.
const manyLabels = 60

func hasSymbol(ls []header.Label) bool {
	for _, l := range ls {
		if l.Field == header.Symbol {
			return true
		}
	}
	return false
}

// label returns the value of a field of the metadata block; empty when there is none.
func (p *page) label(f header.Field) extractors.Span {
	for _, l := range p.labels {
		if l.Field == f {
			return l.Value
		}
	}
	return extractors.Span{}
}

// findOwn returns the citation that is the number of the page's own document: in
// the number line, under Số hiệu, in the authentication of a consolidated text.
func (p *page) findOwn() int {
	if c := p.citeIn(p.head.Number); c != none {
		return c
	}
	if c := p.authenticated(); c != none {
		return c
	}
	if c := p.citeIn(p.label(header.Symbol)); c != none {
		return c
	}
	if c := p.current(); c != none {
		return c
	}
	if c := p.numbered(); c != none {
		return c
	}
	if c := p.unnumbered(); c != none {
		return c
	}
	return p.titled()
}

// citeIn returns the first citation whose number stands in s.
func (p *page) citeIn(s extractors.Span) int {
	if s.Len() == 0 {
		return none
	}
	for i := p.firstCite(s.Start); i < len(p.cites); i++ {
		if sym := p.cites[i].Value.Symbol; sym.Start >= s.End {
			break
		} else if sym.Len() > 0 && sym.Start >= s.Start && sym.End <= s.End+2 {
			return i
		}
	}
	return none
}

// firstCite returns the first citation that ends behind byte at.
func (p *page) firstCite(at int) int {
	lo, hi := 0, len(p.cites)
	for lo < hi {
		if m := (lo + hi) / 2; p.cites[m].Span.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// authenticated finds the number of a consolidated text, which the gazette
// prints behind the text: "Số: 04/VBHN-BYT / XÁC THỰC VĂN BẢN HỢP NHẤT".
func (p *page) authenticated() int {
	at := p.authentication()
	if at < 0 {
		return none
	}
	b := p.layout.At(at)
	from := p.layout.Blocks[max(0, b-4)].Start
	to := p.layout.Blocks[min(len(p.layout.Blocks)-1, b+4)].End
	for i := p.firstCite(from); i < len(p.cites) && p.cites[i].Span.Start < to; i++ {
		if p.cites[i].Value.Type == "vbhn" || p.cites[i].Value.Family == number.F8 {
			p.head.Number = p.cites[i].Span
			p.dateBetween(from, to)
			return i
		}
	}
	return none
}

// authentication returns where a consolidated text is authenticated; -1 when it is not.
func (p *page) authentication() int {
	for _, words := range []string{"XÁC THỰC VĂN BẢN HỢP NHẤT", "XÁC NHẬN VĂN BẢN HỢP NHẤT"} {
		if at := strings.Index(p.text.Norm, words); at >= 0 {
			return at
		}
	}
	return -1
}

// dateBetween takes the place-date line of an authentication.
func (p *page) dateBetween(from, to int) {
	for i := p.firstDate(from); i < len(p.dates) && p.dates[i].Span.Start < to; i++ {
		if d := p.dates[i]; d.Value.Precision == date.Day && p.placeDated(d.Span) {
			p.head.Date = d.Span
			return
		}
	}
}

// placeDated reports whether a date stands alone on its line behind a place:
// "Hà Nội, ngày 13 tháng 4 năm 2018". In the header of a gazette and in a
// sentence it does not.
func (p *page) placeDated(s extractors.Span) bool {
	line := strings.LastIndexByte(p.text.Norm[:s.Start], '\n') + 1
	before := strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(p.text.Norm[line:s.Start], " "), "ngày"))
	behind, _, _ := strings.Cut(p.text.Norm[s.End:], "\n")
	place, ok := strings.CutSuffix(before, ",")
	return ok && len(place) < 60 && !strings.ContainsAny(place, ",;:/") && strings.Trim(behind, " .*|") == ""
}

// titled finds the document that a page without letterhead or metadata holds: the
// citation that begins one of its first lines, as the portal's title.
func (p *page) titled() int {
	if p.src.Kind != kindLegal || p.head.Letterhead() && (p.head.Number.Len() > 0 || p.head.Date.Len() > 0 || len(p.head.Agencies) > 0) {
		return none
	}
	for i, c := range p.cites {
		b := p.layout.Blocks[p.layout.At(c.Span.Start)]
		if c.Span.Start > 3000 {
			break
		}
		if b.Start > c.Span.Start { // in noise, before the first block
			continue
		}
		if c.Value.Symbol.Len() > 0 && strings.TrimLeft(p.text.Norm[b.Start:c.Span.Start], "# *-") == "" && b.Item != sentence.Dash {
			return i
		}
	}
	return none
}

// completeOwn gives the page's own citation what only its letterhead and
// metadata tell: the type of its heading, place and year.
func (p *page) completeOwn() {
	c := &p.cites[p.ownCite].Value
	p.completeType(c)
	p.completePlace(c)
	if c.Year == 0 {
		if d, ok := p.ownDate(); ok {
			c.Year = d.Value.Year
		} else if c.Date != "" {
			c.Year = yearOf(c.Date)
		}
	}
}

// completeType takes the type of the heading. Where the symbol tells another one, a clerk
// mistyped the symbol, or a Party symbol has two readings (QĐ: Quyết định, Quy định): the
// heading is trusted (spec 1.4, 1.8). A consolidated text has the heading of its base.
func (p *page) completeType(c *citation.Citation) {
	t, ok := p.headingType()
	switch {
	case !ok || c.Type == t || c.Type == "vbhn" || c.Family == number.F2 && c.Type != "":
	case c.Type == "" || c.Type == "van-ban":
		c.Type = t
	case p.ownLine():
		c.Type = t
		if c.Family != number.F6 && c.Family != number.F4 {
			p.warn("type_mismatch", "the type in the symbol and that of the heading differ", p.head.Type)
		}
	}
}

// ownLine reports whether the type of the heading has its line for itself.
func (p *page) ownLine() bool {
	if p.head.Type.Len() == 0 {
		return false
	}
	b := p.layout.Blocks[p.layout.At(p.head.Type.Start)]
	return b.Shouted && b.Start == p.head.Type.Start
}

// completePlace takes the place of a local body from the lines that name it, whatever
// other places the page names; that of a district or commune gets the province that the
// page tells.
func (p *page) completePlace(c *citation.Citation) {
	if !p.wantsPlace(c.Number) {
		if pl, ok := p.branch(c.Number); ok && c.Place.Slug == "" {
			c.Place = pl
		}
		return
	}
	pl, ok := p.namedPlace()
	if district, open := strings.CutSuffix(pl.Slug, ".x"); ok && open && c.Place.Slug != "" && !strings.Contains(c.Place.Slug, ".") {
		pl = agency.Place{Name: pl.Name + ", " + c.Place.Name, Slug: district + "." + c.Place.Slug}
	}
	if !ok && c.Place.Slug == "" {
		pl, ok = p.letterheadPlace()
	}
	if ok {
		c.Place = pl
	}
}

// namedPlace returns the place that the lines of the issuing body name.
func (p *page) namedPlace() (agency.Place, bool) {
	var lines []string
	for _, a := range p.head.Agencies {
		lines = append(lines, oneLine(p.norm(a)))
	}
	for i := range lines {
		for _, s := range []string{lines[i], strings.Join(lines[i:], " ")} {
			if m, ok := agency.ByName(s); ok && m.Place.Slug != "" {
				return m.Place, true
			}
		}
		if pl, ok := agency.Province(lines[i]); ok {
			return pl, true
		}
	}
	return agency.Place{}, false
}

// headingType returns the type that heading or metadata name.
func (p *page) headingType() (slug string, ok bool) {
	for _, s := range []extractors.Span{p.head.Type, p.label(header.TypeName)} {
		if s.Len() == 0 {
			continue
		}
		if t, ok := number.TypeByWord(oneLine(p.norm(s))); ok {
			return t.Slug, true
		}
	}
	return "", false
}

// wantsPlace reports whether n is of a local body, whose place belongs to its key.
func (p *page) wantsPlace(n number.Number) bool {
	return len(n.Orgs) == 1 && localIssuer(n.Orgs[0])
}

// branch returns the province where the letterhead names the issuer of n as the
// branch of a central body there: "CỤC THUẾ TP HÀ NỘI" numbers its own documents.
func (p *page) branch(n number.Number) (agency.Place, bool) {
	for _, a := range p.head.Agencies {
		for line := range strings.SplitSeq(p.norm(a), "\n") {
			m, ok := agency.ByName(oneLine(line))
			if ok && m.Place.Slug != "" && len(n.Orgs) == 1 && m.Agency.Code == n.Orgs[0] {
				return m.Place, true
			}
		}
	}
	return agency.Place{}, false
}

func localIssuer(code string) bool { return agency.IssuerOf(code).Local }

// letterheadPlace returns the province of the page's own document where the name of
// the issuing body has none: from the metadata, from the date line's town.
func (p *page) letterheadPlace() (agency.Place, bool) {
	if v := p.label(header.Issuer); v.Len() > 0 {
		if m, ok := agency.ByName(p.norm(v)); ok && m.Place.Slug != "" {
			return m.Place, true
		}
		if pl, ok := agency.Province(oneLine(p.norm(v))); ok {
			return pl, true
		}
	}
	if p.head.Place.Len() > 0 {
		return agency.Seat(oneLine(p.norm(p.head.Place)))
	}
	return agency.Place{}, false
}

// ownDate returns the date of issue of the page's own document, with its
// evidence: metadata, the day a law was passed, the place-date line (spec 2.2).
func (p *page) ownDate() (evidence, bool) {
	if d, ok := p.dateIn(p.label(header.Issued)); ok {
		return evidence{d.Value, d.Span, "metadata", 0.97}, true
	}
	if d, ok := p.dateIn(p.head.Adopted); ok {
		return evidence{d.Value, d.Span, "place-date", 0.96}, true
	}
	d, ok := p.dateIn(p.head.Date)
	if ok && d.Value.Precision >= date.Day {
		return evidence{d.Value, d.Span, "place-date", 0.95}, true
	}
	if p.head.Date.Len() > 0 { // marks of emphasis may stand inside it
		if d, _, ok := date.At(oneLine(p.norm(p.head.Date)), 0); ok && d.Precision >= date.Year {
			return evidence{d, p.head.Date, "place-date", 0.9}, true
		}
	}
	return evidence{d.Value, d.Span, "place-date", 0.8}, ok
}

// An evidence is a date with the place that tells it.
type evidence struct {
	Value date.Date
	Span  extractors.Span
	Rule  string
	Trust float64
}

// dateIn returns the first date that stands in s.
func (p *page) dateIn(s extractors.Span) (extractors.Mention[date.Date], bool) {
	if s.Len() == 0 {
		return extractors.Mention[date.Date]{}, false
	}
	for i := p.firstDate(s.Start); i < len(p.dates) && p.dates[i].Span.Start < s.End; i++ {
		if d := p.dates[i]; d.Value.Precision >= date.Year && d.Span.Start >= s.Start-8 {
			return d, true
		}
	}
	return extractors.Mention[date.Date]{}, false
}

// firstDate returns the first date that ends behind byte at.
func (p *page) firstDate(at int) int {
	lo, hi := 0, len(p.dates)
	for lo < hi {
		if m := (lo + hi) / 2; p.dates[m].Span.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

func yearOf(iso string) int {
	if len(iso) < 4 {
		return 0
	}
	return int(iso[0]-'0')*1000 + int(iso[1]-'0')*100 + int(iso[2]-'0')*10 + int(iso[3]-'0')
}

// oneLine gives words on one line, without marks of emphasis and table bars.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n*_\t|#\r") && !strings.Contains(s, "  ") {
		return strings.Trim(s, " ")
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '*' || r == '_' || r == '\t' || r == '|' || r == '#' || r == '\r'
	}), " ")
}
