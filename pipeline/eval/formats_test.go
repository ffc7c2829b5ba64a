package eval

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/extractors/reading"
)

// sheetOf scores a reading with the gold of one value.
func sheetOf(t *testing.T, into any, raw string, score func(*sheet)) *sheet {
	t.Helper()
	if err := json.Unmarshal([]byte(raw), into); err != nil {
		t.Fatal(err)
	}
	s := newSheet("gold", "page")
	score(s)
	return s
}

func TestSeed(t *testing.T) {
	raw := `{"seed": "a.txt", "page": {"kind": "news"},
		"documents": [{"id": "` + circular + `", "role": "subject", "issue_date": "2023-09-01",
			"signer": {"name": "Lê Thuý"}},
			{"id": "` + decree + `", "role": "cited", "issue_date": "2023"},
				{"id": "` + law + `", "role": "related"}],
		"instruments": [{"id": "vn:instrument:a", "carrier": "` + decree + `"}],
		"relations": [{"src": "` + circular + `", "kind": "implements",
			"dst": "vn:instrument:a", "required": true},
			{"src": "` + decree + `", "kind": "approves", "dst": "vn:instrument:a"},
			{"src": "` + circular + `", "kind": "promulgates", "dst": "vn:instrument:b",
				"required": true},
			{"src": "` + circular + `", "kind": "portal_related", "dst": "` + law + `"},
			{"src": "PAGE", "kind": "reports_on", "dst": "` + circular + `"},
			{"src": "PAGE", "kind": "mentions", "dst": "` + decree + `", "required": true},
			{"src": "PAGE", "kind": "mentions", "dst": "vn:luat:qh14:2020:9", "required": true}]}`
	got := &reading.Reading{
		Subject: circular,
		Documents: []reading.Document{
			{Key: circular, Issued: "2023-09-01", Signer: &reading.Signer{Name: "Lê Thúy"}},
			{Key: decree, Issued: "2023-06-05"}, {Key: law, Role: "related"}},
		Instruments: []reading.Instrument{{Carrier: decree, Act: "approves"}},
		Relations:   []reading.Relation{rel(circular, "implements", decree, 0)},
		Related:     []reading.Related{{Key: law}},
	}
	g := &goldSeed{}
	s := sheetOf(t, g, raw, func(s *sheet) { g.score(s, got) })
	want := []string{"document 2/0/0", "issue_date 1/1/1", "mentions 2/0/1", "promulgates 1/0/1",
		"related 1/0/0", "relation 0/0/0", "signer 1/0/0", "subject 1/0/0"}
	names := []string{mDocument, mIssued, mMentions, mCarried, mRelated, mRelation, mSigner,
		mSubject}
	if diff := cmp.Diff(want, tallies(s, names...)); diff != "" {
		t.Errorf("score (-want +got):\n%s", diff)
	}
}

func TestGazette(t *testing.T) {
	raw := `{"txt": "a.txt", "number": "07/2024/TT-BCT", "type": "Thông tư",
		"agency": "Bộ Công Thương",
		"issue_date": "2024-03-04", "signer": "Lê Thuý", "signer_title": "THỨ TRƯỞNG",
			"effective_date": null,
		"relations": [{"rel": "GUIDES", "target": "312/2023/NĐ-CP"}, {"rel": "REPEALS",
			"target": "5/2019/TT-BCT"}]}`
	own := "vn:thong-tu:bct:2024:7"
	got := &reading.Reading{
		Subject: own,
		Documents: []reading.Document{{Key: decree}, {Key: own, Symbol: "07 /2024/TT- BCT",
			Type:    "Thông tư",
			Issuers: []string{"Bộ Công thương"}, Issued: "2024-03-14", Effective: "2024-05-01",
			Signer: &reading.Signer{Name: "Lê Thúy", Title: "Thứ trưởng"}}},
		Relations: []reading.Relation{rel(own, "details", decree, 0), rel(own, "amends",
			"vn:thong-tu:bct:2019:5", 0),
			rel(own, "based_on", law, 0)},
	}
	names := []string{mNumber, mType, mAgency, mIssued, mSigner, mTitle, mEffective, mStated,
		mRelation}
	g := &goldNotice{}
	s := sheetOf(t, g, raw, func(s *sheet) { g.score(s, got) })
	want := []string{"agency 1/0/0", "issue_date 0/1/1", "number 1/0/0", "signer 1/0/0",
		"signer_title 1/0/0", "stated 1/0/1", "type 1/0/0"}
	if diff := cmp.Diff(want, tallies(s, names...)); diff != "" {
		t.Errorf("score (-want +got):\n%s", diff)
	}
	s = sheetOf(t, g, raw, func(s *sheet) { g.score(s, nil) })
	want = []string{"agency 0/0/1", "issue_date 0/0/1", "number 0/0/1", "signer 0/0/1",
		"signer_title 0/0/1", "stated 0/0/2", "type 0/0/1"}
	if diff := cmp.Diff(want, tallies(s, names...)); diff != "" {
		t.Errorf("score of an unread page (-want +got):\n%s", diff)
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name, raw string
		want      []string
	}{
		{
			"both ends, behind letters of several bytes",
			`{"text": "Được quy định tại Nghị định số 312/2023/NĐ-CP.",
				"entities": [{"start": 18, "end": 45, "label": "NĐ"}]}`,
			[]string{"span 1/0/0", "span nghi-dinh 1/0/0", "span_exact 1/0/0", "type 1/0/0"},
		},
		{
			"the label leaves out the date",
			`{"text": "Nghị định số 312/2023/NĐ-CP ngày 05 tháng 6 năm 2023",
				"entities": [{"start": 0, "end": 27, "label": "NĐ"}]}`,
			[]string{"span 1/0/0", "span nghi-dinh 1/0/0", "span_exact 0/0/1", "type 1/0/0"},
		},
		{
			"labelled with the date and without",
			`{"text": "Nghị định số 312/2023/NĐ-CP ngày 05/6/2023", "entities": [{"start": 0,
				"end": 27, "label": "NĐ"}, {"start": 0, "end": 42, "label": "NĐ"}]}`,
			[]string{"span 2/0/0", "span nghi-dinh 2/0/0", "span_exact 1/0/1", "type 2/0/0"},
		},
		{
			"another type",
			`{"text": "Thông tư số 171/2023/TT-BCT", "entities": [{"start": 0, "end": 27,
				"label": "QĐ"}]}`,
			[]string{"span 1/0/0", "span quyet-dinh 1/0/0", "span_exact 1/0/0", "type 0/1/1"},
		},
		{
			"what gold does not label is no mistake",
			`{"text": "Thông tư số 171/2023/TT-BCT", "entities": []}`, nil,
		},
		{
			"missed",
			`{"text": "văn bản không số nào", "entities": [{"start": 0, "end": 7, "label": "TT"}]}`,
			[]string{"span 0/0/1", "span thong-tu 0/0/1", "span_exact 0/0/1"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := &goldSentence{}
			s := sheetOf(t, g, tt.raw, g.score)
			if diff := cmp.Diff(tt.want, tallies(s, mSpan, mExact, mType)); diff != "" {
				t.Errorf("score (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPair(t *testing.T) {
	for _, tt := range []struct {
		name, raw string
		got       reading.Relation
		want      []string
	}{
		{
			"any kind of the family, on one of the days",
			`{"source": "171/2023/TT-BCT", "target": "312/2023/NĐ-CP", "rels": {"GUIDED_BY": 3},
				"eff": {"15/10/2023": 2, "1/1/2024": 1}}`,
			rel(circular, "details", decree, 0), []string{"effective_date 1/0/0",
				"stated 1/0/0", "stated implements 1/0/0"},
		},
		{
			"without a day",
			`{"source": "171/2023/TT-BCT", "target": "312/2023/NĐ-CP",
				"rels": {"REPEALED_PART_BY": 3, "AMENDED_BY": 1}}`,
			rel(circular, "amends", decree, 0), []string{"stated 1/0/0", "stated amends 1/0/0"},
		},
		{
			"turned round",
			`{"source": "171/2023/TT-BCT", "target": "312/2023/NĐ-CP", "rels": {"AMENDED_BY": 1}}`,
			rel(decree, "amends", circular, 0), []string{"stated 0/0/1", "stated amends 0/0/1"},
		},
		{
			"another family",
			`{"source": "171/2023/TT-BCT", "target": "312/2023/NĐ-CP", "rels": {"AMENDED_BY": 1}}`,
			rel(circular, "based_on", decree, 0), []string{"stated 0/0/1", "stated amends 0/0/1"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.got.Parts = []reading.Part{{Effective: "2024-01-01"}}
			text := &reading.Reading{Relations: []reading.Relation{tt.got}}
			g := &goldPair{}
			s := sheetOf(t, g, tt.raw, func(s *sheet) {
				for _, f := range g.families() {
					g.family(s, f, []*reading.Reading{text}, nameOf(g.Source), nameOf(g.Target))
				}
			})
			if diff := cmp.Diff(tt.want, tallies(s, mStated, mEffective)); diff != "" {
				t.Errorf("score (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPortal(t *testing.T) {
	raw := `{"file": "a.html", "bytes": 1, "h1": "Thông tư 07/2024/TT-BCT",
		"Số hiệu": "07/2024/TT-BCT", "Ngày ban hành": "04/03/2024",
		"Tình trạng": "Đã biết", "Số công báo": "12",
		"vbInfo": ["Hiệu lực: Còn hiệu lực", "Ngày có hiệu lực: 01/05/2024"],
		"properties": {"Cơ quan ban hành/ Chức danh / Người ký": ["Bộ Công Thương",
			"Thứ trưởng", "Lê Thuý"], "Phạm vi": ["Toàn quốc", "x"],
			"Ngày đăng công báo": ["30/03/2024"], "Loại văn bản": ["Thông tư"]}}`
	got := &reading.Reading{
		Page: reading.Page{Title: "Thông tư 07/2024/TT-BCT"},
		Documents: []reading.Document{{Key: "vn:thong-tu:bct:2024:7", Carried: true,
			Symbol: "07/2024/TT-BCT", Type: "Thông tư",
			Issuers: []string{"Bộ Công Thương"}, Issued: "2024-03-04", Effective: "2024-05-01", StatusPrinted: "Hết hiệu lực",
			Signer: &reading.Signer{Name: "Lê Thúy", Title: "Bộ trưởng"}}},
		Dates: []reading.Date{{Value: "2024-03-04"}, {Value: "2024-03-30", Role: "gazette"}},
	}
	want := []string{"agency 1/0/0", "effective_date 1/0/0", "gazette_date 1/0/0",
		"issue_date 1/0/0", "number 1/0/0",
		"page_title 1/0/0", "signer 1/0/0", "signer_title 0/1/1", "status 0/1/1", "type 1/0/0"}
	if diff := cmp.Diff(want, tallies(portalSheet(t, raw, got), names...)); diff != "" {
		t.Errorf("score (-want +got):\n%s", diff)
	}
}

// portalSheet scores a reading as a gold file would.
func portalSheet(t *testing.T, raw string, got *reading.Reading) *sheet {
	t.Helper()
	g, err := readPortal(value{raw: []byte(raw)})
	if err != nil {
		t.Fatal(err)
	}
	edges, err := g.edges()
	if err != nil {
		t.Fatal(err)
	}
	s := newSheet("gold", "page")
	g.score(s, got, edges)
	return s
}

func TestPortalNumbers(t *testing.T) {
	for _, tt := range []struct {
		name, raw string
		got       reading.Document
		want      []string
	}{
		{"none, and none found", `{"file": "a", "bytes": 1, "Số hiệu": "Khongso"}`,
			reading.Document{Type: "Hiến pháp", Carried: true}, []string{"number 1/0/0"}},
		{"consolidated, without a label", `{"file": "a", "bytes": 1,
			"vbInfo": ["Luật 5/VBHN-VPQH"]}`, reading.Document{Symbol: "5/VBHN-VPQH",
			Carried: true}, []string{"number 1/0/0"}},

		{"none, but one found", `{"file": "a", "bytes": 1, "Số hiệu": "Không số"}`,
			reading.Document{Type: "Hiến pháp", Symbol: "1/A",
				Carried: true}, []string{"number 0/1/1"}},
		{"none, and no document", `{"file": "a", "bytes": 1, "Số hiệu": "Không số"}`,
			reading.Document{}, []string{"number 0/0/1"}},
		{"withheld", `{"file": "a", "bytes": 1, "Số hiệu": "Đang cập nhật"}`,
			reading.Document{Symbol: "1/A"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := portalSheet(t, tt.raw, &reading.Reading{Documents: []reading.Document{tt.got}})
			if diff := cmp.Diff(tt.want, tallies(s, names...)); diff != "" {
				t.Errorf("score (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDiagram(t *testing.T) {
	const own = "vn:luat:qh15:2024:40"
	raw := `{"file": "a", "bytes": 1, "luocdo_items": {
		"Văn bản HD, QĐ chi tiết (1)": [["Nghị định 312/2023/NĐ-CP Về việc", "1"]],
		"Văn bản căn cứ (1)": [["Luật 88/2022/QH15 Tái chế", "2"]],
		"Văn bản dẫn chiếu (1)": [["Hiến pháp Không số Hiến pháp năm 1959", "3"]],
		"Văn bản liên quan khác (1)": [["Thông tư 171/2023/TT-BCT", "4"]],
			"Văn bản hiện thời": []}}`
	got := &reading.Reading{
		Subject: own,
		Relations: []reading.Relation{rel(decree, "details", own, 0), rel(law, "based_on", own,
			0), rel(own, "based_on", circular+"0", 0),
			rel(own, "refers_to", "vn:hien-phap:qh:1959:0", 0)},
		Related: []reading.Related{{Key: circular}},
	}
	want := []string{"related 1/0/0", "relation 2/1/1"}
	if diff := cmp.Diff(want, tallies(portalSheet(t, raw, got), mRelated, mRelation)); diff != "" {
		t.Errorf("score (-want +got):\n%s", diff)
	}
	got.Subject = ""
	want = []string{"related 1/0/0", "relation 0/0/3"}
	if diff := cmp.Diff(want, tallies(portalSheet(t, raw, got), mRelated, mRelation)); diff != "" {
		t.Errorf("score of a page without subject (-want +got):\n%s", diff)
	}
}

func TestNameOf(t *testing.T) {
	for _, tt := range []struct {
		name, key string
		want      bool
	}{
		{"312/2023/NĐ-CP", decree, true},
		{"Nghị định 312/2023/NĐ-CP", decree, true},
		{"Luật Đất đai 2024", "vn:luat:qh15:2024:31", true},
		{"Hiến pháp năm 1959", "vn:hien-phap:qh:1959:0", true},

		{"312/2023/NĐ-CP", "vn:nghi-dinh:cp:2022:312", false},
		{"Luật Đất đai 2024", "vn:luat:qh13:2013:45", false},
		{"Hiến pháp năm 1959", "vn:hien-phap:qh:1980:0", false},
		{"", decree, false},
		{"312/2023/NĐ-CP", "", false},
	} {
		if got := nameOf(tt.name)(tt.key); got != tt.want {
			t.Errorf("nameOf(%q)(%q) = %v, want %v", tt.name, tt.key, got, tt.want)
		}
	}
}

func TestSameAgency(t *testing.T) {
	for _, tt := range []struct {
		want, got string
		same      bool
	}{
		{"Bộ Công Thương", "Bộ Công thương", true},
		{"Bộ Văn hoá, Thể thao và du lịch", "Bộ Văn hóa, Thể thao và Du lịch", true},
		{"Tỉnh Nam Định", "Ủy ban nhân dân tỉnh Nam Định", true},

		{"Tỉnh Nam Định", "Ủy ban nhân dân tỉnh Hà Nam", false},
		{"Tỉnh Nam Định", "Bộ Công Thương", false},
		{"Bộ Công Thương", "Bộ Công an", false},
		{"Bộ Công Thương", "", false},
	} {
		if got := sameAgency(tt.want, []string{tt.got}); got != tt.same {
			t.Errorf("sameAgency(%q, %q) = %v, want %v", tt.want, tt.got, got, tt.same)
		}
	}
}
