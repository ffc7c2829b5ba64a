package eval

import (
	"context"
	"errors"
	"slices"
	"strings"

	"vnlex/extractors/reading"
)

// A goldSeed is a page with its instruments (chiến lược, chương trình …) and with what the
// page itself does: it reports on a document, mentions others, lists others as related.
type goldSeed struct {
	Seed        string           `json:"seed"` // its text, beside the gold
	Page        goldHead         `json:"page"`
	Documents   []seedDocument   `json:"documents"`
	Instruments []seedInstrument `json:"instruments"`
	Relations   []seedRelation   `json:"relations"`
}

type seedDocument struct {
	ID        string      `json:"id"`
	Symbol    string      `json:"symbol"`
	Role      string      `json:"role"`
	Issued    string      `json:"issue_date"`
	Effective string      `json:"effective_date"`
	Signer    *goldSigner `json:"signer"`
}

type seedInstrument struct {
	ID      string `json:"id"`
	Carrier string `json:"carrier"`
}

type seedRelation struct {
	From     string `json:"src"` // PAGE: the page itself
	To       string `json:"dst"`
	Kind     string `json:"kind"`
	Quote    string `json:"evidence"`
	Required *bool  `json:"required"`
}

func parseSeeds(v value) ([]task, error) {
	var all struct {
		Seeds []goldSeed `json:"seeds"`
	}
	if err := decode(v, &all); err != nil {
		return nil, err
	}
	var out []task
	for _, g := range all.Seeds {
		if g.Seed == "" {
			return nil, errors.New("a seed names no text")
		}
		out = append(out, task{g.Seed, func(ctx context.Context, r *reader, s *sheet) error {
			got, err := r.read(ctx, s, v, v.beside(g.Seed), kindOf(g.Page.Kind))
			if err == nil {
				g.score(s, got)
			}
			return err
		}})
	}
	return out, nil
}

func (g *goldSeed) score(s *sheet, got *reading.Reading) {
	if got == nil {
		got = &reading.Reading{}
	}
	g.page().score(s, got)
	for _, r := range g.Relations {
		if r.Required == nil || *r.Required {
			g.edge(s, r, got)
		}
	}
}

// page returns what the gold of whole pages says too: documents and their relations.
func (g *goldSeed) page() *goldPage {
	p := &goldPage{ID: g.Seed, everyField: true}
	for _, d := range g.Documents {
		p.Documents = append(p.Documents, d.gold())
		if d.Role == "subject" {
			p.Subject = d.ID
		}
	}
	for _, r := range g.Relations {
		p.Relations = append(p.Relations, g.relation(r))
	}
	return p
}

func (d seedDocument) gold() goldDocument {
	out := goldDocument{Key: d.ID, Symbol: d.Symbol, Issued: d.Issued, Effective: d.Effective}
	out.Optional = d.Role == "related"
	if d.Signer != nil {
		out.Signer = d.Signer.Name
	}
	return out
}

// relation turns a relation of instruments into that of the documents that carry them,
// which a reading may derive.
func (g *goldSeed) relation(r seedRelation) goldRelation {
	out := goldRelation(r)
	for _, end := range []*string{&out.From, &out.To} {
		if i := g.instrument(*end); i >= 0 {
			derived := false
			*end, out.Required = g.Instruments[i].Carrier, &derived
		}
	}
	return out
}

func (g *goldSeed) instrument(id string) int {
	return slices.IndexFunc(g.Instruments, func(i seedInstrument) bool { return i.ID == id })
}

// edge scores a required relation that does not join two documents by what they say.
func (g *goldSeed) edge(s *sheet, r seedRelation, got *reading.Reading) {
	d := Decision{From: r.From, Kind: r.Kind, To: r.To, Verdict: Missed, Quote: oneLine(r.Quote)}
	found := false
	switch r.Kind {
	case "approves", "promulgates":
		d.Measure = mCarried
		found = carries(got, r.From, r.Kind)
	case "portal_related":
		d.Measure = mRelated
		found = lists(got, r.To)
	case "reports_on", "mentions":
		d.Measure = mMentions
		found = got.Subject == r.To || r.Kind == "mentions" && cited(got, r.To)
	default:
		return
	}
	if found {
		d.Verdict = Right
	}
	s.one(d)
}

func carries(r *reading.Reading, carrier, act string) bool {
	return slices.ContainsFunc(r.Instruments, func(i reading.Instrument) bool {
		return i.Carrier == carrier && i.Act == act
	})
}

func lists(r *reading.Reading, key string) bool {
	return slices.ContainsFunc(r.Related, func(e reading.Related) bool {
		base, _, _ := strings.Cut(e.Key, "#")
		return base == key
	})
}

func cited(r *reading.Reading, key string) bool {
	return slices.ContainsFunc(r.Documents, func(d reading.Document) bool { return d.Key == key })
}
