package eval

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/extractors/reading"
)

const (
	decree   = "vn:nghi-dinh:cp:2023:312"
	circular = "vn:thong-tu:bct:2023:171"
	law      = "vn:luat:qh15:2022:88"
)

func doc(key string, at ...int) reading.Document {
	d := reading.Document{Key: key}
	for _, a := range at {
		d.Mentions = append(d.Mentions, reading.Place{Start: a, End: a})
	}
	return d
}

func rel(from, kind, to string, at int) reading.Relation {
	return reading.Relation{From: from, Kind: kind, To: to, Family: familyOf(kind), Confidence: 0.9,
		Evidence: reading.Evidence{Start: at}}
}

func optional() *bool {
	no := false
	return &no
}

// tallies gives the tallies of a sheet as "measure/of right/wrong/missed", in order.
func tallies(s *sheet, names ...string) []string {
	var out []string
	for m, t := range s.tallies {
		if !slices.Contains(names, m.name) {
			continue
		}
		line := fmt.Sprintf("%s %d/%d/%d", strings.TrimSuffix(m.name+" "+m.of, " "), t.Right,
			t.Wrong, t.Missed)
		if t.Beyond > 0 {
			line += fmt.Sprintf(" beyond %d", t.Beyond)
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

func TestPage(t *testing.T) {
	for _, tt := range []struct {
		name     string
		gold     goldPage
		got      reading.Reading
		measures []string
		want     []string
	}{
		{
			"documents: right, wrong, missed",
			goldPage{Documents: []goldDocument{{Key: decree}, {Key: law}}},
			reading.Reading{Documents: []reading.Document{doc(decree), doc(circular)}},
			[]string{mDocument, mNumber}, []string{"document 1/1/1", "number 1/1/1"},
		},
		{
			"an optional document counts neither way",
			goldPage{Documents: []goldDocument{{Key: decree, Optional: true}, {Key: law,
				Optional: true}}},
			reading.Reading{Documents: []reading.Document{doc(decree)}},
			[]string{mDocument, mNumber}, []string{"document 0/0/0", "number 0/0/0"},
		},
		{
			"a wrong year is no wrong number",
			goldPage{Documents: []goldDocument{{Key: "vn:quyet-dinh:ubnd@ca-mau:2023:7"}}},
			reading.Reading{Documents: []reading.Document{doc("vn:quyet-dinh:ubnd@x:0000:7")}},
			[]string{mDocument, mNumber}, []string{"document 0/1/1", "number 1/0/0"},
		},
		{
			"a law resolved from its bare name is no mistake",
			goldPage{},
			reading.Reading{Documents: []reading.Document{{Key: law, ByName: true}}},
			[]string{mDocument, mNumbered}, []string{"document 0/0/0", "document_numbered 0/0/0"},
		},
		{
			"portal lists are measured apart, names without identity not at all",
			goldPage{Documents: []goldDocument{{Symbol: "Luật Trồng trọt"}}},
			reading.Reading{Documents: []reading.Document{{Key: decree, Role: "related"},
				{Title: "Luật Trồng trọt"}}},
			[]string{mDocument}, []string{"document 0/0/0"},
		},
		{
			"outside the scope nothing is wrong, and what gold has is found anywhere",
			goldPage{Scope: [][2]int{{0, 3}}, Documents: []goldDocument{{Key: decree}}},
			reading.Reading{Text: "ươiabc", Documents: []reading.Document{doc(decree, 7),
				doc(circular, 5), doc(law, 4)}},
			[]string{mDocument}, []string{"document 1/1/0"},
		},

		{
			"relations: right, wrong, missed, by kind and family",
			goldPage{Relations: []goldRelation{{From: circular, Kind: "guides", To: decree},
				{From: decree, Kind: "details", To: law}}},
			reading.Reading{Relations: []reading.Relation{rel(circular, "guides", decree, 0),
				rel(circular, "amends", law, 0)}},
			[]string{mRelation, mFamily},
			[]string{"family 1/1/1", "family amends 0/1/0", "family implements 1/0/1",
				"relation 1/1/1", "relation amends 0/1/0", "relation details 0/0/1", "relation guides 1/0/0"},
		},
		{
			"a relation that is not required counts neither way",
			goldPage{Relations: []goldRelation{{From: circular, Kind: "guides", To: decree,
				Required: optional()},
				{From: circular, Kind: "based_on", To: law, Required: optional()}}},
			reading.Reading{Relations: []reading.Relation{rel(circular, "guides", decree, 0)}},
			[]string{mRelation, mFamily}, []string{"family 0/0/0", "relation 0/0/0"},
		},
		{
			"an optional stronger kind stands for the required one",
			goldPage{Relations: []goldRelation{{From: circular, Kind: "implements", To: decree},
				{From: circular, Kind: "guides", To: decree, Required: optional()}}},
			reading.Reading{Relations: []reading.Relation{rel(circular, "guides", decree, 0)}},
			[]string{mRelation, mFamily}, []string{"family 1/0/0", "family implements 1/0/0",
				"relation 0/0/0"},
		},
		{
			"a stronger kind that gold does not allow does not",
			goldPage{Relations: []goldRelation{{From: circular, Kind: "implements", To: decree}}},
			reading.Reading{Relations: []reading.Relation{rel(circular, "guides", decree, 0)}},
			[]string{mRelation}, []string{"relation 0/1/1", "relation guides 0/1/0",
				"relation implements 0/0/1"},
		},
		{
			"relations of instruments are not those of documents",
			goldPage{},
			reading.Reading{Relations: []reading.Relation{rel("I:a", "implements", "I:b", 0),
				rel(decree, "implements", "I:b", 0)}},
			[]string{mRelation}, []string{"relation 0/0/0"},
		},
		{
			"directions: the same, turned round, of a pair that gold does not join",
			goldPage{Relations: []goldRelation{{From: circular, Kind: "guides", To: decree},
				{From: decree, Kind: "details", To: law}}},
			reading.Reading{Relations: []reading.Relation{rel(circular, "guides", decree, 0),
				rel(law, "details", decree, 0),
				rel(circular, "based_on", law, 0)}},
			[]string{mDirection}, []string{"direction 1/1/0"},
		},
		{
			"another family the same way is no wrong direction",
			goldPage{Relations: []goldRelation{{From: circular, Kind: "guides", To: decree}}},
			reading.Reading{Relations: []reading.Relation{rel(circular, "based_on", decree, 0)}},
			[]string{mDirection}, []string{"direction 1/0/0"},
		},

		{
			"subject and fields of it",
			goldPage{Subject: decree, Documents: []goldDocument{
				{Key: decree, Issued: "2023-06-05", Effective: "2023-08-01", Signer: "Trần Hòa",
					Signers: []goldSigner{{"Lê Thuý"}}}}},
			reading.Reading{Subject: decree, Documents: []reading.Document{
				{Key: decree, Issued: "2023-06-05", Effective: "2023-08-02",
					Signer: &reading.Signer{Name: "LÊ THÚY"}}}},
			[]string{mSubject, mIssued, mEffective, mSigner},
			[]string{"effective_date 0/1/1", "issue_date 1/0/0", "signer 1/0/0", "subject 1/0/0"},
		},
		{
			"fields that gold says there are none of",
			goldPage{Subject: decree, Documents: []goldDocument{{Key: decree}}},
			reading.Reading{Subject: decree, Documents: []reading.Document{{Key: decree,
				Issued: "2023", Signer: &reading.Signer{Name: "Lê Thuý"}}}},
			[]string{mIssued, mEffective, mSigner}, []string{"issue_date 0/1/0 beyond 1",
				"signer 0/1/0 beyond 1"},
		},
		{
			"no subject is an answer, one too many a mistake",
			goldPage{}, reading.Reading{Subject: decree},
			[]string{mSubject}, []string{"subject 0/1/1"},
		},
		{
			"a page that could not be read", goldPage{Documents: []goldDocument{{Key: decree}},
				Subject: decree}, reading.Reading{},
			[]string{mDocument, mSubject}, []string{"document 0/0/1", "subject 0/0/1"},
		},
		{
			"words that do not stand where the reading says",
			goldPage{},
			reading.Reading{Text: "Nghị  định 1", Documents: []reading.Document{{Key: decree,
				Mentions: []reading.Place{
					{Start: 0, End: len("Nghị  định"), Text: "Nghị\nđịnh"}, {Start: 0, End: 2,
						Text: "Nghị"}}}}},
			[]string{mPlace}, []string{"place 1/1/0"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSheet("gold", "page")
			tt.gold.score(s, &tt.got)
			got := tallies(s, tt.measures...)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("score (-want +got):\n%s", diff)
			}
		})
	}
}

// Every mistake is told with what is wrong and the sentence.
func TestDecisions(t *testing.T) {
	text := "Căn cứ Luật 88/2022/QH15;\nThông tư hướng dẫn Nghị định 312/2023/NĐ-CP.\n"
	at := strings.Index(text, "Nghị định")
	gold := goldPage{
		Documents: []goldDocument{{Key: law, Symbol: "88/2022/QH15"}, {Key: circular}},
		Relations: []goldRelation{{From: circular, Kind: "based_on", To: law,
			Quote: "Căn cứ\n Luật 88/2022/QH15"}},
	}
	got := &reading.Reading{
		Text: text,
		Documents: []reading.Document{{Key: decree, Mentions: []reading.Place{{Start: at,
			End: at + 10}}}},
		Relations: []reading.Relation{{From: circular, Kind: "guides", To: decree, Confidence: 0.95,
			Evidence: reading.Evidence{Start: at, Quote: "hướng dẫn Nghị định"}}},
	}
	s := newSheet("gold", "N1")
	gold.score(s, got)
	want := []Decision{
		{Measure: mDocument, Key: decree, Verdict: Wrong,
			Quote: "Thông tư hướng dẫn Nghị định 312/2023/NĐ-CP."},
		{Measure: mDocument, Key: law, Verdict: Missed, Quote: "Căn cứ Luật 88/2022/QH15;"},
		{Measure: mDocument, Key: circular, Verdict: Missed, Quote: "Căn cứ\n Luật 88/2022/QH15"},
		{Measure: mRelation, From: circular, Kind: "guides", To: decree, Verdict: Wrong,
			Confidence: 0.95, Quote: "hướng dẫn Nghị định"},
		{Measure: mRelation, From: circular, Kind: "based_on", To: law, Verdict: Missed,
			Quote: "Căn cứ Luật 88/2022/QH15"},
		{Measure: mSubject, Verdict: Right},
	}
	for i := range want {
		want[i].Set, want[i].Page = "gold", "N1"
	}
	if diff := cmp.Diff(want, s.decisions); diff != "" {
		t.Errorf("decisions (-want +got):\n%s", diff)
	}
}

func TestSentence(t *testing.T) {
	long := strings.Repeat("à", 400)
	for _, tt := range []struct {
		name, text, of, want string
	}{
		{"line", "một\nhai ba bốn\nnăm", "ba", "hai ba bốn"},
		{"whole", "ba", "ba", "ba"},
		{"long", "đ" + long + "BA" + long, "BA", long[:160] + "BA" + long[:160]},
	} {
		i := strings.Index(tt.text, tt.of)
		got := sentence(tt.text, i, i+len(tt.of))
		if got != tt.want {
			t.Errorf("%s: sentence = %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := sentence("ngắn", 2, 90); got != "" {
		t.Errorf("sentence outside the text = %q, want none", got)
	}
}
