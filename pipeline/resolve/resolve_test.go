package resolve

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/reading"
	"vnlex/graph"
)

// A sheet is one page of a test.
type sheet struct {
	url       string
	published string
	docs      []reading.Document
	insts     []reading.Instrument
}

const sheetText = "Câu."

// claimsOf reads sheets as a ledger keeps them.
func claimsOf(sheets ...sheet) (all []Claim, source func(Hash) *Source) {
	pages := map[Hash]*Source{}
	for _, s := range sheets {
		r := &reading.Reading{Page: reading.Page{URL: s.url, Published: s.published},
			Documents: s.docs, Instruments: s.insts}
		all = append(all, Claims(s.url, sheetText, r)...)
		pages[HashURL(s.url)] = &Source{URL: s.url, Published: s.published}
	}
	return all, func(h Hash) *Source { return pages[h] }
}

func field(name, value, rule string) reading.Field {
	return reading.Field{Name: name, Value: value, Rule: rule, Start: 0, End: len(sheetText),
		Confidence: 0.9}
}

func document(key string, fields ...reading.Field) reading.Document {
	d := reading.Document{Key: key, Fields: fields, Symbol: "726/QĐ-TTg",
		Mentions: []reading.Place{{Start: 0, End: 4}}}
	for _, f := range fields {
		switch f.Name {
		case "issued":
			d.Issued = f.Value
		case "title":
			d.Title = f.Value
		}
	}
	return d
}

const key726 = "vn:quyet-dinh:ttg:2022:726"

// one resolves a block of sheets that name one document.
func one(t *testing.T, sheets ...sheet) *graph.Document {
	t.Helper()
	r := Block(claimsOf(sheets...))
	if len(r.Nodes) != 1 {
		t.Fatalf("%d documents, want one", len(r.Nodes))
	}
	return r.Nodes[0].(*graph.Document)
}

func TestIssued(t *testing.T) {
	at := func(url string, fields ...reading.Field) sheet {
		return sheet{url: url, docs: []reading.Document{document(key726, fields...)}}
	}
	tests := []struct {
		name      string
		sheets    []sheet
		want      string
		conflicts int
	}{
		{"only the year of the key", []sheet{at("a")}, "2022", 0},
		{"metadata beats prose", []sheet{at("a", field("issued", "2022-06-18", "adverbial")),
			at("b", field("issued", "2022-06-16", "metadata"))}, "2022-06-16", 1},
		{"the year of the key beats any date", []sheet{at("a",
			field("issued", "2023-06-16", "metadata"))}, "2022", 1},
		{"a weak day makes a strong year precise", []sheet{at("a",
			field("issued", "2022", "metadata")),
			at("b", field("issued", "2022-06-16", "prose"))}, "2022-06-16", 0},
		{"but not against a strong month", []sheet{at("a",
			field("issued", "2022-05", "metadata")),
			at("b", field("issued", "2022-06-16", "prose"))}, "2022-05", 1},
		{"official prose beats an aggregator's", []sheet{at("https://a.vn/x",
			field("issued", "2022-06-17", "prose")),
			at("https://moit.gov.vn/x", field("issued", "2022-06-16",
				"prose"))}, "2022-06-16", 1},
		{"most pages win", []sheet{at("a", field("issued", "2022-06-17", "prose")),
			at("b", field("issued", "2022-06-16", "prose")),
			at("c", field("issued", "2022-06-16", "prose"))}, "2022-06-16", 1},
		{"unknown evidence is the weakest", []sheet{at("a",
			field("issued", "2022-06-17", "guess")),
			at("b", field("issued", "2022-06-16", "page-date"))}, "2022-06-16", 1},
	}
	for _, tt := range tests {
		d := one(t, tt.sheets...)
		if d.Issued != tt.want || len(d.Conflicts) != tt.conflicts {
			t.Errorf("%s: issued %q, conflicts %q; want %q and %d", tt.name, d.Issued,
				d.Conflicts, tt.want, tt.conflicts)
		}
	}
}

func TestTitle(t *testing.T) {
	own := document(key726, field("title", "Phê duyệt Chiến lược", "header"))
	own.Carried = true
	d := one(t,
		sheet{url: "a", docs: []reading.Document{document(key726,
			field("title", "phê duyệt Chiến lược", "after-number"))}},
		sheet{url: "b", docs: []reading.Document{document(key726,
			field("title", "phê duyệt Chiến lược", "after-number"))}},
		sheet{url: "c", docs: []reading.Document{document(key726,
			field("title", "Chiến lược", "metadata"))}},
		sheet{url: "d", docs: []reading.Document{own}})
	if d.Title != "Phê duyệt Chiến lược" {
		t.Errorf("title %q, want that of the document's own head", d.Title)
	}
	if len(d.Sources) == 0 || !strings.Contains(d.Sources[0], `"url":"d"`) {
		t.Errorf("sources %q, want page d", d.Sources)
	}
}

func TestSigners(t *testing.T) {
	signed := func(url, rule string, names ...string) sheet {
		d := document("vn:thong-tu-lien-tich:btc-bct:2012:221")
		for i, n := range names {
			d.Fields = append(d.Fields, field("signer", n, rule))
			if i == 0 {
				d.Signer = &reading.Signer{Name: n}
				continue
			}
			d.CoSigners = append(d.CoSigners, reading.Signer{Name: n, Title: "Thứ trưởng"})
		}
		return sheet{url: url, docs: []reading.Document{d}}
	}
	r := Block(claimsOf(signed("a", "prose", "Lê Văn Sai"),
		signed("b", "signature", "Trương Chí Trung", "Cao Quốc Hưng")))
	var got []string
	for _, e := range r.Edges {
		if e.Type == graph.SignedBy {
			got = append(got, fmt.Sprint(e.Order, " ", e.To.ID))
		}
	}
	want := []string{"1 P:truong-chi-trung:btc", "2 P:cao-quoc-hung:bct"}
	if !slices.Equal(got, want) {
		t.Errorf("signed by %q, want %q", got, want)
	}
	if d := r.Nodes[0].(*graph.Document); len(d.Conflicts) != 1 ||
		!strings.Contains(d.Conflicts[0], "Lê Văn Sai") {
		t.Errorf("conflicts %q, want the other signer", d.Conflicts)
	}
}

// What a block resolves to does not depend on the order of its claims.
func TestBlockAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var sheets []sheet
	for i := range 30 {
		d := document([]string{key726, "vn:quyet-dinh:ttg:0000:726",
			"vn:quyet-dinh:ttg:2019:726"}[i%3],
			field("title", []string{"về khuyến công", "về hoá chất"}[rng.IntN(2)], "prose"))
		sheets = append(sheets, sheet{url: fmt.Sprint(i),
			published: fmt.Sprint(2018 + rng.IntN(8)), docs: []reading.Document{d}})
	}
	claims, source := claimsOf(sheets...)
	want := ""
	for range 50 {
		rng.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		got, _ := json.Marshal(Block(claims, source))
		if want == "" {
			want = string(got)
		}
		if string(got) != want {
			t.Fatalf("Block depends on order:\n%s\n%s", got, want)
		}
	}
}

func TestSimilarTitle(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"về việc phê duyệt Chiến lược hóa chất", "Chiến lược hoá chất", true},
		{"Quy định về khuyến công", "khuyến công", true},
		{"sửa đổi, bổ sung một số điều của Luật Điện lực", "Luật Điện lực", true},

		{"khuyến công quốc gia", "xuất khẩu gạo quốc gia", false},
		{"về việc ban hành", "về việc ban hành", false}, // says nothing
		{"", "", false},
	}
	for _, tt := range tests {
		if got := newTitle(tt.a).similar(newTitle(tt.b)); got != tt.want {
			t.Errorf("similar(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestOlder(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"2021", "2022", true},
		{"2022-05", "2022-06-16", true},
		{"2022-06-15", "2022-06-16", true},

		{"2022", "2022-06-16", false}, // the same at the coarser precision
		{"2022-06-16", "2022-06-16", false},
		{"2023", "2022", false},
		{"", "2022", false},
		{"2022", "", false},
	}
	for _, tt := range tests {
		if got := older(tt.a, tt.b); got != tt.want {
			t.Errorf("older(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestDay(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2021-03-29T03:33:00+07:00", "2021-03-29"},
		{"2021-03-28T20:33:00Z", "2021-03-29"}, // in Viet Nam
		{"2021-03-29", "2021-03-29"},
		{"2021", "2021"},

		{"", ""},
		{"hôm qua, lúc 3 giờ", ""},
	}
	for _, tt := range tests {
		if got := day(tt.in); got != tt.want {
			t.Errorf("day(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
