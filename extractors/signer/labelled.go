package signer

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// labelled reads "Phó Thủ tướng (đã ký): Nguyễn Văn Thắng".
func (p *parser) labelled(text string, b sentence.Block) {
	for _, mark := range []string{"(đã ký):", "(Đã ký):", "(đã ký)", "(Đã ký)"} {
		head, rest, ok := strings.Cut(text, mark)
		if !ok || len(p.found) > 0 {
			continue
		}
		i := len(text) - len(strings.TrimLeft(rest, " :"))
		end, named := NameAt(text, i)
		if at := lastPost(head); named && at >= 0 {
			p.found = append(p.found, Signature{Name: Clean(text[i:end]), Title: Spell(head[at:]),
				NameAt: extractors.Span{Start: b.Start + i, End: b.Start + end},
				At:     extractors.Span{Start: b.Start, End: b.Start + end}})
		}
		return
	}
}

// lastPost returns where the last post in s begins, -1 when none does.
func lastPost(s string) int {
	w := vocabulary()
	t := w.tokens(s)
	at := -1
	for i := 0; i < len(t); {
		if v, n := w.posts.At(t, i); v > 0 {
			at = int(t[i].Start)
			i += n
			continue
		}
		i++
	}
	return at
}
