package resolve

import (
	"strings"
	"unicode/utf8"

	"vnlex/extractors/number"
	"vnlex/extractors/reading"
)

// Claims returns what the reading of a page claims, each once. Derived relations
// are no claims: resolution derives all of them anew. A quote that does not stand
// in the stored text at its offsets is no evidence, so its claim is left out.
func Claims(url, text string, r *reading.Reading) []Claim {
	c := &claimer{page: HashURL(url), text: text, r: r, own: ownDate(r), seen: map[Hash]bool{}}
	for i := range r.Documents {
		c.document(&r.Documents[i])
	}
	for i := range r.Instruments {
		c.instrument(&r.Instruments[i])
	}
	for i := range r.Relations {
		c.relation(&r.Relations[i])
	}
	for _, l := range r.Related {
		c.related(l)
	}
	return c.out
}

type claimer struct {
	page Hash
	text string
	r    *reading.Reading
	own  string
	seen map[Hash]bool
	out  []Claim
}

func (c *claimer) add(claim Claim) {
	claim.Page = c.page
	claim.identify()
	if !c.seen[claim.ID] {
		c.seen[claim.ID] = true
		c.out = append(c.out, claim)
	}
}

// ownDate returns the date that the page itself bears: of an official text its
// date of issue, of news the day of publication (spec section 2.3, step 3).
func ownDate(r *reading.Reading) string {
	for _, d := range r.Documents {
		if d.Key == r.Subject && d.Key != "" && d.Carried && d.Issued != "" {
			return d.Issued
		}
	}
	return day(r.Page.Published)
}

func (c *claimer) document(d *reading.Document) {
	block, ok := BlockOf(d.Key)
	if !ok {
		return
	}
	value := documentValue{Symbol: d.Symbol, Type: d.Type, Issuers: d.Issuers, Unit: d.Unit,
		Place: d.Place,
		Role:  d.Role, Subject: d.Key == c.r.Subject, Carried: d.Carried, Count: len(d.Mentions), Own: c.own}
	claim := Claim{Kind: KindDocument, Subject: d.Key, Block: block, Value: encode(value),
		Confidence: 1}
	if len(d.Mentions) > 0 {
		claim = c.span(claim, d.Mentions[0].Start, d.Mentions[0].End)
	}
	c.add(claim)
	for _, f := range fields(d) {
		claim := Claim{Kind: KindField, Subject: d.Key, Block: block, Rule: f.Rule,
			Confidence: f.Confidence,
			Value:      encode(fieldValue{f.Name, f.Value})}
		c.add(c.span(claim, f.Start, f.End))
	}
	c.signers(d, block)
}

// fields returns the fields of d that have a value; one that the reading gives
// without its place is kept all the same, as the weakest evidence.
func fields(d *reading.Document) []reading.Field {
	var out []reading.Field
	have := map[string]bool{}
	for _, f := range d.Fields {
		have[f.Name] = true
		if f.Value != "" && f.Name != fieldSigner {
			out = append(out, f)
		}
	}
	for _, f := range []reading.Field{{Name: fieldIssued, Value: d.Issued},
		{Name: fieldTitle, Value: d.Title},
		{Name: fieldEffective, Value: d.Effective}, {Name: fieldExpires, Value: d.Expires},
		{Name: fieldStatus, Value: d.StatusPrinted}} {
		if f.Value != "" && !have[f.Name] {
			out = append(out, f)
		}
	}
	return out
}

func (c *claimer) signers(d *reading.Document, block string) {
	all := d.CoSigners
	if d.Signer != nil {
		all = append([]reading.Signer{*d.Signer}, all...)
	}
	for i, s := range all {
		claim := Claim{Kind: KindSigner, Subject: d.Key, Block: block,
			Value: encode(signerValue{i + 1, s}), Confidence: 1}
		for _, f := range d.Fields {
			if f.Name == fieldSigner && (f.Value == s.Name || len(all) == 1) {
				claim.Rule, claim.Confidence = f.Rule, f.Confidence
				claim = c.span(claim, f.Start, f.End)
				break
			}
		}
		c.add(claim)
	}
}

func (c *claimer) instrument(i *reading.Instrument) {
	value := instrumentValue{Name: i.Name, Kind: i.Kind, Horizon: i.Horizon, Act: i.Act,
		Aliases: i.Aliases}
	if len(i.Period) == 2 {
		value.From, value.To = i.Period[0], i.Period[1]
	}
	claim := Claim{Kind: KindInstrument, Subject: i.Key, Object: i.Carrier, Value: encode(value),
		Rule: i.Rule, Confidence: i.Confidence}
	if i.Carrier == "" {
		claim.Block = groupOf(value)
	}
	c.evident(claim, i.Evidence)
}

func (c *claimer) relation(r *reading.Relation) {
	if r.Derived || r.From == "" || r.To == "" {
		return
	}
	value := relationValue{Family: r.Family, Kind: r.Kind, Parts: r.Parts}
	c.evident(Claim{Kind: KindRelation, Subject: r.From, Object: r.To, Value: encode(value),
		Rule: r.Rule, Confidence: r.Confidence}, r.Evidence)
}

func (c *claimer) related(l reading.Related) {
	if c.r.Subject == "" || l.Key == "" {
		return
	}
	claim := Claim{Kind: KindRelated, Subject: c.r.Subject, Object: l.Key,
		Value: encode(relatedValue{l.List}), Confidence: 1}
	c.add(c.span(claim, l.Start, l.End))
}

// evident adds a claim that is nothing without its evidence.
func (c *claimer) evident(claim Claim, e reading.Evidence) {
	claim = c.span(claim, e.Start, e.End)
	if claim.Quote != "" && claim.Quote == e.Quote {
		c.add(claim)
	}
}

// span puts claim where it was read; without a place in the text it has no quote.
func (c *claimer) span(claim Claim, start, end int) Claim {
	t := c.text
	if start < 0 || end > len(t) || start >= end || !utf8.ValidString(t[start:end]) {
		return claim
	}
	claim.Start, claim.End, claim.Quote = start, end, t[start:end]
	return claim
}

// BlockOf returns the block of documents to which a key of a page belongs: the
// number and the root of the issuer.
func BlockOf(key string) (string, bool) {
	if !strings.HasPrefix(key, "vn:") {
		return "", false
	}
	k, err := number.ParseKey(key)
	if err != nil {
		return "", false
	}
	b := k.Block()
	return b.Num + ":" + b.Root, true
}

// NumberOf returns the number that the documents of a block share; empty when the
// block is one of names.
func NumberOf(block string) string {
	if strings.HasPrefix(block, "I|") {
		return ""
	}
	n, _, _ := strings.Cut(block, ":")
	return n
}
