package eval

import (
	"cmp"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"vnlex/extractors/reading"
)

// subject scores which document the page is, or reports on; that it is none is an answer.
func (p *pageScore) subject() {
	want, got := p.gold.Subject, p.got.Subject
	t := Tally{Right: 1}
	d := Decision{Measure: mSubject, Verdict: Right, Got: got, Want: want}
	if want != got {
		t, d.Verdict = Tally{Missed: 1}, Missed
		if got != "" {
			t.Wrong, d.Verdict = 1, Wrong
		}
		d.Quote = p.sentenceOf(cmp.Or(want, got))
	}
	p.count(mSubject, "", t)
	p.decide(d)
}

// fields scores dates and signer of the page's own document, or of all of them.
func (p *pageScore) fields() {
	done := set[string]{}
	for _, d := range p.gold.Documents {
		if d.Key == "" || done[d.Key] || !p.gold.everyField && d.Key != p.gold.Subject {
			continue
		}
		done[d.Key] = true
		p.fieldsOf(d, p.document(d.Key))
	}
}

func (p *pageScore) document(key string) reading.Document {
	for _, d := range p.got.Documents {
		if d.Key == key {
			return d
		}
	}
	return reading.Document{}
}

func (p *pageScore) fieldsOf(want goldDocument, got reading.Document) {
	p.maybe(mIssued, want, want.Issued, got.Issued, want.Issued == got.Issued, got)
	p.maybe(mEffective, want, want.Effective, got.Effective, want.Effective == got.Effective, got)
	signer := ""
	if got.Signer != nil {
		signer = got.Signer.Name
	}
	p.maybe(mSigner, want, want.Signer, signer, want.signedBy(signer), got)
}

// maybe scores a field that gold or the reading has. Of documents but the subject, what
// the gold has no word of is not asked.
func (p *pageScore) maybe(
	name string, d goldDocument, want, got string, same bool, from reading.Document,
) {
	if want == "" && (got == "" || d.Key != p.gold.Subject) {
		return
	}
	p.field(name, want, got, same, fieldSentence(p.got, from, got))
	if p.gold.everyField {
		p.decisions[len(p.decisions)-1].Key = d.Key
	}
}

// signedBy reports whether a document is signed by who has that name.
func (d goldDocument) signedBy(who string) bool {
	if d.Signer == "" {
		return false
	}
	for _, s := range append([]goldSigner{{d.Signer}}, d.Signers...) {
		if samePerson(s.Name, who) {
			return true
		}
	}
	return false
}

func samePerson(a, b string) bool { return personName(a) == personName(b) }

// personName gives one spelling to "Hoà" and "HÒA".
func personName(s string) string {
	words := strings.Fields(norm.NFD.String(cases.Fold().String(s)))
	for i, w := range words {
		words[i] = strings.Map(letter, w) + strings.Map(tone, w)
	}
	return strings.Join(words, " ")
}

const tones = "\u0300\u0301\u0303\u0309\u0323"

func letter(r rune) rune {
	if strings.ContainsRune(tones, r) {
		return -1
	}
	return r
}

func tone(r rune) rune {
	if strings.ContainsRune(tones, r) {
		return r
	}
	return -1
}

// fieldSentence returns the sentence in which a field's value was read.
func fieldSentence(r *reading.Reading, d reading.Document, value string) string {
	for _, f := range d.Fields {
		if f.Value == value && value != "" && f.Start < f.End {
			return sentence(r.Text, f.Start, f.End)
		}
	}
	return ""
}
