package eval

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"vnlex/extractors/reading"
)

// A portalEdge is one entry of a portal's diagram (lược đồ). The label names the role of
// the other document: passive ones ("được …", "bị …") say that the page's own acts on it
// (spec 3.10).
type portalEdge struct {
	label string
	other string // as printed: type, number, title
	kinds []string
	acts  bool  // the page's own document acts
	is    named // tells the other document
}

// diagram are the labels with the kinds that say the same. "1 phần" of a document is
// amended, whatever the label calls it.
var diagram = map[string]portalEdge{
	"Văn bản căn cứ":                       {kinds: []string{"based_on"}, acts: true},
	"Văn bản dẫn chiếu":                    {kinds: []string{"refers_to"}, acts: true},
	"Văn bản được HD, QĐ chi tiết":         {kinds: []string{"details", "guides"}, acts: true},
	"Văn bản HD, QĐ chi tiết":              {kinds: []string{"details", "guides"}},
	"Văn bản được sửa đổi":                 {kinds: []string{"amends", "supplements"}, acts: true},
	"Văn bản sửa đổi":                      {kinds: []string{"amends", "supplements"}},
	"Văn bản được bổ sung":                 {kinds: []string{"supplements", "amends"}, acts: true},
	"Văn bản bổ sung":                      {kinds: []string{"supplements", "amends"}},
	"Văn bản hết hiệu lực":                 {kinds: []string{"repeals", "replaces"}, acts: true},
	"Văn bản quy định hết hiệu lực":        {kinds: []string{"repeals", "replaces"}},
	"Văn bản bị hết hiệu lực 1 phần":       {kinds: []string{"amends"}, acts: true},
	"Văn bản quy định hết hiệu lực 1 phần": {kinds: []string{"amends"}},
	"Văn bản bị thay thế":                  {kinds: []string{"replaces"}, acts: true},
	"Văn bản thay thế":                     {kinds: []string{"replaces"}},
	"Văn bản bị đình chỉ":                  {kinds: []string{"suspends"}, acts: true},
	"Văn bản đình chỉ":                     {kinds: []string{"suspends"}},
	"Văn bản bị đình chỉ 1 phần":           {kinds: []string{"suspends"}, acts: true},
	"Văn bản đình chỉ 1 phần":              {kinds: []string{"suspends"}},
	"Văn bản được hợp nhất":                {kinds: []string{"consolidates"}, acts: true},
	"Văn bản hợp nhất":                     {kinds: []string{"consolidates"}},
	"Văn bản bị đính chính":                {kinds: []string{"corrects"}, acts: true},
	"Văn bản đính chính":                   {kinds: []string{"corrects"}},
	"Văn bản liên quan khác":               {}, // related: no relation
	"Văn bản hiện thời":                    {}, // the page's own document
}

// edges are the entries of the diagram, in the order of labels.
func (g *goldPortal) edges() ([]portalEdge, error) {
	var out []portalEdge
	for _, label := range slices.Sorted(maps.Keys(g.Diagram)) {
		name, _, _ := strings.Cut(label, " (")
		e, ok := diagram[name]
		if !ok {
			return nil, lacking("kind for the label " + label)
		}
		for _, entry := range g.Diagram[label] {
			e.label = name
			if len(entry) == 0 || json.Unmarshal(entry[0], &e.other) != nil {
				return nil, errDiagram
			}
			e.is = nameOf(headOf(e.other))
			out = append(out, e)
		}
	}
	return out, nil
}

// scoreDiagram looks for every entry, and for relations to the same documents that go
// another way.
func scoreDiagram(s *sheet, got *reading.Reading, edges []portalEdge) {
	meant := set[triple]{}
	for _, e := range edges {
		d := Decision{
			Measure: mRelation, Kind: e.label, To: e.other, Verdict: Missed, Quote: e.other,
		}
		if len(e.kinds) == 0 {
			d.Measure, d.Verdict = mRelated, relatedTo(got, e.is)
			s.one(d)
			continue
		}
		for _, r := range got.Relations {
			if e.fits(r, got.Subject) {
				meant[tripleOf(r)] = true
				d.Verdict, d.Confidence = Right, r.Confidence
			}
		}
		s.one(d)
	}
	contradictions(s, got, edges, meant)
}

// relatedTo reports whether a document stands in a portal's list.
func relatedTo(got *reading.Reading, is named) Verdict {
	if slices.ContainsFunc(got.Related, func(r reading.Related) bool { return is(r.Key) }) {
		return Right
	}
	return Missed
}

func (e portalEdge) fits(r reading.Relation, own string) bool {
	from, to := r.From, r.To
	if !e.acts {
		from, to = to, from
	}
	return own != "" && from == own && e.is(to) && slices.Contains(e.kinds, r.Kind)
}

// contradictions counts relations between the page's own document and one of the diagram
// that the diagram does not have.
func contradictions(s *sheet, got *reading.Reading, edges []portalEdge, meant set[triple]) {
	for _, r := range got.Relations {
		t := tripleOf(r)
		if meant[t] || !joinsDocuments(t) || got.Subject == "" {
			continue
		}
		other := r.To
		if r.To == got.Subject {
			other = r.From
		} else if r.From != got.Subject {
			continue
		}
		if slices.ContainsFunc(edges, func(e portalEdge) bool { return e.is(other) }) {
			meant[t] = true
			s.one(Decision{Measure: mRelation, From: r.From, Kind: r.Kind, To: r.To, Verdict: Wrong,
				Confidence: r.Confidence, Quote: oneLine(r.Evidence.Quote)})
		}
	}
}

// headOf cuts an entry behind its number, or the year of what has none:
// "Luật 67/2014/QH13 Đầu tư", "Hiến pháp Không số Hiến pháp năm 1959".
func headOf(entry string) string {
	if _, rest, ok := strings.Cut(entry, " "+numberless[0]+" "); ok {
		return rest
	}
	words := strings.Fields(entry)
	for i, w := range words {
		if strings.Contains(w, "/") {
			return strings.Join(words[:i+1], " ")
		}
	}
	return entry
}
