package normalize_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

func TestText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing to do", "Quyết định số 12/2024/QĐ-UBND", "Quyết định số 12/2024/QĐ-UBND"},
		{"decomposed", "Quyê\u0301t đi\u0323nh", "Quyết định"},
		{"tone before circumflex", "Vi\u0065\u0323\u0302t", "Việt"},
		{"no-break space", "Nghị\u00a0định", "Nghị định"},
		{"run of spaces", "ngày   \u00a0 tháng", "ngày tháng"},
		{"tab", "Số:\t12", "Số: 12"},
		{"invisible among spaces", "a \u200b b", "a b"},
		{"invisible between base and mark", "e\u200b\u0302", "ê"},
		{"byte order mark", "\ufeffLuật", "Luật"},
		{"line ends", "a\r\nb\rc\u2028d\ve\ff\n", "a\nb\nc\nd\ne\nf\n"},
		{"dashes and slashes", "2021–2025 76⁄QĐ‑TTg", "2021-2025 76/QĐ-TTg"},
		{"smart quotes stay", "“Chiến lược”", "“Chiến lược”"},
		{"bullet of Symbol", "\uf0b7 Điều", "- Điều"},
		{"other private use", "\uf0a3Có", "Có"},
		{"Cyrillic in a symbol", "40/2026/NĐ-СР", "40/2026/NĐ-CP"},
		{"Greek in a symbol", "12/ΝQ-HĐND", "12/NQ-HĐND"},
		{"eth in Vietnamese", "Ðiều ðó của luật đã nêu", "Điều đó của luật đã nêu"},
		{"footnote mark", "Thông tư này.1", "Thông tư này.1"},
		{"glued", "Quyết định số34/2014/QĐ-TTgngày30/5/2014",
			"Quyết định số 34/2014/QĐ-TTg ngày 30/5/2014"},
		{"glued date", "ngày05tháng3năm2020", "ngày 05 tháng 3 năm 2020"},
		{"list of a portal", "- 1Công văn 12\n- 2Quyết định 13",
			"- 1 Công văn 12\n- 2 Quyết định 13"},

		{"Russian", "СССР и США", "СССР и США"},
		{"formula", "α-β", "α-β"},
		{"eth elsewhere", "Það er gott veður", "Það er gott veður"},
		{"no list", "- 7Công văn 12", "- 7Công văn 12"},
		{"word that ends alike", "mẫu số5a, con số12", "mẫu số 5a, con số 12"},
		{"glued words", "Hội đồngnhân dân", "Hội đồngnhân dân"},
		{"year of four digits only", "năm5", "năm5"},
		{"quoted code", "HĐND-UBNDxã", "HĐND-UBNDxã"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := normalize.Text(tt.in); got.Norm != tt.want || got.Stored != tt.in {
				t.Errorf("Text(%q) = %q, want %q", tt.in, got.Norm, tt.want)
			}
		})
	}
}

func TestTextSharesWhatNeedsNoRepair(t *testing.T) {
	stored := strings.Repeat("Căn cứ Nghị định số 12/2024/NĐ-CP ngày 03 tháng 02 năm 2024;\n", 50)
	if n := testing.AllocsPerRun(10, func() { normalize.Text(stored) }); n != 0 {
		t.Errorf("Text of clean text allocates %v times, want 0", n)
	}
}

func TestQuote(t *testing.T) {
	tests := []struct{ stored, norm, want string }{
		{"số34 của", "34", "34"},
		{"số34 của", " 34", "34"},
		{"đã ký Quyê\u0301t đi\u0323nh\u200b số 5", "Quyết định", "Quyê\u0301t đi\u0323nh"},
		{"ngày \u00a0 05", "ngày 05", "ngày \u00a0 05"},
		{"\ufeffLuật", "Luật", "Luật"},
		{"40/2026/NĐ-СР", "NĐ-CP", "NĐ-СР"},
		{"76⁄QĐ‑TTg năm2018", "QĐ-TTg năm 2018", "QĐ‑TTg năm2018"},
	}
	for _, tt := range tests {
		text := normalize.Text(tt.stored)
		at := strings.Index(text.Norm, tt.norm)
		if at < 0 {
			t.Errorf("Text(%q) = %q, without %q", tt.stored, text.Norm, tt.norm)
			continue
		}
		span := extractors.Span{Start: at, End: at + len(tt.norm)}
		if got := text.Quote(span); got != tt.want {
			t.Errorf("Text(%q).Quote(%q) = %q, want %q", tt.stored, tt.norm, got, tt.want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "số34 ngày30", "e\u200b\u0302 a \u200b b", "40/2026/NĐ-СР\u0323", "Ðiều\u0301 của",
		"\r\n\r", "Ng&#432;&#7901;i &amp;#7871; &\u200b#7871; &&#8203;#7871; BGD&amp;ĐT &ocirc;&#769;",
		"Vi\u0065\u0323\u0302\u0301t", " \u0301", "-\u0338", "- 1Công văn\n- 2Luật",
		"NĐ-CPngày12", "á\xff\xfe",
		"ngày05tháng3năm2020", "\u1112\u1161\u11ab\u212b\u2126", "\u1100\u200b\u1161 \u00a0\u0301",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, stored string) {
		if utf8.ValidString(stored) {
			checkText(t, stored)
		} else {
			normalize.Text(stored)
		}
	})
}

// checkText checks what every Text promises.
func checkText(t *testing.T, stored string) {
	text := normalize.Text(stored)
	if again := normalize.Text(text.Norm); again.Norm != text.Norm {
		t.Fatalf("Text(%q) = %q, and again %q", stored, text.Norm, again.Norm)
	}
	if !utf8.ValidString(text.Norm) || !norm.NFC.IsNormalString(text.Norm) {
		t.Fatalf("Text(%q) = %q, which is not NFC", stored, text.Norm)
	}
	if strings.Contains(text.Norm, "  ") || strings.ContainsAny(text.Norm,
		"\t\r\u00a0\u200b\u00ad") {
		t.Fatalf("Text(%q) = %q, with white space or invisible characters left", stored, text.Norm)
	}
	var prev extractors.Span
	for i, r := range text.Norm {
		span := extractors.Span{Start: i, End: i + utf8.RuneLen(r)}
		raw := text.Raw(span)
		checkRaw(t, text, span, raw, prev)
		prev = raw
	}
}

func checkRaw(t *testing.T, text extractors.Text, span, raw, prev extractors.Span) {
	s := text.Stored
	if raw.Start > raw.End || raw.Start < 0 || raw.End > len(s) {
		t.Fatalf("Raw(%v) of %q is %v, outside of the text", span, s, raw)
	}
	for _, at := range []int{raw.Start, raw.End} {
		if at < len(s) && !utf8.RuneStart(s[at]) {
			t.Fatalf("Raw(%v) of %q is %v, inside a rune", span, s, raw)
		}
	}
	if raw.Start < prev.Start || raw.End < prev.End {
		t.Fatalf("Raw(%v) of %q is %v, before %v", span, s, raw, prev)
	}
	if back := text.Find(raw); raw.Len() > 0 && !back.Contains(span) {
		t.Fatalf("Find(Raw(%v)) of %q is %v", span, s, back)
	}
	if got, r := text.Quote(span), text.Norm[span.Start:span.End]; raw.Len() == 0 && r != " " {
		t.Fatalf("Quote(%v) of %q is %q, want what stands for %q", span, s, got, r)
	}
}

// TestGazette checks every text of the gazette as the fuzz test does.
func TestGazette(t *testing.T) {
	for i, s := range testdata.Gazette(t) {
		if i%24 == 0 && utf8.ValidString(s) {
			checkText(t, s)
		}
	}
}

// TestMixtures checks texts thrown together from the pieces that repairs look at.
func TestMixtures(t *testing.T) {
	pieces := []string{
		"a", "e", "o", "ơ", "ê", "q", "u", "ý", " ", " ", "\n", "\r", "\t", "\u00a0", "\u200b",
		"\u00ad",
		"\u0301", "\u0302", "\u0323", "\u031b", "\u0338", "\u034f", "\u1161", "\u1100", "\u11a8",
		"\u212b", "\u2126", "\u0344", "-", "–", "/", "⁄", "1", "12", "2020", "số", "ngày", "năm",
		"tháng",
		"Điều", "Ð", "ð", "С", "Р", "б", "Ο", "NĐ", "CP", "TTg", "Công văn", "\uf0b7", "\ue000",
		"。", "\x00",
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 8000 {
		var b strings.Builder
		for range 1 + rnd.IntN(9) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		checkText(t, b.String())
		for _, key := range []func(string) string{normalize.Key, normalize.ToneFold} {
			once := key(b.String())
			if again := key(once); again != once {
				t.Fatalf("key of %q is %q, and again %q", b.String(), once, again)
			}
		}
	}
}
