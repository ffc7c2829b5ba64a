package pipeline_test

import (
	"testing"

	"vnlex/extractors/reading"
)

const (
	bareKey  = "vn:quyet-dinh:ttg:0000:726"
	datedKey = "vn:quyet-dinh:ttg:2022:726"
	olderKey = "vn:quyet-dinh:ttg:2019:726"
	planKey  = "vn:quyet-dinh:bct:2024:1189"
)

// A mention without a year joins the document whose year another page tells, with its
// relations, and parts from it again when that page is forgotten.
func TestProvisionalJoinsAndParts(t *testing.T) {
	title := "Chiến lược phát triển công nghiệp hoá chất"
	s := script{
		"a.txt": page("2024-05-20", []reading.Document{paper(bareKey, "", title),
			paper(planKey, "2024-05-16", "")},
			says(planKey, "implements", "implements", bareKey)),
		"b.txt": page("2022-07-01", []reading.Document{paper(datedKey, "2022-06-16",
			"về "+title)}),
	}
	d := s.open(t)
	d.ingest(s.docs("a.txt")...)
	apart := []string{bareKey, planKey + " 2024-05-16", planKey + " implements " + bareKey}
	d.want(apart...)
	d.ingest(s.docs("b.txt")...)
	d.want(datedKey+" 2022-06-16 "+bareKey, planKey+" 2024-05-16",
		planKey+" implements "+datedKey)
	d.forget("b.txt")
	d.want(apart...)
}

// Mentions under one key without year may part: each goes where its page points.
func TestProvisionalMentionsPart(t *testing.T) {
	s := script{
		"old.txt": page("", []reading.Document{paper(olderKey, "2019-05-01",
			"về khuyến công quốc gia")}),
		"new.txt": page("", []reading.Document{paper(datedKey, "2022-06-16",
			"về công nghiệp hoá chất")}),
		"one.txt":  page("", []reading.Document{paper(bareKey, "", "khuyến công quốc gia")}),
		"two.txt":  page("", []reading.Document{paper(bareKey, "", "công nghiệp hoá chất")}),
		"none.txt": page("", []reading.Document{paper(bareKey, "", "xuất khẩu gạo")}),
	}
	d := s.open(t)
	d.ingest(s.docs("old.txt", "new.txt", "one.txt", "two.txt", "none.txt")...)
	d.want(olderKey+" 2019-05-01", datedKey+" 2022-06-16", bareKey)
	d.forget("none.txt") // all have left, one to each: the id lives on with the smallest key
	d.want(olderKey+" 2019-05-01 "+bareKey, datedKey+" 2022-06-16")
}

// What a page cannot have known is not meant; nor is what two candidates fit.
func TestProvisionalStays(t *testing.T) {
	title := "về công nghiệp hoá chất"
	tests := []struct {
		name string
		page *reading.Reading
		docs []reading.Document
	}{
		{"issued after the page", page("2022-06-01", []reading.Document{paper(bareKey, "",
			title)}),
			[]reading.Document{paper(datedKey, "2022-06-16", title)}},
		{"two with the title", page("2024-01-01", []reading.Document{paper(bareKey, "", title)}),
			[]reading.Document{paper(datedKey, "2022-06-16", title),
				paper(olderKey, "2019-01-01", title)}},
		{"no title", page("2024-01-01", []reading.Document{paper(bareKey, "", "")}),
			[]reading.Document{paper(datedKey, "2022-06-16", title)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := script{"a.txt": tt.page, "b.txt": page("", tt.docs)}
			d := s.open(t)
			d.ingest(s.docs("a.txt", "b.txt")...)
			if _, ok := d.issued()[bareKey]; !ok {
				t.Errorf("%s has joined: %q", bareKey, d.lines())
			}
		})
	}
}

// On the page that names the document with its year too, the nearest year is enough.
func TestProvisionalBesideDated(t *testing.T) {
	s := script{"a.txt": page("2023-01-01", []reading.Document{paper(bareKey, "", ""),
		paper(datedKey, "2022", "")}),
		"b.txt": page("", []reading.Document{paper(olderKey, "2019", "")})}
	d := s.open(t)
	d.ingest(s.docs("a.txt", "b.txt")...)
	d.want(datedKey+" 2022 "+bareKey, olderKey+" 2019")
}

// A date that another page tells decides on relations that were there before.
func TestLaterDateDropsRelation(t *testing.T) {
	from, to := "vn:quyet-dinh:bct:2025:1", "vn:quyet-dinh:bct:2025:2"
	s := script{
		"a.txt": page("", []reading.Document{paper(from, "2025", ""),
			paper(to, "2025-06-16", "")},
			says(from, "amends", "amends", to)),
		"b.txt": page("", []reading.Document{paper(from, "2025-03-01", "")}),
	}
	d := s.open(t)
	d.ingest(s.docs("a.txt")...)
	d.want(from+" 2025", to+" 2025-06-16", from+" amends "+to)
	d.ingest(s.docs("b.txt")...)
	d.want(from+" 2025-03-01", to+" 2025-06-16")
	d.forget("b.txt")
	d.want(from+" 2025", to+" 2025-06-16", from+" amends "+to)
}

func instrument(key, name, kind, carrier string) reading.Instrument {
	return reading.Instrument{Key: key, Name: name, Kind: kind, Carrier: carrier, Act: "approves",
		Rule:       "I001",
		Confidence: 0.8, Evidence: scriptEvidence}
}

const (
	strategyKey = "I:quyet-dinh:ttg:2022:726:chien-luoc"
	byNameKey   = "I::chien-luoc-phat-trien-nganh-cong-nghiep-hoa-chat-viet-nam"
	named       = "Chiến lược phát triển công nghiệp hóa chất Việt Nam"
	withNganh   = "Chiến lược phát triển ngành công nghiệp hoá chất Việt Nam"
)

// A name without carrier joins the one carried instrument that matches; the relation
// between the documents follows through the carrier, and goes when the carrier does.
func TestNameJoinsCarrier(t *testing.T) {
	uncarried := instrument(byNameKey, withNganh, "chien-luoc", "")
	uncarried.Act = ""
	s := script{
		"a.txt": page("", []reading.Document{paper(planKey, "2024-05-16", "")}, uncarried,
			says(planKey, "implements", "implements", byNameKey)),
		"b.txt": page("", []reading.Document{paper(datedKey, "2022-06-16", "")},
			instrument(strategyKey, named, "chien-luoc", datedKey)),
	}
	d := s.open(t)
	d.ingest(s.docs("a.txt")...)
	apart := []string{planKey + " 2024-05-16", byNameKey + " " + withNganh, planKey +
		" implements " + byNameKey}
	d.want(apart...)
	d.ingest(s.docs("b.txt")...)
	d.want(planKey+" 2024-05-16", datedKey+" 2022-06-16", strategyKey+" "+named+" | "+withNganh,
		planKey+" implements "+strategyKey, datedKey+" approves "+strategyKey,
		planKey+" implements derived "+datedKey)
	d.forget("b.txt")
	d.want(apart...)
}

// A stated relation absorbs what would follow through the carriers.
func TestStatedAbsorbsDerived(t *testing.T) {
	ours := "I:quyet-dinh:bct:2024:1189:ke-hoach"
	docs := []reading.Document{paper(planKey, "2024-05-16", ""),
		paper(datedKey, "2022-06-16", "")}
	carried := []any{instrument(strategyKey, named, "chien-luoc", datedKey),
		instrument(ours, "Kế hoạch hoá chất", "ke-hoach", planKey),
		says(ours, "implements", "implements", strategyKey)}
	s := script{
		"a.txt": page("", docs, carried...),
		"b.txt": page("", docs, says(planKey, "implements", "guides", datedKey)),
	}
	d := s.open(t)
	d.ingest(s.docs("a.txt")...)
	common := []string{planKey + " 2024-05-16", datedKey + " 2022-06-16", strategyKey + " " +
		named, ours + " Kế hoạch hoá chất",
		datedKey + " approves " + strategyKey, planKey + " approves " + ours, ours +
			" implements " + strategyKey}
	d.want(append(common, planKey+" implements derived "+datedKey)...)
	d.ingest(s.docs("b.txt")...)
	d.want(append(common, planKey+" guides "+datedKey)...)
}

// Two bodies that bore one name issued a document with one number in one year.
func TestMergedProvinces(t *testing.T) {
	key, later := "vn:quyet-dinh:ubnd@gia-lai:2025:12", "vn:quyet-dinh:ubnd@gia-lai~2025:2025:12"
	s := script{
		"a.txt": page("", []reading.Document{paper(key, "2025-03-05", "về giá đất")}),
		"b.txt": page("", []reading.Document{paper(key, "2025-08-05", "về phí vệ sinh")}),
		"c.txt": page("", []reading.Document{paper(key, "2025", "phí vệ sinh")}),
	}
	d := s.open(t)
	d.ingest(s.docs("b.txt", "c.txt")...)
	d.want(key + " 2025-08-05") // alone it keeps the plain place
	d.ingest(s.docs("a.txt")...)
	d.want(key+" 2025-03-05", later+" 2025-08-05")
	d.forget("a.txt")
	d.want(key + " 2025-08-05")
}
