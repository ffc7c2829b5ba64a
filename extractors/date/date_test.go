package date_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/normalize"
)

// found returns the dates of s, each as value, quoted words.
func found(s string) []string {
	text := normalize.Text(s)
	var out []string
	for _, m := range date.Extract(text) {
		value := m.Value.String()
		switch m.Value.Precision {
		case date.DayMonth:
			value = fmt.Sprintf("?-%02d-%02d", m.Value.Month, m.Value.Day)
		case date.ShortYear:
			value = fmt.Sprintf("?%02d-%02d-%02d", m.Value.Year, m.Value.Month, m.Value.Day)
		}
		out = append(out, value+" "+text.Quote(m.Span))
	}
	return out
}

func TestExtract(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"words", "Căn cứ Luật ngày 18 tháng 6 năm 2020;",
			[]string{"2020-06-18 ngày 18 tháng 6 năm 2020"}},
		{"broken lines", "ngày 18 \ntháng 6\nnăm 2020",
			[]string{"2020-06-18 ngày 18 \ntháng 6\nnăm 2020"}},
		{"capitals", "NGÀY 18 THÁNG 6 NĂM 2020", []string{"2020-06-18 NGÀY 18 THÁNG 6 NĂM 2020"}},
		{"comma", "ngày 18 tháng 6, năm 2020", []string{"2020-06-18 ngày 18 tháng 6, năm 2020"}},
		{"mixed signs", "ngày 18 tháng 6/2020", []string{"2020-06-18 ngày 18 tháng 6/2020"}},
		{"no ngày", "từ 1 tháng 7 năm 1996 |", []string{"1996-07-01 1 tháng 7 năm 1996"}},
		{"spaced signs", "ngày 4 / 9 / 2025", []string{"2025-09-04 ngày 4 / 9 / 2025"}},
		{"two", "từ ngày 01/01/2020 đến ngày 31-12-2024.",
			[]string{"2020-01-01 ngày 01/01/2020", "2024-12-31 ngày 31-12-2024"}},
		{"range in digits", "(từ 01/01/2026-30/6/2026)", []string{"2026-01-01 01/01/2026",
			"2026-06-30 30/6/2026"}},
		{"footnote", "ngày 09/6/20205 của", []string{"2020-06-09 ngày 09/6/2020"}},
		{"month in words", "tháng mười hai năm 2019", []string{"2019-12 tháng mười hai năm 2019"}},
		{"tháng năm is May", "tháng năm năm 2019", []string{"2019-05 tháng năm năm 2019"}},
		{"mồng", "mồng 2/9/2025", []string{"2025-09-02 mồng 2/9/2025"}},
		{"blank slashes", "Cà Mau, ngày …/…/2026", []string{"2026 ngày …/…/2026"}},
		{"blank dots", "ngày ..... tháng .... năm 2026",
			[]string{"2026 ngày ..... tháng .... năm 2026"}},
		{"blank day", "Huế, ngày     tháng 4 năm 2026",
			[]string{"2026-04 ngày     tháng 4 năm 2026"}},
		{"year", "Luật Đất đai năm 2013 và", []string{"2013 năm 2013"}},
		{"ISO", "Ngày đăng: 2024-05-06", []string{"2024-05-06 2024-05-06"}},
		{"day and month", "vào ngày 15/12 vừa qua", []string{"?-12-15 ngày 15/12"}},
		{"day and month in words", "ngày 15 tháng 12 tới", []string{"?-12-15 ngày 15 tháng 12"}},
		{"part of the day", "Chiều 9/11, tại Huế", []string{"?-11-09 9/11"}},
		{"weekday and day", "Thứ sáu (26/7)", []string{"?-07-26 26/7"}},
		{"short year", "15/12/25", []string{"?25-12-15 15/12/25"}},
		{"time before", "lúc 7 giờ 30 phút ngày 24/5/2025",
			[]string{"2025-05-24T07:30:00+07:00 7 giờ 30 phút ngày 24/5/2025"}},
		{"hour", "trước 17h ngày 24/5/2025", []string{"2025-05-24T17:00:00+07:00 17h ngày " +
			"24/5/2025"}},
		{"time after", "Chủ nhật, 24/5/2025 | 16:05 (GMT+7)",
			[]string{"2025-05-24T16:05:00+07:00 Chủ nhật, 24/5/2025 | 16:05 (GMT+7)"}},
		{"afternoon", "24/5/2025 4:05 PM", []string{"2025-05-24T16:05:00+07:00 24/5/2025 4:05 PM"}},
		{"gazette header", "CÔNG BÁO/Số 8 + 9/Ngày 01-7-2025",
			[]string{"2025-07-01 Ngày 01-7-2025"}},
		{"behind a full stop", "Hết.15/12/2024", nil},
		{"leap day", "29/02/2024 và 29/02/2023", []string{"2024-02-29 29/02/2024"}},

		{"no such day", "ngày 31/4/2024 và ngày 32/1/2024, tháng 13/2024", nil},
		{"yearly", "trước ngày 31 tháng 12 hằng năm; ngày 15/12 hàng năm", nil},
		{"yearly, said before", "Hằng năm, trước ngày 15 tháng 12, báo cáo", nil},
		{"another year", "ngày 31 tháng 12 năm trước; đến 31 tháng 12 của năm báo cáo", nil},
		{"lunar", "mùng 5 tháng Giêng, ngày 10 tháng 3 âm lịch, ngày 01 tháng 01 dương lịch", nil},
		{"period", "năm 2021 - 2025, năm 2021-2025, từ năm 2021 đến năm 2025", nil},
		{"horizon", "ĐẾN NĂM 2030, tầm nhìn đến năm 2045", nil},
		{"quarter", "quý 2 năm 2026; Quý IV năm 2025", nil},
		{"numbers", "12/5/2020/TT-BTC, 01/2020/NĐ-CP, tỷ lệ 1/500, mục 1.2.2013.4, 1/2", nil},
		{"blanks of a form", "ngày … tháng … năm …, ngày …/…/20…", nil},
		{"stamp", "Thời gian ký:\n08.07.2025 14:58:33 +07:00\nNgày ký: 2026-04-22 16:23:24 " +
			"+07:00", nil},
		{"days and months counted", "trong 45 ngày, 6 tháng đầu, 5 năm 3 tháng", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(tt.in); strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
				t.Errorf("Extract(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestAt(t *testing.T) {
	tests := []struct{ in, want, rest string }{
		{" ngày 05 tháng 3 năm 2020 của", "2020-03-05", " của"},
		{"\nngày 4/9/2025, ", "2025-09-04", ", "},
		{", ngày 01-10-1997;", "1997-10-01", ";"},
		{" năm 2016 về", "2016", " về"},
		{" (24/6/2020) của", "2020-06-24", " của"},
		{" (ngày 24/6/2020).", "2020-06-24", "."},

		{" của Chính phủ ngày 4/9/2025", "", ""},
		{" ngày 31/4/2025", "", ""},
		{" đến năm 2030", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		d, end, ok := date.At(tt.in, 0)
		if ok != (tt.want != "") || d.String() != tt.want {
			t.Errorf("At(%q) = %q, %v, want %q", tt.in, d, ok, tt.want)
		} else if ok && tt.in[end:] != tt.rest {
			t.Errorf("At(%q) leaves %q, want %q", tt.in, tt.in[end:], tt.rest)
		}
	}
	m, ok := date.Bound(" (ngày 24/6/2020)", 0)
	if want := (extractors.Span{Start: 2, End: 17}); !ok || m.Span != want {
		t.Errorf("Bound = %v, %v, want %v", m.Span, ok, want)
	}
}

func TestResolve(t *testing.T) {
	tests := []struct{ in, page, want string }{
		{"ngày 15/12", "16/12/2025", "2025-12-15"},
		{"ngày 20/12", "16/12/2025", "2025-12-20"},
		{"ngày 28/12", "16/12/2025", "2024-12-28"},
		{"ngày 02/01", "30/12/2025", "2026-01-02"},
		{"ngày 29/02", "01/3/2025", "2024-02-29"},
		{"15/12/25", "16/12/2025", "2025-12-15"},
		{"15/12/97", "16/12/2025", "1997-12-15"},
		{"ngày 15/12", "năm 2025", ""},
		{"ngày 15/12", "", ""},
		{"ngày 15/12/2020", "", "2020-12-15"},
	}
	for _, tt := range tests {
		page, _, _ := date.At(tt.page, 0)
		got := ""
		for _, m := range date.Resolve(date.Extract(extractors.Plain(tt.in)), page) {
			got += m.Value.String()
		}
		if got != tt.want {
			t.Errorf("Resolve(%q) on a page of %q = %q, want %q", tt.in, tt.page, got, tt.want)
		}
	}
}

func TestRoleOf(t *testing.T) {
	tests := []struct {
		in   string
		want date.Role
	}{
		{"Cà Mau, ngày 05 tháng 3 năm 2024\nQUYẾT ĐỊNH", date.Issue},
		{"| *TP. Hồ Chí Minh, ngày 05 tháng 3 năm 2024* |", date.Issue},
		{"Ngày ban hành: 05/3/2024", date.Issue},
		{"**Ngày ban hành:**\n|\n05/3/2024", date.Issue},
		{"Quyết định số 12/QĐ-UBND ngày 05/3/2024 của", date.Issue},
		{"Quy định 12-QĐ/TW, ngày 05-3-2024", date.Issue},
		{"Ngày 05/3/2024, Bộ trưởng ban hành Thông tư", date.Issue},
		{"được Quốc hội thông qua ngày 05/3/2024", date.Passed},
		{"có hiệu lực thi hành kể từ ngày 05/3/2024", date.Effective},
		{"có hiệu lực từ 05/3/2024", date.Effective},
		{"Ngày hiệu lực: 05/3/2024", date.Effective},
		{"được áp dụng từ ngày 05/3/2024", date.Effective},
		{"hết hiệu lực kể từ ngày 05/3/2024", date.Expiry},
		{"áp dụng đến hết ngày 05/3/2024", date.Expiry},
		{"báo cáo trước ngày 05/3/2024", date.Deadline},
		{"chậm nhất là ngày 05/3/2024", date.Deadline},
		{"Thứ ba, 05/3/2024 | 07:15", date.Published},
		{"Cập nhật: 05/3/2024", date.Published},
		{"CÔNG BÁO/Số 12/Ngày 05-3-2024", date.Gazette},
		{"Ngày công báo: 05/3/2024", date.Gazette},
		{"Ngày xác thực: 05/3/2024", date.Authenticated},

		{"Ba năm trước, ngày 05/3/2024", date.NoRole},
		{"Ngày 05/3/2024, mưa lớn tại nhiều nơi", date.NoRole},
		{"đăng ký ngày 05/3/2024", date.NoRole},
		{"theo biên bản họp ngày 05/3/2024", date.NoRole},
	}
	for _, tt := range tests {
		text := normalize.Text(tt.in)
		ms := date.Extract(text)
		if len(ms) != 1 {
			t.Errorf("Extract(%q) = %v, want one", tt.in, ms)
			continue
		}
		if got := date.RoleOf(text, ms[0]); got != tt.want {
			t.Errorf("RoleOf(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFromSigning(t *testing.T) {
	tests := []struct {
		in, words string
		want      date.Relative
	}{
		{"Nghị quyết này có hiệu lực thi hành kể từ ngày ký.", "kể từ ngày ký",
			date.Relative{Role: date.Effective}},
		{"có hiệu lực từ ngày ký ban hành", "từ ngày ký ban hành",
			date.Relative{Role: date.Effective}},
		{"có hiệu lực sau 45 ngày, kể từ ngày ký", "sau 45 ngày, kể từ ngày ký",
			date.Relative{Role: date.Effective, Days: 45}},
		{"hết hiệu lực kể từ ngày thông qua", "kể từ ngày thông qua",
			date.Relative{Role: date.Expiry}},

		{"trong thời hạn 30 ngày kể từ ngày ký hợp đồng", "", date.Relative{}},
		{"kể từ ngày ký kết", "", date.Relative{}},
		{"có hiệu lực từ ngày 01/7/2025", "", date.Relative{}},
	}
	for _, tt := range tests {
		text := normalize.Text(tt.in)
		words, got := "", date.Relative{}
		for _, m := range date.FromSigning(text) {
			words, got = words+text.Quote(m.Span), m.Value
		}
		if words != tt.words || got != tt.want {
			t.Errorf("FromSigning(%q) = %q %v, want %q %v", tt.in, words, got, tt.words, tt.want)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"", "ngày 05 tháng 3 năm 2020", "ngày4/9/2025", "năm 2026", "Thứ 6, 16:50 | 04/09/2015",
		"…/…/2026",
		"sáng 26/7", "15/12/25", "ngày 31 tháng 11 năm 2024", "tháng mười hai năm 2019",
		"2026-04-22 16:23:24",
		"7h30 1/1/2020", "(ngày 1.2.2020", "kể từ ngày ký", "12345678", "/12/2020", "ngày …",
		"năm 1999/12/2020",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		checkExtract(t, s)
	})
}

func checkExtract(t *testing.T, s string) {
	text := normalize.Text(s)
	end := 0
	for _, m := range date.Extract(text) {
		if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(text.Norm) {
			t.Fatalf("Extract(%q) = %v, overlapping or outside", s, m)
		}
		end = m.Span.End
		checkDate(t, s, m.Value)
		date.RoleOf(text, m)
	}
	date.FromSigning(text)
	date.At(text.Norm, len(text.Norm)/2)
}

// checkDate checks that d is what its words say in ISO form, parsed again.
func checkDate(t *testing.T, s string, d date.Date) {
	iso := d.String()
	if (d.Precision >= date.Year) != (iso != "") {
		t.Fatalf("a date of %q prints %q with precision %d", s, iso, d.Precision)
	}
	if d.Precision != date.Day {
		return
	}
	if again, _, ok := date.At(iso, 0); !ok || again != d {
		t.Fatalf("%q of %q is read again as %v", iso, s, again)
	}
}

// TestMixtures throws together what dates are made of and looks only for order.
func TestMixtures(t *testing.T) {
	pieces := []string{
		"ngày", "Ngày", "tháng", "năm", "mồng", "giêng", "năm", "mười", "mười hai", " ", " ",
		"\n", "/", "-",
		".", ",", "(", ")", "…", "_", "1", "12", "31", "2020", "1999", "5", "03:33", "7h30",
		"giờ", "phút",
		"Thứ", "hai", "6", "Chủ nhật", "sáng", "quý", "đến", "hằng năm", "ký:", "từ", "kể",
		"sau", "GMT+7",
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		var b strings.Builder
		for range 1 + rnd.IntN(12) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		checkExtract(t, b.String())
	}
}
