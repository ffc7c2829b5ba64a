package resolve

import (
	"fmt"
	"slices"
	"testing"

	"vnlex/extractors/agency"
	"vnlex/extractors/reading"
	"vnlex/graph"
)

const (
	planKey  = "vn:quyet-dinh:bct:2024:1189"
	planInst = "I:quyet-dinh:bct:2024:1189:ke-hoach"
)

// states is a statement from one node to another, both as resolved.
func states(from, family, kind, to string, parts ...reading.Part) Statement {
	s := Statement{Page: &Source{URL: "a"}, From: from, To: to, ToOwner: key726,
		ToIssued: "2022-06-16", ToCarry: 0.7}
	if !isDocument(to) && to[:3] == "I::" {
		s.ToOwner, s.ToIssued, s.ToCarry = to, "", 0
	}
	s.Claim = Claim{Kind: KindRelation, Subject: from, Object: to, Confidence: 0.9, Rule: "T001",
		Quote: "Câu.", End: 4,
		Value: encode(relationValue{Family: family, Kind: kind, Parts: parts})}
	s.identify()
	return s
}

func carries(inst string, confidence float64) Statement {
	s := Statement{Page: &Source{URL: "a"}, From: inst, To: planKey, ToOwner: planKey}
	s.Claim = Claim{Kind: KindInstrument, Subject: inst, Object: planKey, Confidence: confidence,
		Quote: "Câu.", End: 4,
		Value: encode(instrumentValue{Name: "Kế hoạch hoá chất", Kind: "ke-hoach",
			Act: "approves"})}
	s.identify()
	return s
}

func TestRelations(t *testing.T) {
	quoted := reading.Part{Quoted: true}
	tests := []struct {
		name   string
		issued string
		all    []Statement
		want   []string // type, from, to, kind, confidence
		drops  []string
	}{
		{"stated", "2024", []Statement{states(planKey, "implements", "implements", key726)},
			[]string{"IMPLEMENTS " + planKey + " " + key726 + " implements 0.9"}, nil},
		{"through the target's carrier", "2024", []Statement{states(planKey, "implements",
			"guides", local726)},
			[]string{"IMPLEMENTS " + planKey + " " + local726 + " guides 0.9",
				"IMPLEMENTS " + planKey + " " + key726 + " guides 0.7 derived"}, nil},
		{"through both carriers", "2024", []Statement{carries(planInst, 0.5),
			states(planInst, "implements", "implements", local726)},
			[]string{"IMPLEMENTS " + planInst + " " + local726 + " implements 0.9",
				"IMPLEMENTS " + planKey + " " + key726 + " implements 0.5 derived",
				"PROMULGATES " + planKey + " " + planInst + " approves 0.5"}, nil},
		{"an instrument's relation to a document holds between documents", "2024",
			[]Statement{carries(planInst, 0.5), states(planInst, "implements", "implements",
				key726)},
			[]string{"IMPLEMENTS " + planKey + " " + key726 + " implements 0.5 derived",
				"PROMULGATES " + planKey + " " + planInst + " approves 0.5"}, nil},
		{"stated absorbs derived, whatever the kind", "2024",
			[]Statement{states(planKey, "implements", "guides", key726),
				states(planKey, "implements", "implements", local726)},
			[]string{"IMPLEMENTS " + planKey + " " + key726 + " guides 0.9",
				"IMPLEMENTS " + planKey + " " + local726 + " implements 0.9"}, nil},
		{"of another family it does not", "2024", []Statement{states(planKey, "cites", "based_on",
			key726),
			states(planKey, "implements", "implements", local726)},
			[]string{"CITES " + planKey + " " + key726 + " based_on 0.9",
				"IMPLEMENTS " + planKey + " " + key726 + " implements 0.7 derived",
				"IMPLEMENTS " + planKey + " " + local726 + " implements 0.9"}, nil},
		{"no carrier, nothing follows", "2024", []Statement{states(planKey, "implements",
			"implements", "I::x")},
			[]string{"IMPLEMENTS " + planKey + " I::x implements 0.9"}, nil},

		{"to a newer one", "2021", []Statement{states(planKey, "implements", "implements",
			key726)}, nil, []string{"older"}},
		{"to a newer one's instrument", "2021", []Statement{states(planKey, "implements",
			"implements", local726)}, nil,
			[]string{"older"}},
		{"same year", "2022", []Statement{states(planKey, "amends", "amends", key726)},
			[]string{"AMENDS " + planKey + " " + key726 + " amends 0.9"}, nil},
		{"consolidates may", "2021", []Statement{states(planKey, "cites", "consolidates",
			key726)},
			[]string{"CITES " + planKey + " " + key726 + " consolidates 0.9"}, nil},
		{"quoted reference may", "2021", []Statement{states(planKey, "cites", "refers_to", key726,
			quoted)},
			[]string{"CITES " + planKey + " " + key726 + " refers_to 0.9"}, nil},
		{"quoted amendment may not", "2021", []Statement{states(planKey, "amends", "amends",
			key726, quoted)}, nil,
			[]string{"older"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, edges, drops := Unit{Key: planKey, Issued: tt.issued,
				Statements: tt.all}.Relations()
			var got, why []string
			for _, e := range edges {
				s := fmt.Sprint(e.Type, " ", e.From.ID, " ", e.To.ID, " ", e.Kind, " ",
					e.Confidence)
				if e.Derived {
					s += " derived"
				}
				got = append(got, s)
			}
			for _, d := range drops {
				why = append(why, d.Reason)
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if !slices.Equal(got, tt.want) || !slices.Equal(why, tt.drops) {
				t.Errorf("Relations() = %q, dropped %q; want %q, %q", got, why, tt.want, tt.drops)
			}
		})
	}
}

func TestRelationToItself(t *testing.T) {
	for _, to := range []string{key726, local726} {
		_, edges, drops := Unit{Key: key726, Statements: []Statement{states(key726, "implements",
			"implements", to)}}.Relations()
		if len(edges) != 0 || len(drops) != 1 || drops[0].Reason != "self" {
			t.Errorf("from %s to %s: %d relations, dropped %+v; want it dropped", key726, to,
				len(edges), drops)
		}
	}
}

// Evidence is shown best first, five at most, and counted in full; what pages say twice
// of one place stands once.
func TestEvidence(t *testing.T) {
	var all []Statement
	for i := range 7 {
		s := states(planKey, "amends", "amends", key726,
			reading.Part{ScopeTo: "#dieu-5", Op: "repeal", Start: i, End: i + 1})
		s.Page = &Source{URL: fmt.Sprintf("p%d", i), Published: []string{"", "2024-05-01",
			"2024-03-01T08:00:00+07:00"}[i%3]}
		s.Confidence = float64(5+i%2) / 10
		s.identify()
		all = append(all, s, s)
	}
	_, edges, _ := Unit{Key: planKey, Issued: "2024", Statements: all}.Relations()
	if len(edges) != 1 {
		t.Fatalf("%d relations, want one", len(edges))
	}
	e := edges[0]
	var urls []string
	for _, v := range e.Evidence {
		urls = append(urls, v.URL)
	}
	if want := []string{"p1", "p3", "p5", "p0", "p2"}; !slices.Equal(urls, want) ||
		e.EvidenceCount != 7 || e.Confidence != 0.6 {
		t.Errorf("evidence of %q, count %d, confidence %v; want %q, 7, 0.6", urls,
			e.EvidenceCount, e.Confidence, want)
	}
	if len(e.Parts) != 1 || !slices.Equal(e.ScopesTo, []string{"#dieu-5"}) || e.Op != "repeal" {
		t.Errorf("parts %q, scopes %q, op %q", e.Parts, e.ScopesTo, e.Op)
	}
	if e.FirstSeen != "2024-03-01T08:00:00+07:00" || e.LastSeen != "2024-05-01" {
		t.Errorf("seen %s to %s", e.FirstSeen, e.LastSeen)
	}
}

func TestPage(t *testing.T) {
	value := func(v documentValue) string { return encode(v) }
	edges := Page("u", []Named{
		{key726, value(documentValue{Count: 2})},
		{key726, value(documentValue{Count: 1, Subject: true})}, // under another key of the page
		{planKey, value(documentValue{Carried: true, Subject: true})},
		{"vn:luat:qh15:2025:64", value(documentValue{})},
	})
	var got []string
	for _, e := range edges {
		got = append(got, fmt.Sprint(e.Type, " ", e.To.ID, " ", e.Count))
	}
	want := []string{"MENTIONS vn:luat:qh15:2025:64 1", "CARRIES " + planKey + " 0",
		"REPORTS_ON " + key726 + " 3"}
	if !slices.Equal(got, want) {
		t.Errorf("Page() = %q, want %q", got, want)
	}
}

// A claim whose quote does not stand in the text at its place is no evidence.
func TestClaimsRefuseQuote(t *testing.T) {
	rel := reading.Relation{From: planKey, To: key726, Family: "cites", Kind: "refers_to",
		Evidence: reading.Evidence{Start: 0, End: 4, Quote: "Sai."}}
	derived := rel
	derived.Derived, derived.Evidence.Quote = true, "Câu"
	r := &reading.Reading{Relations: []reading.Relation{rel, derived}}
	if got := Claims("a", "Câu.", r); len(got) != 0 {
		t.Errorf("Claims() = %+v, want none", got)
	}
}

// Identity of a claim is made of what it says, and of nothing else.
func TestClaimIdentity(t *testing.T) {
	claims, _ := claimsOf(sheet{url: "a", docs: []reading.Document{document(key726),
		document(key726)}})
	again, _ := claimsOf(sheet{url: "a", docs: []reading.Document{document(key726)}})
	other, _ := claimsOf(sheet{url: "b", docs: []reading.Document{document(key726)}})
	if len(claims) != 1 || claims[0].ID != again[0].ID || claims[0].ID == other[0].ID {
		t.Errorf("claims %x, again %x, of another page %x", claims[0].ID, again[0].ID,
			other[0].ID)
	}
}

func TestAgency(t *testing.T) {
	nodes, edges := Agency("btnmt", map[string]int{"Bộ TNMT": 3})
	if a := nodes[0].(*graph.Agency); a.Name != "Bộ Tài nguyên và Môi trường" {
		t.Errorf("Agency(btnmt) is named %q, want as the tables have it", a.Name)
	}
	if len(edges) == 0 || edges[0].To.ID != "bnnmt" {
		t.Errorf("Agency(btnmt) succeeded by %+v, want bnnmt", edges)
	}
	nodes, _ = Agency("xyz", map[string]int{"Công ty XYZ": 2, "Công ty Xyz": 2, "XYZ": 1, "": 9})
	if a := nodes[0].(*graph.Agency); a.Name != "Công ty XYZ" {
		t.Errorf("Agency(xyz) is named %q, want the most frequent, then smallest", a.Name)
	}
}

// The relations of succession that the tables give are told apart by their ends and kind.
func TestSuccessionsOnce(t *testing.T) {
	seen := map[graph.EdgeRef]bool{}
	for _, s := range agency.Successions() {
		_, edges := Agency(s.From, nil)
		for _, e := range edges {
			if e.To.ID == s.To && e.Kind == s.Kind && e.Scope == s.Scope {
				if seen[e.EdgeRef] {
					t.Errorf("%v twice", e.EdgeRef)
				}
				seen[e.EdgeRef] = true
			}
		}
	}
}
