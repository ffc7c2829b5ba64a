package signer

import (
	"strings"
	"sync"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// posts are the posts that sign, as they are written in a sentence.
var posts = []string{
	"Tổng Bí thư", "Chủ tịch nước", "Phó Chủ tịch nước", "Chủ tịch Quốc hội", "Phó Chủ tịch Quốc hội",
	"Thủ tướng", "Phó Thủ tướng", "Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ", "Phó Thủ tướng Thường trực",
	"Phó Thủ tướng Thường trực Chính phủ", "Bộ trưởng", "Thứ trưởng", "Thứ trưởng Thường trực", "Bộ trưởng, Chủ nhiệm",
	"Chủ tịch", "Phó Chủ tịch", "Phó Chủ tịch Thường trực", "Chủ nhiệm", "Phó Chủ nhiệm", "Thống đốc", "Phó Thống đốc",
	"Phó Thống đốc Thường trực", "Tổng Thanh tra", "Phó Tổng Thanh tra", "Chánh án", "Phó Chánh án", "Viện trưởng",
	"Phó Viện trưởng", "Tổng Kiểm toán", "Phó Tổng Kiểm toán", "Tổng Kiểm toán Nhà nước", "Phó Tổng Kiểm toán Nhà nước",
	"Cục trưởng", "Phó Cục trưởng", "Tổng cục trưởng", "Phó Tổng cục trưởng", "Quyền Cục trưởng", "Vụ trưởng", "Phó Vụ trưởng",
	"Chi cục trưởng", "Phó Chi cục trưởng", "Chánh Văn phòng", "Phó Chánh Văn phòng", "Giám đốc", "Phó Giám đốc",
	"Tổng Giám đốc", "Phó Tổng Giám đốc", "Hiệu trưởng", "Phó Hiệu trưởng", "Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực",
	"Trưởng Ban", "Phó Trưởng Ban", "Trưởng Thuế", "Phó Trưởng Thuế", "Phó Trưởng Ban Thường trực", "Trưởng Phòng", "Phó Trưởng Phòng", "Tổng Thư ký",
	"Phó Tổng Thư ký", "Chánh Thanh tra", "Phó Chánh Thanh tra", "Tư lệnh", "Phó Tư lệnh", "Tổng Tham mưu trưởng",
	"Trưởng Đoàn", "Phó Trưởng Đoàn", "Tổng Biên tập", "Phó Tổng Biên tập", "Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng",
	"Thường trực Ban Bí thư", "Ủy viên Thường trực", "Ủy viên", "Trưởng Ban Chỉ đạo", "Thẩm phán", "Kiểm toán trưởng",
}

// words are the phrases of this package over one vocabulary.
type words struct {
	vocab *sentence.Vocab
	posts *sentence.Phrases // value: index in posts + 1
	acts  *sentence.Phrases
	roles *sentence.Phrases
}

var vocabulary = sync.OnceValue(func() *words {
	v := sentence.NewVocab()
	w := &words{vocab: v, posts: sentence.NewPhrases(v), acts: sentence.NewPhrases(v), roles: sentence.NewPhrases(v)}
	for i, p := range posts {
		w.posts.Add(p, i+1)
	}
	addActs(w.acts)
	addRoles(w.roles)
	return w
})

// tokens returns the words of s.
func (w *words) tokens(s string) []sentence.Token {
	l := sentence.Layout{Norm: s}
	return l.Tokens(nil, w.vocab, extractors.Span{End: len(s)})
}

// postAt returns the post at the beginning of s and the bytes it takes.
func postAt(s string) (post string, n int) {
	w := vocabulary()
	t := w.tokens(s[:min(len(s), 120)])
	for len(t) > 0 && t[0].Kind == sentence.Punct {
		t = t[1:]
	}
	v, k := w.posts.At(t, 0)
	if v == 0 {
		return "", 0
	}
	return posts[v-1], int(t[k-1].End)
}

// PostAt returns the post that begins s, in any case, as it is written in a sentence,
// and the bytes it takes; 0 when none does.
func PostAt(s string) (post string, n int) { return postAt(s) }

// Spell gives a post that is printed in capitals as it is written in a
// sentence: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH, Chủ tịch Ủy ban nhân dân tỉnh.
func Spell(title string) string {
	title = Clean(title)
	post, n := postAt(title)
	if n == 0 {
		return spellOrgan(title)
	}
	rest := strings.TrimSpace(title[n:])
	if rest == "" {
		return post
	}
	return post + " " + spellOrgan(rest)
}
