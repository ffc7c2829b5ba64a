package normalize_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
)

// sample has what a page of a decision has, in lines long and short.
const sample = `Ủy ban nhân dân tỉnh
Số: 12/2004/QĐ-UB
Huế, ngày 28 tháng 5 năm 2004
Quyết định của Ủy ban nhân dân tỉnh về việc ban hành quy chế quản lý vườn ươm
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân đã được Quốc hội thông qua;
Xét đề nghị của Giám đốc Sở Nông nghiệp, nay quyết định điều chỉnh mức thu phí
Điều 1. Những hộ trồng rừng phải đăng ký với xã trước khi khai thác gỗ, củi`

// written returns s as e writes it and Latin-1 shows it.
func written(t *testing.T, e normalize.Encoding, s string) string {
	t.Helper()
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		b.WriteString(writtenLetter(t, e, r))
	}
	return b.String()
}

func writtenLetter(t *testing.T, e normalize.Encoding, r rune) string {
	if r < 0x80 {
		return string(r)
	}
	switch e {
	case normalize.CP1258:
		return through1252(t, split1258(r))
	case normalize.DoubleUTF8:
		return through1252(t, []byte(string(r)))
	}
	for c := rune(0x80); c <= 0xff; c++ {
		if normalize.Decode(e, string(c)) == string(r) {
			return string(c)
		}
	}
	for _, base := range "aeouyAEOUYôöÔÖ" {
		for c := rune(0xc0); c <= 0xff; c++ {
			if normalize.Decode(e, string(base)+string(c)) == string(r) {
				return string(base) + string(c)
			}
		}
	}
	t.Fatalf("no way to write %q", r)
	return ""
}

// split1258 returns the bytes of a letter and its tone mark.
func split1258(r rune) []byte {
	var out []byte
	tone := ""
	rest := strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) {
			tone = string(r)
			return -1
		}
		return r
	}, norm.NFD.String(string(r)))
	for _, r := range norm.NFC.String(rest) + tone {
		c, _ := charmap.Windows1258.EncodeRune(r)
		out = append(out, c)
	}
	return out
}

func through1252(t *testing.T, raw []byte) string {
	t.Helper()
	var b strings.Builder
	for _, c := range raw {
		if r := charmap.Windows1252.DecodeByte(c); r != '\ufffd' {
			b.WriteRune(r)
		} else {
			b.WriteRune(rune(c)) // browsers keep the five bytes that cp1252 leaves open
		}
	}
	return b.String()
}

func TestLegacyText(t *testing.T) {
	for _, e := range []normalize.Encoding{normalize.TCVN3, normalize.VNI, normalize.CP1258,
		normalize.DoubleUTF8, normalize.VISCII} {
		want := sample
		if e == normalize.TCVN3 {
			want = strings.ReplaceAll(sample, "Ủy", "ủy") // it has no capital of that letter
		}
		in := written(t, e, want)
		if got := normalize.DetectPage(in); got != e {
			t.Errorf("DetectPage of %q = %d, want %d", in, got, e)
		}
		text := normalize.Text(in)
		if text.Norm != want {
			t.Errorf("Text(%q) = %q, want %q", in, text.Norm, want)
		}
		at := strings.Index(text.Norm, "Quyết định")
		quote := text.Quote(extractors.Span{Start: at, End: at + len("Quyết định")})
		if quote != written(t, e, "Quyết định") {
			t.Errorf("Quote of %q = %q", "Quyết định", quote)
		}
		mixed := sample + "\n" + in
		if got := normalize.Text(mixed).Norm; !strings.HasSuffix(got,
			"\n"+sample[strings.Index(sample, "Xét"):]) &&
			e != normalize.TCVN3 {
			t.Errorf("Text(%q) = %q", mixed, got)
		}
	}
}

func TestLegacyCapitals(t *testing.T) {
	in := "QUYÕT §ÞNH cña UBND TØNH B×NH §ÞNH"
	if got, want := normalize.Decode(normalize.TCVN3, in),
		"QUYẾT ĐỊNH của UBND TỈNH BÌNH ĐỊNH"; got != want {
		t.Errorf("Decode(%q) = %q, want %q", in, got, want)
	}
}

func TestNotLegacy(t *testing.T) {
	for _, s := range []string{
		"+ Thuê bao truy nhập Internet qua kênh thuê riêng (thuê bao",
		"0302.46.00 - - Cá giò (Rachycentron canadum)",
		"-  Chì tetrametyl và chì tetraetyl:",
		"nephelin xienit; khoáng fluorite.",
		"La décision du gouvernement a été publiée à Genève et à Orléans, déjà très tôt",
		"Año económico: señores y niños aquí, según información pública de la Unión",
		"Decisão da comissão: não há previsão de avaliação até amanhã, então às três",
	} {
		if got := normalize.Text(s).Norm; normalize.Detect(s) != normalize.Unicode &&
			got != strings.Join(strings.Fields(s), " ") {
			t.Errorf("Text(%q) = %q, want it as it is", s, got)
		}
	}
}

func TestReferences(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"decimal", "Quy&#7871;t &#273;&#7883;nh s&#7889; 12/Q&#272;-TTg", "Quyết định số 12/QĐ-TTg"},
		{"hexadecimal", "Quy&#x1EBF;t &#x111;&#x1ECB;nh", "Quyết định"},
		{"names", "Th&ocirc;ng t&#432; c&#7911;a B&#7897;&nbsp;T&agrave;i ch&iacute;nh", "Thông tư của Bộ Tài chính"},
		{"ampersand", "QĐ-BGD&amp;ĐT", "QĐ-BGD&ĐT"},
		{"mark alone", "e&#769;", "é"},

		{"no reference", "BGD&ĐT; A &b c; &; &#;", "BGD&ĐT; A &b c; &; &#;"},
		{"ASCII stays", "&#97;&lt;&amp;#7871;", "&#97;&lt;&amp;#7871;"},
		{"invisible stays", "a&#8203;b", "a&#8203;b"},
	} {
		text := normalize.Text(tt.in)
		if text.Norm != tt.want {
			t.Errorf("%s: Text(%q) = %q, want %q", tt.name, tt.in, text.Norm, tt.want)
		}
		if again := normalize.Text(text.Norm).Norm; again != text.Norm {
			t.Errorf("%s: Text(%q) = %q", tt.name, text.Norm, again)
		}
	}
	text := normalize.Text("s&#7889; 12")
	if got := text.Quote(extractors.Span{Start: 0, End: len("số")}); got != "s&#7889;" {
		t.Errorf("Quote of %q = %q", "số", got)
	}
}
