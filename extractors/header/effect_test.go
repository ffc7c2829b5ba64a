package header

import (
	"strings"
	"testing"

	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

// brief tells the clauses of a text in short: what they say, and the day.
func brief(s string) []string {
	l := sentence.New(normalize.Text(s).Norm)
	var out []string
	for _, e := range Effects(l) {
		w := "from"
		switch {
		case e.Ends:
			w = "until"
		case e.Days > 0:
			w = "days"
		case e.Signing:
			w = "signing"
		case e.With.Len() > 0:
			w = "with"
		}
		if e.Date > 0 {
			day, _, _ := strings.Cut(l.Norm[e.Date:], " ")
			w += " " + strings.TrimRight(day, ".,;)")
		}
		out = append(out, w)
	}
	return out
}

func TestEffects(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"day", "Quyết định này có hiệu lực từ 05/3/2024.", "from 05/3/2024"},
		{"signing", "Thông tư này có hiệu lực kể từ ngày ký.", "signing"},
		{"passing", "Nghị quyết này có hiệu lực kể từ ngày được Quốc hội thông qua.", "signing"},
		{"days", "Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày ký ban hành.", "days"},
		{"days in words", "Pháp lệnh này có hiệu lực sau bốn mươi lăm ngày, kể từ ngày ký.", "days"},
		{"days twice", "Quy chế này có hiệu lực sau 15 (mười lăm) ngày kể từ ngày ban hành.", "days"},
		{"for two years", "Quy chế này có hiệu lực trong thời hạn 02 năm kể từ 05/3/2024.", "from 05/3/2024"},
		{"end", "Quy chế này hết hiệu lực từ 01/7/2026.", "until 01/7/2026"},
		{"until", "Quyết định này có hiệu lực đến hết ngày 31/12/2027.", "until 31/12/2027"},
		{"explained", "Kể từ ngày Thông tư có hiệu lực (15/3/2025), doanh nghiệp kê khai lại.", "from 15/3/2025"},

		{"suspended", "Trong khi tạm ngưng hiệu lực theo Điều 1, Nghị định số 15/2018/NĐ-CP ngày 02/02/2018 áp dụng.", ""},
		{"going on", "Giấy phép đã cấp tiếp tục có hiệu lực đến ngày 30/6/2027.", ""},
		{"another day", "Hồ sơ nộp trước ngày Luật này có hiệu lực thì giải quyết trong 30 ngày.", ""},
		{"another document", "Bảo đảm hiệu lực của Quyết định số 12/QĐ-BCT ngày 03/4/2019.", ""},
		{"not yet", "Luật chưa có hiệu lực từ 01/01/2025.", ""},
	} {
		got := ""
		if b := brief(tt.in); len(b) > 0 {
			got = b[0]
		}
		if got != tt.want {
			t.Errorf("%s: Effects(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
