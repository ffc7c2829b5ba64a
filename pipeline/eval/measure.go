package eval

import (
	"cmp"
	"math"
	"slices"
)

// A Tally counts how often gold and the readings agree.
type Tally struct {
	Right  int `json:"right"`
	Wrong  int `json:"wrong"`            // given, and not so; where gold is not exhaustive 0
	Missed int `json:"missed"`           // asked, and not given so
	Beyond int `json:"beyond,omitempty"` // of the wrong: fields given where gold says there is none
}

// Precision is the share of what is given that is right; 1 when nothing is given.
func (t Tally) Precision() float64 { return share(t.Right, t.Right+t.Wrong) }

// Recall is the share of what is asked that is given; 1 when nothing is asked.
func (t Tally) Recall() float64 { return share(t.Right, t.Right+t.Missed) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func (t *Tally) add(o Tally) {
	t.Right += o.Right
	t.Wrong += o.Wrong
	t.Missed += o.Missed
	t.Beyond += o.Beyond
}

// A Measure is one figure of a set: of documents, of a field, of one kind of relation.
// Where gold is not exhaustive nothing can be wrong, and only the recall is measured; of
// what has no gold of its own, only the precision.
type Measure struct {
	Name string `json:"name"`
	Of   string `json:"of,omitempty"` // the kind, family or type that it is restricted to
	Tally
	Precision *float64 `json:"precision,omitempty"` // nil: not measured
	Recall    *float64 `json:"recall,omitempty"`
	F1        *float64 `json:"f1,omitempty"`
}

func newMeasure(m mark, t Tally) Measure {
	out := Measure{Name: m.name, Of: m.of, Tally: t}
	if !recallOnly[m.name] {
		out.Precision = round(t.Precision())
	}
	if !precisionOnly[m.name] {
		out.Recall = round(t.Recall())
	}
	if out.Precision != nil && out.Recall != nil {
		out.F1 = round(t.F1())
	}
	return out
}

// Figure is the one that tells most: F1, or what alone is measured.
func (m Measure) Figure() float64 {
	switch {
	case m.F1 != nil:
		return *m.F1
	case m.Recall != nil:
		return *m.Recall
	case m.Precision != nil:
		return *m.Precision
	}
	return 1
}

var (
	recallOnly = set[string]{
		mSpan: true, mExact: true, mStated: true, mCarried: true, mMentions: true, mRelated: true,
	}
	precisionOnly = set[string]{mDirection: true, mPlace: true}
)

// A Set is what came of one gold file.
type Set struct {
	Gold     string    `json:"gold"`
	Pages    int       `json:"pages"`
	Read     int       `json:"read"` // of the pages
	Measures []Measure `json:"measures"`

	sum map[mark]Tally
}

// A mark names a measure.
type mark struct{ name, of string }

// The names of measures, in the order in which they are printed.
const (
	mSpan      = "span"              // citations, found where gold has one
	mExact     = "span_exact"        // the same with the same beginning and end
	mNumber    = "number"            // document numbers, with issuer and without year
	mType      = "type"              // Loại văn bản
	mAgency    = "agency"            // Cơ quan ban hành
	mDocument  = "document"          // identities of documents
	mNumbered  = "document_numbered" // the same without laws that are cited by name
	mRelation  = "relation"          // by kind
	mFamily    = "family"            // relations by family
	mStated    = "stated"            // relations of which gold knows some
	mDirection = "direction"         // of relations between two documents that gold joins
	mCarried   = "promulgates"       // instruments with the document that carries them
	mMentions  = "mentions"          // documents that a page names beside its subject
	mRelated   = "related"           // entries of portal lists
	mSubject   = "subject"           // the document that the page is, or reports on
	mIssued    = "issue_date"
	mSigner    = "signer"
	mTitle     = "signer_title"
	mEffective = "effective_date"
	mExpires   = "expiry_date"
	mStatus    = "status"       // Tình trạng hiệu lực
	mGazetted  = "gazette_date" // Ngày đăng công báo
	mCaption   = "page_title"
	mPublished = "published"
	mPlace     = "place" // mentions whose offsets fit the text
)

var names = []string{
	mSpan, mExact, mNumber, mType, mAgency, mDocument, mNumbered, mRelation, mFamily, mStated,
	mDirection, mCarried, mMentions, mRelated, mSubject, mIssued, mSigner, mTitle, mEffective,
	mExpires, mStatus, mGazetted, mCaption, mPublished, mPlace,
}

// Names returns the names of all measures.
func Names() []string { return slices.Clone(names) }

// add takes the sheet of one page.
func (s *Set) add(p *sheet) {
	s.Pages += p.pages
	if len(p.unread) == 0 {
		s.Read += p.pages
	}
	for m, t := range p.tallies {
		sum := s.sum[m]
		sum.add(t)
		s.sum[m] = sum
	}
}

// close puts the measures in order: those that were asked, or found wrong.
func (s *Set) close() {
	s.Measures = []Measure{}
	for m, t := range s.sum {
		s.Measures = append(s.Measures, newMeasure(m, t))
	}
	slices.SortFunc(s.Measures, func(a, b Measure) int {
		return cmp.Or(
			cmp.Compare(slices.Index(names, a.Name), slices.Index(names, b.Name)),
			cmp.Compare(rank(a.Of), rank(b.Of)), cmp.Compare(a.Of, b.Of),
		)
	})
}

// round cuts a figure to what can be read.
func round(f float64) *float64 {
	f = math.Round(f*1e4) / 1e4
	return &f
}
