package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/reading"
)

func instrument(key, carrier, name, from, to, horizon string) reading.Instrument {
	return reading.Instrument{Key: key, Carrier: carrier, Name: name, Kind: "chien-luoc",
		Period:  []string{from, to},
		Horizon: horizon, Confidence: 0.8, Evidence: reading.Evidence{End: len(sheetText),
			Quote: sheetText}}
}

const local726 = "I:quyet-dinh:ttg:2022:726:chien-luoc"

func TestCarried(t *testing.T) {
	const long = "Chiến lược phát triển ngành công nghiệp hoá chất Việt Nam"
	tests := []struct {
		name  string
		names [][]string // of each page: name and horizon
		want  []string   // key and name
	}{
		{"a shorter name joins", [][]string{{"Chiến lược phát triển công nghiệp hóa chất", ""},
			{long, ""}},
			[]string{local726 + " " + long}},
		{"years that contradict keep apart", [][]string{{long, "2040"},
			{"Chiến lược phát triển công nghiệp", "2030"},
			{"Chiến lược phát triển công nghiệp", "2030"}},
			[]string{local726 + " Chiến lược phát triển công nghiệp",
				local726 + ":chien-luoc-phat-trien-nganh-cong-nghiep-hoa-chat-viet-nam " + long}},
		{"other words keep apart, most pages have the plain key",
			[][]string{{"Chiến lược xuất khẩu", ""}, {long, ""}, {long, ""}},
			[]string{local726 + " " + long, local726 +
				":chien-luoc-xuat-khau Chiến lược xuất khẩu"}},
		{"as many pages: the smallest slug", [][]string{{"Chiến lược xuất khẩu", ""},
			{"Chiến lược an toàn", ""}},
			[]string{local726 + " Chiến lược an toàn", local726 +
				":chien-luoc-xuat-khau Chiến lược xuất khẩu"}},
	}
	for _, tt := range tests {
		var sheets []sheet
		for i, n := range tt.names {
			sheets = append(sheets, sheet{url: fmt.Sprint(i), insts: []reading.Instrument{
				instrument(local726, key726, n[0], "", "", n[1])}})
		}
		claims, _ := claimsOf(sheets...)
		carried, assigned := Carried(key726, claims)
		var got []string
		for _, i := range carried {
			got = append(got, i.Key+" "+i.Names[0])
		}
		if !slices.Equal(got, tt.want) || len(assigned) != len(tt.names) {
			t.Errorf("%s: Carried() = %q, %d assigned; want %q", tt.name, got, len(assigned),
				tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	group := groupOf(instrumentValue{Kind: "chien-luoc", To: "2030"})
	carried := []Instrument{
		{Key: local726, Carrier: key726, Group: group,
			Names: []string{"Chiến lược phát triển công nghiệp hóa chất Việt Nam đến năm 2030"}},
		{Key: "I:x:1", Carrier: "vn:x:1", Group: group,
			Names: []string{"Chiến lược phát triển bền vững tỉnh Cà Mau đến năm 2030"}},
		{Key: "I:x:2", Carrier: "vn:x:2", Group: group,
			Names: []string{"Chiến lược an toàn thực phẩm đến năm 2030"}},
		{Key: "I:x:3", Carrier: "vn:x:3", Group: group,
			Names: []string{"Chiến lược an toàn thực phẩm đến năm 2030"}},
	}
	tests := []struct{ name, want string }{
		{"Chiến lược phát triển ngành công nghiệp hoá chất Việt Nam đến năm 2030", local726},
		{"Chiến lược phát triển bền vững tỉnh Cà Mau đến năm 2030", "I:x:1"},

		{"Chiến lược phát triển bền vững tỉnh Gia Lai đến năm 2030", ""}, // another place
		{"Chiến lược phát triển công nghiệp hóa chất Việt Nam đến năm 2035", ""},
		{"Chiến lược an toàn thực phẩm đến năm 2030", ""}, // two have that name
		{"Chiến lược phát triển công nghiệp", ""},
	}
	for _, tt := range tests {
		claims, _ := claimsOf(sheet{url: "a", insts: []reading.Instrument{instrument("I::x", "",
			tt.name, "", "2030", "")}})
		want := tt.want
		if want == "" {
			want = "I::x"
		}
		if got := Names(claims, carried); len(got) != 1 || got[0].Key != want {
			t.Errorf("Names(%q) = %+v, want %q", tt.name, got, want)
		}
	}
}

func TestFeatures(t *testing.T) {
	tests := []struct{ name, want string }{
		{"Kế hoạch khuyến công tỉnh Cà Mau giai đoạn 2021-2025", "2021 2025 @ca-mau"},
		{"Kế hoạch của Bộ Công Thương thực hiện Chiến lược", "bct@"},
		{"Chiến lược sản xuất sạch hơn", ""},
	}
	for _, tt := range tests {
		var got []string
		for f := range featuresOf(tt.name).named {
			got = append(got, f)
		}
		slices.Sort(got)
		want := strings.Fields(tt.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("featuresOf(%q) names %q, want %q", tt.name, got, want)
		}
	}
}

func TestGeneric(t *testing.T) {
	tests := []struct {
		alias string
		want  bool
	}{
		{"Chiến lược", true},
		{"Kế hoạch hành động", true},
		{"Chương trình hành động quốc gia", true},

		{"Chiến lược hóa chất", false},
		{"Chương trình 135", false},
	}
	for _, tt := range tests {
		if got := generic(tt.alias); got != tt.want {
			t.Errorf("generic(%q) = %v, want %v", tt.alias, got, tt.want)
		}
	}
}
