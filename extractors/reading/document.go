package reading

import (
	"sort"
	"strconv"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/header"
	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
	"vnlex/extractors/relation"
)

// A doc is a document that the page names.
type doc struct {
	key    string
	num    number.Number
	name   string // of a law cited by name
	byName bool
	cites  []int  // its citations
	date   string // of issue, ISO 8601 cut to its precision
	dateAt Field  // where; its bounds are in norm until it is printed
	title  extractors.Span
	unit   string
	signer *Signer
	others []Signer
	fields []Field // bounds in norm
	force  force
	status string
	rank   int
	listed bool // named in a related list only
}

// identify says which citations mean which documents.
func (p *page) identify() {
	if p.ownCite != none {
		p.completeOwn()
	}
	p.places()
	p.years()
	p.carriedDates()
	p.justIssued()
	p.addressYears()
	p.group()
	p.mergeYears()
	p.findCaptions()
	for i := range p.docs {
		p.dateOf(i)
	}
}

// group gives the citations with one key one document.
func (p *page) group() {
	p.docOf = make([]int, len(p.cites))
	byKey := make(map[string]int)
	for i := range p.cites {
		p.docOf[i] = none
		c := &p.cites[i].Value
		if p.ignored(i) || c.Low && c.Same < 0 || c.Draft || c.Family == number.F9 && c.Key() == "" {
			continue
		}
		id := c.Key()
		if c.Same >= 0 && c.Same < len(p.cites) && (c.Low || c.ByName || id == "") {
			id = p.cites[c.Same].Value.Key()
		}
		if id == "" {
			if !c.ByName {
				continue
			}
			id = normalize.Key(c.Name)
		}
		d, ok := byKey[id]
		if !ok {
			d = len(p.docs)
			byKey[id] = d
			p.docs = append(p.docs, newDoc(c, id))
		}
		p.docOf[i] = d
		p.docs[d].add(i, c)
	}
	if p.ownCite != none {
		p.own = p.docOf[p.ownCite]
		p.ownByName()
	}
	p.groundByName()
}

// ownByName gives the page's own law the mentions of its bare name: inside the
// Labour Code "Bộ luật Lao động" is the code itself.
func (p *page) ownByName() {
	if p.own == none || p.head.Type.Len() == 0 || p.head.Title.Len() == 0 {
		return
	}
	name := normalize.Key(oneLine(p.norm(p.head.Type) + " " + p.norm(p.head.Title)))
	moved := false
	for i := range p.cites {
		c := &p.cites[i].Value
		if c.ByName && c.Date == "" && c.DateAt.Len() == 0 && p.docOf[i] != p.own && normalize.Key(c.Name) == name {
			p.docOf[i], moved = p.own, true
		}
	}
	if moved {
		p.regroup()
	}
}

// ignored reports whether citation i is none of a document: it stands in the
// licence of the site, or repeats the label of the metadata.
func (p *page) ignored(i int) bool { return false }

func newDoc(c *citation.Citation, id string) doc {
	d := doc{num: c.Number, name: c.Name, byName: true, listed: true}
	if strings.HasPrefix(id, "vn:") {
		d.key = id
	}
	issuer := ""
	if k, err := number.ParseKey(id); err == nil && len(k.Issuers) > 0 {
		issuer = k.Issuers[0]
		if k.Place != "" {
			issuer += "@" + k.Place
		}
	}
	d.rank = relation.RankOf(c.Type, issuer)
	if d.key == "" {
		d.rank = relation.RankOf(c.WordType, "qh")
		if d.num.Type == "" {
			d.num.Type = c.WordType
		}
	}
	return d
}

// add takes what citation i knows of the document.
func (d *doc) add(i int, c *citation.Citation) {
	d.cites = append(d.cites, i)
	if !c.ByName && !c.Low {
		if d.byName || len(d.num.Printed) == 0 {
			d.num = c.Number
		}
		d.byName = false
	}
	if d.unit == "" {
		d.unit = c.Unit
	}
	if d.title.Len() == 0 {
		d.title = c.Title
	}
	if d.name == "" {
		d.name = c.Name
	}
}

// mergeYears joins a document without a year to the only one of the page that
// has its type, issuer and number with one.
func (p *page) mergeYears() {
	dated := make(map[string]int)
	for i := range p.docs {
		k, err := number.ParseKey(p.docs[i].key)
		if err != nil || k.Year == 0 {
			continue
		}
		for _, id := range looser(k) {
			if _, twice := dated[id]; twice {
				dated[id] = none
			} else {
				dated[id] = i
			}
		}
	}
	for i := range p.docs {
		k, err := number.ParseKey(p.docs[i].key)
		if err != nil || k.Year != 0 && k.Place != "x" {
			continue
		}
		to, ok := dated[looseID(k, k.Year == 0, k.Place == "x" || k.Place == "")]
		if ok && to != none && to != i && p.docs[to].key != p.docs[i].key {
			p.join(i, to)
		}
	}
	p.compact()
}

// looser returns the ways in which a mention may know less of k: not its year,
// not its place.
func looser(k number.Key) []string {
	ids := []string{looseID(k, true, false)}
	if k.Place != "" && k.Place != "x" {
		ids = append(ids, looseID(k, true, true), looseID(k, false, true))
	}
	return ids
}

func looseID(k number.Key, noYear, noPlace bool) string {
	if noYear {
		k.Year = 0
	}
	if noPlace {
		k.Place = ""
	}
	return k.Type + ":" + strings.Join(k.Issuers, "-") + "@" + k.Place + ":" + strconv.Itoa(k.Year) + ":" + k.Num
}

// join moves the citations of document from to document to.
func (p *page) join(from, to int) {
	for _, c := range p.docs[from].cites {
		p.docOf[c] = to
		p.docs[to].add(c, &p.cites[c].Value)
	}
	p.docs[from].cites = nil
	if p.own == from {
		p.own = to
	}
}

// compact drops documents that have no citation left.
func (p *page) compact() {
	to := make([]int, len(p.docs))
	n := 0
	for i := range p.docs {
		to[i] = n
		if len(p.docs[i].cites) > 0 {
			p.docs[n] = p.docs[i]
			n++
		}
	}
	p.docs = p.docs[:n]
	for c, d := range p.docOf {
		if d != none {
			p.docOf[c] = to[d]
		}
	}
	if p.own != none {
		p.own = to[p.own]
	}
}

// findCaptions finds the portal's titles of the page's own document: lines that
// begin with its type and number, outside of its text.
func (p *page) findCaptions() {
	if p.own == none || p.news {
		return
	}
	for _, c := range p.docs[p.own].cites {
		cite := &p.cites[c]
		if c == p.ownCite || cite.Value.Symbol.Len() == 0 {
			continue
		}
		b := p.layout.Blocks[p.layout.At(cite.Span.Start)]
		if b.Start != cite.Span.Start || p.inLists(b.Start) || b.End-b.Start > 1200 || strings.HasSuffix(p.layout.Text(b), ";") {
			continue
		}
		from := min(max(cite.Span.End, cite.Value.Symbol.End), b.End)
		capt := header.CaptionAt(p.text.Norm, from, b.End)
		if capt.Title.Len() > 0 && cite.Value.WordType != "" && (capt.Issuer.Len() > 0 || b.Start > p.head.Preamble.End || !p.head.Letterhead()) {
			p.captions = append(p.captions, caption{b.Span(), capt.Title, capt.Issuer})
		}
	}
}

// inLists reports whether byte at stands in an entry of a portal's list.
func (p *page) inLists(at int) bool {
	if len(p.lists) > 0 && p.listed == nil {
		for _, e := range p.lists {
			p.listed = append(p.listed, p.layout.Blocks[p.layout.At(e.Text.Start)].Span())
		}
	}
	i := sort.Search(len(p.listed), func(i int) bool { return p.listed[i].End > at })
	return i < len(p.listed) && p.listed[i].Start <= at
}

// issuersOf returns the names of those who issued a document.
func issuersOf(key string) []string {
	k, err := number.ParseKey(key)
	if err != nil {
		return nil
	}
	var names []string
	for _, code := range k.Issuers {
		if k.Place != "" {
			code += "@" + k.Place
		}
		names = append(names, agency.Name(code))
	}
	return names
}
