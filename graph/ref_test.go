package graph

import (
	"crypto/sha256"
	"slices"
	"strings"
	"testing"
)

func TestBucket(t *testing.T) {
	tests := []struct {
		name  string
		ref   NodeRef
		owner string // whose hash decides
	}{
		{"document", NodeRef{LabelDocument, "vn:quyet-dinh:ttg:2022:726"}, "726"},
		{"provisional", NodeRef{LabelDocument, "vn:chi-thi:bct:0000:726"}, "726"},
		{"place", NodeRef{LabelDocument, "vn:quyet-dinh:ubnd@ca-mau:2023:12"}, "12"},
		{"dotted number", NodeRef{LabelDocument, "vn:nghi-quyet:cp:2026:66.16"}, "66.16"},
		{"standard", NodeRef{LabelDocument, "vn:tc:qcvn:01:2019:bct"}, "01"},
		{"standard without body", NodeRef{LabelDocument, "vn:tc:tcvn:5945:2005"}, "5945"},
		{"carried instrument", NodeRef{LabelInstrument, "I:quyet-dinh:ttg:2022:726:chien-luoc"}, "726"},
		{"second of its kind", NodeRef{LabelInstrument, "I:quyet-dinh:ttg:2022:726:de-an:que-hoi"}, "726"},
		{"of a standard", NodeRef{LabelInstrument, "I:tc:qcvn:01:2019:bct:quy-hoach"}, "01"},

		{"no carrier", NodeRef{LabelInstrument, "I::chien-luoc-2030"}, "I::chien-luoc-2030"},
		{"person", NodeRef{LabelPerson, "P:an:bct:2022:726"}, "P:an:bct:2022:726"},
		{"agency", NodeRef{LabelAgency, "bct"}, "bct"},
		{"page", NodeRef{LabelPage, "https://x.vn/a:b:c:d:e:f"}, "https://x.vn/a:b:c:d:e:f"},
		{"short key", NodeRef{LabelDocument, "vn:a:b"}, "vn:a:b"},
	}
	for _, tt := range tests {
		want := sha256.Sum256([]byte(tt.owner))[0]
		if got := Bucket(tt.ref); got != want {
			t.Errorf("%s: Bucket(%v) = %d, want %d", tt.name, tt.ref, got, want)
		}
		e := EdgeRef{Type: Cites, From: tt.ref, To: NodeRef{LabelDocument, "vn:a:b:c:d"}}
		if got := e.Bucket(); got != want {
			t.Errorf("%s: (%v).Bucket() = %d, want %d", tt.name, e, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	long := strings.Repeat("a", 70)
	tests := []struct {
		text string
		want []string
	}{
		{"dat dai", []string{"dat", "dai"}},
		{"726/qd-ttg", []string{"726", "qd", "ttg"}},
		{" 66.16, qh15 ", []string{"66", "16", "qh15"}},
		{long + " b", []string{long[:64], "b"}},

		{"", nil}, {"Đất ~ 𝔘", []string{"t"}}, {"ABC", nil}, {"_-'\x00", nil},
	}
	for _, tt := range tests {
		if got := Words(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("Words(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
	if Holds("dat dai", nil) || !Holds("dat dai", []string{"dai"}) || Holds("dat dai", []string{"da"}) {
		t.Error("Holds is not: every word, and at least one")
	}
}

func TestFits(t *testing.T) {
	const key = "vn:quyet-dinh:ubnd@ca-mau:2023:12"
	tests := []struct {
		name    string
		pattern Pattern
		key     string
		want    bool
	}{
		{"number", Pattern{Number: "12"}, key, true},
		{"all", Pattern{"quyet-dinh", "ubnd", "ca-mau", 2023, "12"}, key, true},
		{"joint", Pattern{Issuer: "btc-bct", Number: "221"},
			"vn:thong-tu-lien-tich:btc-bct:2012:221", true},
		{"standard", Pattern{Type: "tc", Issuer: "qcvn", Year: 2019, Number: "01"},
			"vn:tc:qcvn:01:2019:bct", true},

		{"no number", Pattern{Type: "quyet-dinh"}, key, false},
		{"other number", Pattern{Number: "2"}, key, false},
		{"other type", Pattern{Type: "chi-thi", Number: "12"}, key, false},
		{"issuer with place", Pattern{Issuer: "ubnd@ca-mau", Number: "12"}, key, false},
		{"other place", Pattern{Place: "ca", Number: "12"}, key, false},
		{"other year", Pattern{Year: 2022, Number: "12"}, key, false},
		{"year of a provisional", Pattern{Year: 2022, Number: "12"}, "vn:quyet-dinh:ttg:0000:12", false},
		{"no key", Pattern{Number: "12"}, "12", false},
		{"no year", Pattern{Number: "12"}, "vn:a:b:c:12", false},
	}
	for _, tt := range tests {
		if got := tt.pattern.Fits(tt.key); got != tt.want {
			t.Errorf("%s: %+v.Fits(%q) = %v, want %v", tt.name, tt.pattern, tt.key, got, tt.want)
		}
	}
}

func TestSplitProvision(t *testing.T) {
	tests := []struct{ text, key, provision string }{
		{"vn:luat:qh15:2024:31#dieu-5.khoan-2.diem-a", "vn:luat:qh15:2024:31", "#dieu-5.khoan-2.diem-a"},
		{"luật đất đai#phu-luc-i.mau-01", "luật đất đai", "#phu-luc-i.mau-01"},
		{"https://x.vn/a#b#dieu-32c", "https://x.vn/a#b", "#dieu-32c"},

		{"vn:luat:qh15:2024:31", "vn:luat:qh15:2024:31", ""},
		{"https://x.vn/#!/van-ban", "https://x.vn/#!/van-ban", ""},
		{"a#section-2", "a#section-2", ""},
		{"a#dieu-", "a#dieu-", ""}, {"a#dieu", "a#dieu", ""}, {"a#", "a#", ""},
		{"a#dieu-1.", "a#dieu-1.", ""}, {"a#dieu-1 b", "a#dieu-1 b", ""},
	}
	for _, tt := range tests {
		key, provision := SplitProvision(tt.text)
		if key != tt.key || provision != tt.provision {
			t.Errorf("SplitProvision(%q) = %q, %q, want %q, %q",
				tt.text, key, provision, tt.key, tt.provision)
		}
	}
}

func TestTouches(t *testing.T) {
	tests := []struct {
		scope, provision string
		want             bool
	}{
		{"#dieu-5", "#dieu-5", true}, {"#dieu-5.khoan-2", "#dieu-5", true},
		{"#dieu-5", "#dieu-5.khoan-2", true},

		{"#dieu-50", "#dieu-5", false}, {"#dieu-5", "#dieu-50", false},
		{"#dieu-5.khoan-1", "#dieu-5.khoan-2", false}, {"#dieu-5.khoan-2", "#dieu-5.khoan-20", false},
	}
	for _, tt := range tests {
		if got := touches([]string{"#dieu-99", tt.scope}, tt.provision); got != tt.want {
			t.Errorf("touches(%q, %q) = %v, want %v", tt.scope, tt.provision, got, tt.want)
		}
	}
	if touches(nil, "#dieu-5") {
		t.Error("an edge without scopes touches a provision")
	}
}

func TestCompareDates(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"2022", "2022-06-16", 0}, {"2022-06-16", "2022-06", 0}, {"2022-05", "2022-06-01", -1},
		{"2023", "2022-12-31", 1}, {"2022", "2022", 0},
	}
	for _, tt := range tests {
		if got := compareDates(tt.a, tt.b); got != tt.want {
			t.Errorf("compareDates(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
