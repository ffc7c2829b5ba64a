package signer

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// A Person is somebody whom a page names beside signers.
type Person struct {
	Name  string
	Title string
	Role  string // author, contact, official
	Unit  string
	At    extractors.Span
}

const (
	authorLabel = iota + 1
	contactLabel
	photoLabel
	sourceLabel
)

func addRoles(p *sentence.Phrases) {
	add := func(v int, phrases ...string) {
		for _, s := range phrases {
			p.Add(s, v)
		}
	}
	add(authorLabel, "tác giả", "chuyên viên pháp lý", "người thực hiện", "nhóm pv", "phóng viên", "biên tập", "bài", "bài, ảnh", "tin, bài", "thực hiện", "người viết", "pv", "bài viết", "tin")
	add(contactLabel, "liên hệ", "đầu mối liên hệ", "điện thoại", "số điện thoại", "email", "đt", "sđt", "hotline")
	add(photoLabel, "ảnh", "ảnh minh họa", "nguồn ảnh", "đồ họa", "clip", "video")
	add(sourceLabel, "nguồn", "theo", "nguồn tin")
}

// Contact returns the person named as a contact in block b: a name with a
// telephone number or address behind it.
func Contact(l *sentence.Layout, b sentence.Block) (Person, bool) {
	text := l.Text(b)
	if !strings.Contains(text, "iện thoại") && !strings.Contains(text, "ĐT") && !strings.Contains(text, "iên hệ") {
		return Person{}, false
	}
	w := vocabulary()
	for _, polite := range []string{"Ông ", "Bà ", "ông ", "bà ", "đồng chí ", "Đồng chí ", "anh ", "chị ", "đ/c "} {
		for i := strings.Index(text, polite); i >= 0; {
			at := i + len(polite)
			end, ok := NameAt(text, at)
			if ok && w.labelNear(text[end:]) {
				return Person{Name: Clean(text[at:end]), Role: "contact",
					At: extractors.Span{Start: b.Start + at, End: b.Start + end}}, true
			}
			j := strings.Index(text[at:], polite)
			if j < 0 {
				break
			}
			i = at + j
		}
	}
	return Person{}, false
}

func (w *words) labelNear(s string) bool {
	for i, t := 0, w.tokens(s[:min(len(s), 80)]); i < len(t); i++ {
		if v, _ := w.roles.At(t, i); v == contactLabel {
			return true
		}
	}
	return false
}

// Author returns the author whom block b names as "Tác giả: Mai Thanh - TTKC",
// or, when alone, the byline that b is: a short line in the shape of a name.
func Author(l *sentence.Layout, b sentence.Block, alone bool) (Person, bool) {
	text := l.Text(b)
	if len(text) > 90 || b.Shouted && !alone {
		return Person{}, false
	}
	w := vocabulary()
	t := w.tokens(text)
	v, n := w.roles.At(t, 0)
	at := 0
	switch {
	case v == authorLabel && n < len(t) && t[n].ID == ':' && n+1 < len(t):
		at = int(t[n+1].Start)
	case v > 0, !alone:
		return Person{}, false
	}
	return byline(text, b, at, at > 0)
}

// byline reads a name of two to four words, maybe with its unit behind a dash.
func byline(text string, b sentence.Block, at int, labelled bool) (Person, bool) {
	end := at
	words := 0
	for i := at; i < len(text) && words < 5; words++ {
		e := syllable(text, i)
		if e == i {
			break
		}
		end = e
		for i = e; i < len(text) && text[i] == ' '; i++ {
		}
	}
	rest := strings.TrimSpace(text[end:])
	if words < 2 || words > 4 || rest != "" && !strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "(") && !strings.HasPrefix(rest, ",") {
		return Person{}, false
	}
	if rest != "" && !labelled && len(rest) > 20 {
		return Person{}, false
	}
	if _, n := postAt(text[at:end]); n > 0 {
		return Person{}, false
	}
	return Person{Name: Clean(text[at:end]), Role: "author", Unit: strings.Trim(rest, "-()., "),
		At: extractors.Span{Start: b.Start + at, End: b.Start + end}}, true
}
