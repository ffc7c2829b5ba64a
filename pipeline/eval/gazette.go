package eval

import (
	"context"
	"errors"
	"slices"
	"strings"

	"vnlex/extractors/reading"
)

// A goldNotice is the header of a text of the Official Gazette (Công báo). What is null
// was not found by who labelled it, and asserts nothing; relations are not exhaustive.
type goldNotice struct {
	Text      string           `json:"txt"` // beside the gold
	Number    string           `json:"number"`
	Type      string           `json:"type"`
	Agency    string           `json:"agency"`
	Issued    string           `json:"issue_date"`
	Signer    string           `json:"signer"`
	Title     string           `json:"signer_title"`
	Effective string           `json:"effective_date"`
	Relations []noticeRelation `json:"relations"`
}

type noticeRelation struct {
	Kind   string `json:"rel"` // REPLACES …
	Target string `json:"target"`
}

func parseGazette(v value) ([]task, error) {
	g := &goldNotice{}
	if err := decode(v, g); err != nil {
		return nil, err
	}
	if g.Text == "" {
		return nil, lacking("txt")
	}
	for _, r := range g.Relations {
		if noticeKinds[r.Kind] == nil {
			return nil, errors.New("rel " + r.Kind + " is not known")
		}
	}
	return []task{{g.Text, func(ctx context.Context, r *reader, s *sheet) error {
		got, err := r.read(ctx, s, v, v.beside(g.Text), "")
		if err == nil {
			g.score(s, got)
		}
		return err
	}}}, nil
}

// noticeKinds are the kinds that say what the gazette's gold says.
var noticeKinds = map[string][]string{
	"REPLACES":   {"replaces"},
	"REPEALS":    {"repeals"},
	"SUSPENDS":   {"suspends"},
	"EXTENDS":    {"extends"},
	"CORRECTS":   {"corrects"},
	"AMENDS":     {"amends", "supplements"},
	"GUIDES":     {"guides", "details"},
	"DETAILS":    {"details", "guides"},
	"IMPLEMENTS": {"implements"},
	"BASED_ON":   {"based_on"},
	"REFERS_TO":  {"refers_to"},
}

func (g *goldNotice) score(s *sheet, got *reading.Reading) {
	if got == nil {
		got = &reading.Reading{}
	}
	d := own(got)
	h := header{s, got, d}
	h.number(g.Number)
	h.field(mType, g.Type, d.Type, sameWords)
	h.agency(g.Agency)
	h.field(mIssued, g.Issued, d.Issued, same)
	h.signer(g.Signer, g.Title)
	h.field(mEffective, g.Effective, d.Effective, same)
	for _, r := range g.Relations {
		h.relation(r)
	}
}

// A header is the document that a page holds, being scored by its fields.
type header struct {
	*sheet
	page *reading.Reading
	doc  reading.Document
}

func same(a, b string) bool { return a == b }

// field scores a field that the gold asserts.
func (h header) field(name, want, got string, same func(want, got string) bool) {
	if want == "" {
		return
	}
	h.sheet.field(name, want, got, got != "" && same(want, got), fieldSentence(h.page, h.doc, got))
}

func (h header) number(want string) { h.field(mNumber, want, h.doc.Symbol, sameNumber) }

func (h header) agency(want string) {
	got := h.doc.Issuers
	h.field(mAgency, want, strings.Join(got, ", "), func(want, all string) bool {
		return sameWords(want, all) || sameAgency(want, got)
	})
}

func (h header) signer(name, title string) {
	var got reading.Signer
	if h.doc.Signer != nil {
		got = *h.doc.Signer
	}
	h.field(mSigner, name, got.Name, samePerson)
	h.field(mTitle, title, got.Title, sameWords)
}

// relation scores a relation that the document is known to state.
func (h header) relation(want noticeRelation) {
	d := Decision{Measure: mStated, Kind: want.Kind, To: want.Target, Verdict: Missed}
	is := nameOf(want.Target)
	for _, r := range h.page.Relations {
		if r.From == h.page.Subject && is(r.To) && slices.Contains(noticeKinds[want.Kind], r.Kind) {
			d.Verdict, d.Confidence, d.Quote = Right, r.Confidence, oneLine(r.Evidence.Quote)
		}
	}
	if d.Verdict == Missed {
		d.Quote = mentionOf(h.page, is)
	}
	h.one(d)
}

// mentionOf returns the first sentence that names a document.
func mentionOf(r *reading.Reading, is named) string {
	for _, d := range r.Documents {
		if is(d.Key) && len(d.Mentions) > 0 {
			return sentence(r.Text, d.Mentions[0].Start, d.Mentions[0].End)
		}
	}
	return ""
}
