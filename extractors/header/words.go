package header

import (
	"sync"

	"vnlex/extractors/sentence"
)

// words are the phrases that this package looks for.
type words struct {
	vocab    *sentence.Vocab
	motto    *sentence.Phrases
	number   *sentence.Phrases // "Số", "Luật số"
	kinds    *sentence.Phrases // type words
	day      *sentence.Phrases // "ngày"
	grounds  *sentence.Phrases // words that begin an item of the preamble
	ends     *sentence.Phrases // words that end a title
	abstract *sentence.Phrases // "V/v"
	labels   *sentence.Phrases
	force    *sentence.Phrases
}

var vocabulary = sync.OnceValue(func() *words {
	v := sentence.NewVocab()
	set := func(value int, phrases ...string) *sentence.Phrases {
		p := sentence.NewPhrases(v)
		for _, s := range phrases {
			p.Add(s, value)
		}
		return p
	}
	w := &words{vocab: v}
	w.motto = set(1, "cộng hòa xã hội chủ nghĩa việt nam", "việt nam dân chủ cộng hòa")
	w.motto.Add("đảng cộng sản việt nam", 2)
	w.number = set(1, "số", "luật số", "bộ luật số", "nghị quyết số", "pháp lệnh số", "sắc lệnh số", "lệnh số", "số ký hiệu")
	w.kinds = set(1, typeWords...)
	w.day = set(1, "ngày")
	w.grounds = set(1, "căn cứ", "theo đề nghị", "theo ý kiến", "theo yêu cầu", "theo tờ trình", "xét đề nghị", "xét", "thực hiện",
		"trên cơ sở", "sau khi", "được sự đồng ý")
	w.ends = set(1, "căn cứ", "kính gửi", "thực hiện", "triển khai", "theo đề nghị", "xét", "để", "nhằm", "ngày", "trong")
	w.abstract = set(1, "v / v", "về việc")
	w.labels = labels(v)
	w.force = force(v)
	return w
})

var typeWords = []string{
	"hiến pháp", "bộ luật", "luật", "pháp lệnh", "lệnh", "nghị quyết", "nghị quyết liên tịch", "nghị định",
	"quyết định", "chỉ thị", "thông tư", "thông tư liên tịch", "thông tri", "công điện", "thông báo",
	"hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản",
	"tờ trình", "hợp đồng", "quy chế", "quy định", "kết luận", "văn bản hợp nhất", "sắc lệnh", "công văn",
	"thông cáo", "bản ghi nhớ", "bản thỏa thuận", "điều lệ", "chiến lược", "sắc luật", "công bố",
}
