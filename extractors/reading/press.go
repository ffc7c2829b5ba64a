package reading

import (
	"net/url"
	"strings"

	"vnlex/extractors/sentence"
	"vnlex/extractors/signer"
)

// A page of news names at its end, or under its title, who wrote it and who published
// it first: byline, then "Nguồn …: URL" (spec 4.7).

// source returns who published news first; empty where the page does not tell.
func (p *page) source() string {
	for i := len(p.layout.Blocks) - 1; i >= 0; i-- {
		b := p.layout.Blocks[i]
		if b.Table || b.End-b.Start > 400 {
			continue
		}
		if s := sourceIn(strings.Trim(oneLine(p.layout.Text(b)), "()[] ")); s != "" {
			return s
		}
	}
	return ""
}

// sourceIn reads "Nguồn: Báo Công Thương", "Nguồn Tạp chí Công Thương: https://…",
// "Theo TTXVN", "Nguồn: https://…". The source of money or of a picture is none.
func sourceIn(line string) string {
	name, ok := strings.CutPrefix(line, "Nguồn")
	sure := false
	switch {
	case ok:
		name = strings.TrimPrefix(name, " tin")
		sure = strings.HasPrefix(strings.TrimLeft(name, " "), ":")
	default:
		if name, ok = strings.CutPrefix(line, "Theo"); !ok {
			return ""
		}
	}
	if name == "" || name[0] != ' ' && name[0] != ':' {
		return ""
	}
	name = strings.Trim(name, " :")
	host := ""
	if i := strings.Index(name, "http"); i >= 0 {
		host = hostOf(name[i:])
		name = strings.Trim(name[:i], " :-–(|")
	}
	switch {
	case name == "":
		return host
	case len(name) > 80 || strings.ContainsAny(name, ".;?") && !strings.Contains(name, ".vn") || noSource[strings.ToLower(name)]:
		return ""
	case isPress(name), sure && sentence.IsUpper(firstRune(name)):
		return name
	}
	return ""
}

func firstRune(s string) rune {
	r, _ := sentence.RuneAt(s, 0)
	return r
}

// hostOf returns the host of an address without "www.".
func hostOf(address string) string {
	address, _, _ = strings.Cut(address, " ")
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// isPress reports whether name is that of a paper, an agency of news or a site.
func isPress(name string) bool {
	for _, w := range press {
		if strings.HasPrefix(name, w) && len(name) < 70 {
			return true
		}
	}
	return strings.Contains(name, ".vn") && !strings.Contains(name, " ")
}

var press = []string{"Báo ", "Tạp chí ", "Cổng ", "Trang ", "Website ", "TTXVN", "Thông tấn xã", "Đài ", "VOV", "VTV", "VGP", "Công Thương",
	"Tuổi Trẻ", "Thanh Niên", "VnExpress", "VietnamPlus", "Vietnamplus", "Nhân Dân", "Lao Động", "Dân trí", "Chinhphu", "baochinhphu"}

// noSource holds what pictures have for a source.
var noSource = map[string]bool{"internet": true, "sưu tầm": true, "st": true, "tổng hợp": true, "ảnh": true, "minh họa": true}

// byline reports whether block i can be a byline: the last short line before the
// source of a page or its end (spec 4.7). A name that stands elsewhere on the page, or
// under a post, is that of somebody it speaks of.
func (p *page) byline(i, n int) bool {
	b := p.layout.Blocks[i]
	if i < 2 || b.Table || b.End-b.Start > 60 {
		return false
	}
	before := oneLine(p.layout.Text(p.layout.Blocks[i-1]))
	if post, k := signer.PostAt(before); post != "" && k == len(before) || strings.HasPrefix(before, "Ảnh") {
		return false
	}
	if i == n-1 {
		return !p.speaksOf(b)
	}
	next := strings.TrimLeft(p.layout.Text(p.layout.Blocks[i+1]), "( ")
	for _, w := range []string{"Nguồn", "Theo ", "Tags", "Từ khóa", "Từ khoá", "http", "Chia sẻ", "Bình luận", "Tin liên quan", "Ngày đăng"} {
		if strings.HasPrefix(next, w) {
			return !p.speaksOf(b)
		}
	}
	return false
}

// speaksOf reports whether the name that block b is stands on the page elsewhere too.
func (p *page) speaksOf(b sentence.Block) bool {
	name, _, _ := strings.Cut(strings.Trim(p.layout.Text(b), " *_"), " -")
	name, _, _ = strings.Cut(name, " (")
	if name == "" {
		return false
	}
	text := p.text.Norm[:min(len(p.text.Norm), spelledWithin)]
	return strings.Count(text, name) > 1 || strings.Contains(p.out.Page.Title, name)
}
