package reading

import "testing"

func TestAddressYear(t *testing.T) {
	const text = "Chính sách về kho muối ven biển\n\nThủ tướng Chính phủ ban hành Quyết định 7/QĐ-TTg về kho muối, các xã ven biển sẽ được hỗ trợ vay vốn để sửa kho."
	for _, tt := range []struct{ name, url, want string }{
		{"năm", "https://a.example/quyet-dinh-7-qd-ttg-nam-2014-ve-kho-muoi.html", "vn:quyet-dinh:ttg:2014:7"},
		{"year alone", "https://a.example/van-ban/Quyet-dinh-7-QD-TTg-2014-ve-kho-muoi-702513.aspx", "vn:quyet-dinh:ttg:2014:7"},

		{"another number", "https://a.example/quyet-dinh-17-qd-ttg-nam-2014-ve-kho.html", "vn:quyet-dinh:ttg:0000:7"},
		{"an article's number", "https://a.example/quyet-dinh-7-qd-ttg-20145.html", "vn:quyet-dinh:ttg:0000:7"},
		{"none", "", "vn:quyet-dinh:ttg:0000:7"},
	} {
		r := Read(Source{URL: tt.url, Text: text, Kind: kindNews})
		if len(r.Documents) != 1 || r.Documents[0].Key != tt.want {
			t.Errorf("%s: Read at %q has %+v, want %q", tt.name, tt.url, r.Documents, tt.want)
		}
	}
}
