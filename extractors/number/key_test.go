package number

import (
	"testing"

	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
)

func TestKey(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Quyết định số 726/QĐ-TTg", "vn:quyet-dinh:ttg:0000:726"},
		{"30/2020/NĐ-CP", "vn:nghi-dinh:cp:2020:30"},
		{"221/2012/TTLT-BTC-BCT", "vn:thong-tu-lien-tich:btc-bct:2012:221"},
		{"02/2018/TTLT-VKSTC-TATC-BNN&PTNT", "vn:thong-tu-lien-tich:vksndtc-tandtc-bnnptnt:2018:2"},
		{"Chỉ thị 04/CT-BCT", "vn:chi-thi:bct:0000:4"},
		{"57-NQ/TW", "vn:nghi-quyet:tw:0000:57"},
		{"12/2023/QĐ-UBND", "vn:quyet-dinh:ubnd@x:2023:12"},
		{"28/2005/PL-UBTVQH11", "vn:phap-lenh:ubtvqh11:2005:28"},
		{"66.16/2026/NQ-CP", "vn:nghi-quyet:cp:2026:66.16"},
		{"522B/NQ-UBTVQH13", "vn:nghi-quyet:ubtvqh13:0000:522b"},
		{"92/2000/QĐ-NHNN7", "vn:quyet-dinh:nhnn:2000:92"},
		{"38/VBHN-BCT", "vn:vbhn:bct:0000:38"},
		{"QCVN 01:2019/BCT", "vn:tc:qcvn:01:2019:bct"},
		{"QCVN 02-01:2009/BNNPTNT", "vn:tc:qcvn:02-01:2009:bnnptnt"},
		{"TCVN ISO 9001:2015", "vn:tc:tcvn:iso-9001:2015"},
		{"TCVN ISO/IEC 17025:2017", "vn:tc:tcvn:iso-iec-17025:2017"},
		{"22TCN 211-06", "vn:tc:22tcn:211:2006"},
		{"72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
			"vn:nghi-quyet-lien-tich:ubtvqh15-cp-dctubtwmttqvn:2025:72"},

		{"64/2025/QH15", ""}, // no type: Luật or Nghị quyết
	} {
		got := Extract(normalize.Text(tt.in))
		if len(got) != 1 || got[0].Value.Key() != tt.want {
			t.Errorf("Extract(%q) = %+v, want key %q", tt.in, got, tt.want)
		}
		if tt.want == "" {
			continue
		}
		if k, err := ParseKey(tt.want); err != nil || k.String() != tt.want {
			t.Errorf("ParseKey(%q) = %q, %v", tt.want, k.String(), err)
		}
	}
}

func TestKeyOfLaws(t *testing.T) {
	qh, hdnn := []string{"QH"}, []string{"HĐNN"}
	for _, tt := range []struct {
		n    Number
		want string
	}{
		{Number{Num: "23", Type: "luat", Orgs: qh, Year: 1993}, "vn:luat:qh9:1993:23"},
		{Number{Num: "23", Type: "luat", Orgs: qh, Year: 1997}, "vn:luat:qh:1997:23"},
		{Number{Num: "10", Type: "luat", Orgs: hdnn, Term: 7, Year: 1986}, "vn:luat:qh7:1986:10"},
		{Number{Num: "10", Type: "phap-lenh", Orgs: hdnn, Term: 7}, "vn:phap-lenh:hdnn7:0000:10"},
		{Number{Num: "0", Type: "hien-phap", Orgs: qh, Year: 2013}, "vn:hien-phap:qh:2013:0"},
		{Number{Num: "12", Type: "quyet-dinh", Orgs: []string{"UBND"}, Year: 2023,
			Place: agency.Place{Slug: "lam-ha.lam-dong"}}, "vn:quyet-dinh:ubnd@lam-ha.lam-dong:2023:12"},
	} {
		if got := tt.n.Key(); got != tt.want {
			t.Errorf("Key of %+v = %q, want %q", tt.n, got, tt.want)
		}
	}
}

func TestBlock(t *testing.T) {
	for _, tt := range []struct {
		key, block  string
		provisional bool
	}{
		{"vn:quyet-dinh:ttg:0000:726", "726:ttg", true},
		{"vn:luat:qh15:2025:64", "64:qh", false},
		{"vn:nghi-quyet:ubtvqh15:2025:64", "64:ubtvqh", false},
		{"vn:quyet-dinh:ubnd@ca-mau:2023:12", "12:ubnd", false},
		{"vn:quyet-dinh:ubnd@gia-lai~2025:2025:12", "12:ubnd", false},
		{"vn:quyet-dinh:ubnd@x:2023:12", "12:ubnd", true},
		{"vn:quyet-dinh:ubnd@lam-ha.x:2023:12", "12:ubnd", true},
		{"vn:thong-tu-lien-tich:btc-bct:2012:221", "221:btc-bct", false},
		{"vn:tc:qcvn:01:2019:bct", "01:tc.qcvn", false},
	} {
		k, err := ParseKey(tt.key)
		if err != nil || k.Block().String() != tt.block || k.Provisional() != tt.provisional {
			t.Errorf("ParseKey(%q) = %v, %v, %v, want %v, %v", tt.key, k.Block(), k.Provisional(), err,
				tt.block, tt.provisional)
		}
	}
	for _, bad := range []string{"", "vn:", "vn:luat", "vn:luat:qh15:25:64", "vn:luat::2025:64",
		"vn:Luật:qh15:2025:64", "vn:luat:qh15:2025:64:1", "luat:qh15:2025:64", "vn:tc:qcvn:01"} {
		if k, err := ParseKey(bad); err == nil {
			t.Errorf("ParseKey(%q) = %v, want an error", bad, k)
		}
	}
}

func TestCanon(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"34/2009/NQ-QH12", "34/2009/QH12"},
		{"146/2010/TTLT/BTC-BCA-BQP", "146/2010/TTLT-BTC-BCA-BQP"},
		{"23/2017/QĐ-TTG", "23/2017/QĐ-TTg"},
		{"30/2020/ND-CP", "30/2020/NĐ-CP"},
		{"10/2020/TT-BGDDT", "10/2020/TT-BGDĐT"},
		{"64/2008/QD-BLDTBXH", "64/2008/QĐ-BLĐTBXH"},
		{"57/2021/TT-\nBTC", "57/2021/TT-BTC"},
		{"40/2026/NĐ-СР", "40/2026/NĐ-CP"},
		{"372 /QĐ- BTC", "372/QĐ-BTC"},
		{"76⁄QĐ-TTg", "76/QĐ-TTg"},
		{"1281/QĐ/TTg", "1281/QĐ-TTg"},
		{"72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN", "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"},
		{"12/TTR-BCT", "12/TTr-BCT"},
		{"839/QYĐ-ĐHKT-TCHC", "839/QyĐ-ĐHKT-TCHC"},
		{"92/2000/QĐ-NHNN7", "92/2000/QĐ-NHNN7"},
		{"522B/NQ-UBTVQH13", "522b/NQ-UBTVQH13"},
		{"210- KL/TW", "210-KL/TW"},
		{"04/CT-BCT", "04/CT-BCT"},
		{"02/2018/TTLT-BNN&PTNT-BTC", "02/2018/TTLT-BNN&PTNT-BTC"},
		{"1CĐ/BCT-ATMT", "1CĐ/BCT-ATMT"},
		{"qcvn 01 : 2019/bct", "QCVN 01:2019/BCT"},
		{"", ""},
	} {
		got := Canon(tt.in)
		if got != tt.want {
			t.Errorf("Canon(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if again := Canon(got); again != got {
			t.Errorf("Canon(%q) = %q, want it unchanged", got, again)
		}
	}
}

func TestParse(t *testing.T) {
	for _, tt := range []struct{ in, fits, not string }{
		{"726/QĐ-TTg", "vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:bct:2022:726"},
		{"726/QD-TTg", "vn:quyet-dinh:ttg:0000:726", "vn:chi-thi:ttg:2022:726"},
		{"726-qd-ttg", "vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:ttg:2022:7"},
		{"số 726 QĐ TTg", "vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:ttg:2022:1726"},
		{"Quyết định số 726/QĐ-TTg năm 2022", "vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:ttg:2021:726"},
		{"Quyết định 726/QĐ-TTg ngày 16/6/2022", "vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:ttg:2021:726"},
		{"30/2020/NĐ-CP", "vn:nghi-dinh:cp:2020:30", "vn:nghi-dinh:cp:2021:30"},
		{"nghi dinh 30/2020", "vn:nghi-dinh:cp:2020:30", "vn:thong-tu:btc:2020:30"},
		{"luật 31/2024", "vn:luat:qh15:2024:31", "vn:nghi-quyet:qh15:2024:31"},
		{"Lệnh số 7/2018/L-CTN", "vn:lenh:ctn:2018:7", "vn:luat:qh14:2018:7"},
		{"luật 9-L/CTN", "vn:luat:qh10:1998:9", "vn:luat:qh10:1998:19"},
		{"64/2025/qh15", "vn:luat:qh15:2025:64", "vn:luat:qh14:2025:64"},
		{"221/2012/TTLT-BTC-BCT", "vn:thong-tu-lien-tich:btc-bct:2012:221", "vn:thong-tu-lien-tich:btc:2012:221"},
		{"4108/BCT-KHCN", "vn:cong-van:bct:2016:4108", "vn:cong-van:bkhcn:2016:4108"},
		{"57-NQ/TW", "vn:nghi-quyet:tw:2024:57", "vn:nghi-quyet:tu@ca-mau:2024:57"},
		{"247-QĐ/TW", "vn:quy-dinh:tw:2024:247", "vn:nghi-quyet:tw:2024:247"},
		{"12-TT/TU", "vn:thong-tri:tu@ca-mau:2024:12", "vn:nghi-quyet:tu@ca-mau:2024:12"},
		{"12/2023/QĐ-UBND của UBND tỉnh Cà Mau", "vn:quyet-dinh:ubnd@ca-mau:2023:12", "vn:quyet-dinh:ubnd@hue:2023:12"},
		{"TCVN ISO 9001:2015", "vn:tc:tcvn:iso-9001:2015", "vn:tc:tcvn:9001:2015"},
		{"qcvn 01:2019/bct", "vn:tc:qcvn:01:2019:bct", "vn:tc:qcvn:01:2020:bct"},
		{"vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:ttg:0000:726"},
		{"vn:quyet-dinh:ttg:2022:726#dieu-5.khoan-2", "vn:quyet-dinh:ttg:2022:726", ""},
		{"1CĐ/BCT-ATMT", "vn:cong-dien:bct:2021:1", ""},
		{"726", "vn:quyet-dinh:ttg:2022:726", "vn:quyet-dinh:ttg:2022:72"},
		{"198/2009/TTLT-BTC-BCT-BKH", "vn:thong-tu-lien-tich:btc-bct-bkh:2009:198", ""},

		{"Luật Đất đai 2024", "", "vn:luat:qh15:2024:31"},
		{"Chiến lược sản xuất sạch hơn", "", "vn:quyet-dinh:ttg:2009:1419"},
		{"vn:quyet-dinh", "", "vn:quyet-dinh:ttg:2022:726"},
		{"", "", "vn:quyet-dinh:ttg:2022:726"},
	} {
		fits := func(key string) bool {
			k, err := ParseKey(key)
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range Parse(tt.in) {
				if q.Matches(k) {
					return true
				}
			}
			return false
		}
		if tt.fits != "" && !fits(tt.fits) {
			t.Errorf("Parse(%q) = %+v, does not match %s", tt.in, Parse(tt.in), tt.fits)
		}
		if tt.not != "" && fits(tt.not) {
			t.Errorf("Parse(%q) = %+v, matches %s", tt.in, Parse(tt.in), tt.not)
		}
	}
	if q := Parse("726/QĐ-TTg#dieu-5.khoan-2"); len(q) == 0 || q[0].Fragment != "dieu-5.khoan-2" {
		t.Errorf("Parse(…#dieu-5.khoan-2) = %+v, want the fragment", q)
	}
}
