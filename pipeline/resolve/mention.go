package resolve

import (
	"cmp"
	"slices"

	"vnlex/extractors/number"
)

// A mention is all that one page says of a document under one key of the page;
// relations and fields of the page follow it (spec section 2.3, step 6).
type mention struct {
	hash   Hash
	page   *Source
	local  string
	key    number.Key
	doc    documentValue
	fields map[string][]statement
	signed []signature // by order
	words  []title
}

// A signature is a signer as a page names him.
type signature struct {
	statement
	signerValue
}

type localKey struct {
	page  Hash
	local string
}

// mentions groups the claims of a block, by page and key. The result is ordered by
// url and key, whatever the order of the claims.
func mentions(claims []Claim, source func(Hash) *Source) []*mention {
	at := map[localKey]*mention{}
	var all []*mention
	for i := range claims {
		c := &claims[i]
		m := at[localKey{c.Page, c.Subject}]
		if m == nil {
			k, err := number.ParseKey(c.Subject)
			if err != nil {
				continue
			}
			m = &mention{hash: c.Page, page: source(c.Page), local: c.Subject, key: k}
			at[localKey{c.Page, c.Subject}] = m
			all = append(all, m)
		}
		m.take(c)
	}
	for _, m := range all {
		m.arrange()
	}
	slices.SortFunc(all, compareMentions)
	return all
}

func (m *mention) take(c *Claim) {
	s := statement{page: m.page, official: m.page.official(), start: c.Start, end: c.End,
		quote: c.Quote, rule: c.Rule,
		confidence: c.Confidence}
	switch c.Kind {
	case KindDocument:
		m.doc = decode[documentValue](c.Value)
	case KindField:
		f := decode[fieldValue](c.Value)
		s.value, s.rank = f.Value, rank(f.Name, c.Rule)
		if m.fields == nil {
			m.fields = map[string][]statement{}
		}
		m.fields[f.Name] = append(m.fields[f.Name], s)
	case KindSigner:
		v := decode[signerValue](c.Value)
		s.value, s.rank = v.Name, rank(fieldSigner, c.Rule)
		m.signed = append(m.signed, signature{s, v})
	}
}

// arrange brings what was taken into an order of its own.
func (m *mention) arrange() {
	for _, f := range m.fields {
		for i := range f {
			f[i].carried = m.doc.Carried
		}
		slices.SortFunc(f, compareStatements)
	}
	for i := range m.signed {
		m.signed[i].carried = m.doc.Carried
	}
	slices.SortFunc(m.signed, func(a, b signature) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), compareStatements(a.statement, b.statement))
	})
}

// titles returns the titles that the page gives to the document.
func (m *mention) titles() []title {
	if m.words == nil {
		for _, t := range m.fields[fieldTitle] {
			m.words = append(m.words, newTitle(t.value))
		}
	}
	return m.words
}

// issued returns the date of issue as this page alone tells it.
func (m *mention) issued() string {
	date, _ := issued(m.key.Year, m.fields[fieldIssued])
	return date
}
