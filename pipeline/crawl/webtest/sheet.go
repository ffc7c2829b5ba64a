package webtest

import (
	"fmt"
	"time"
)

// A sheet is what is filled into the form of a page.
type sheet struct {
	Type, Symbol, Head, Heading, Title, Power, Place, Day string
	Opening, Enacts, Signer, Published, Lead              string
	Bases, Tasks, Office                                  []string

	at    time.Time
	edges []Edge
}

// An office issues documents.
type office struct {
	name, head, power, place string
	suffix, code             string
	sign                     []string
}

var prime = office{"Thủ tướng Chính phủ", "THỦ TƯỚNG CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ", "Hà Nội",
	"QĐ-TTg", "ttg", []string{"KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"}}

var offices = []office{
	ministry("Bộ Công Thương", "BỘ CÔNG THƯƠNG", "BCT", "bct"),
	ministry("Bộ Xây dựng", "BỘ XÂY DỰNG", "BXD", "bxd"),
	ministry("Bộ Tài chính", "BỘ TÀI CHÍNH", "BTC", "btc"),
	province("Lâm Đồng", "LÂM ĐỒNG", "lam-dong"),
	province("Quảng Ninh", "QUẢNG NINH", "quang-ninh"),
	province("Cà Mau", "CÀ MAU", "ca-mau"),
	province("Nghệ An", "NGHỆ AN", "nghe-an"),
}

func ministry(name, capitals, letters, code string) office {
	return office{name, capitals, "BỘ TRƯỞNG " + capitals, "Hà Nội", "QĐ-" + letters, code,
		[]string{"KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"}}
}

func province(name, capitals, slug string) office {
	return office{"Ủy ban nhân dân tỉnh " + name, "ỦY BAN NHÂN DÂN TỈNH " + capitals,
		"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH " + capitals, name, "QĐ-UBND", "ubnd@" + slug,
		[]string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}}
}

// of returns who issues the i-th page's document; news have no issuer.
func (c Corpus) of(i int) office {
	if c.kind(i) == plan {
		return offices[c.rng(i).IntN(len(offices))]
	}
	return prime
}

func (c Corpus) symbol(i int) string { return fmt.Sprintf("%d/%s", 1000+i, c.of(i).suffix) }

// Key is the canonical key of the i-th page's document.
func (c Corpus) Key(i int) string {
	return fmt.Sprintf("vn:quyet-dinh:%s:%d:%d", c.of(i).code, c.day(i).Year(), 1000+i)
}

// cited names the i-th page's document as others do.
func (c Corpus) cited(i int) string {
	return fmt.Sprintf("Quyết định số %s %s của %s", c.symbol(i), inWords(c.day(i)), c.of(i).name)
}

func inWords(t time.Time) string {
	return fmt.Sprintf("ngày %02d tháng %d năm %d", t.Day(), int(t.Month()), t.Year())
}

var (
	fields = []string{"dệt may", "da giày", "cơ khí chế tạo", "gỗ nội thất", "gốm sứ", "hóa dược",
		"thiết bị điện", "giấy và bao bì", "thủy tinh", "cao su kỹ thuật", "nhựa sinh học", "đóng tàu"}
	areas = []string{"vùng trung du", "ven biển miền Trung", "Tây Nguyên", "đồng bằng sông Hồng",
		"vùng biên giới", "hải đảo", "đô thị lớn", "khu kinh tế ven sông"}
	people = []string{"Lê Minh Kha", "Trần Thu Hoài", "Phạm Đức Lâm", "Vũ Ngọc Diệp", "Đỗ An Khang",
		"Hoàng Thùy Vân"}
	chores = []string{
		"%d. Đến năm %d, ít nhất %d%% cơ sở được kiểm tra định kỳ và công khai kết quả.",
		"%d. Trước năm %d, xây dựng %d điểm hỗ trợ kỹ thuật cho doanh nghiệp nhỏ và vừa.",
		"%d. Từ năm %d, mỗi năm đào tạo %d lượt cán bộ về quản lý chất lượng và an toàn.",
		"%d. Trong năm %d, rà soát %d quy chuẩn kỹ thuật và đề xuất việc bổ sung.",
	}
)

// strategyName is the strategy that the ten pages around the i-th are about.
func (c Corpus) strategyName(i int) string {
	n := i / 10
	return fmt.Sprintf("Chiến lược phát triển công nghiệp %s %s giai đoạn %d đến năm 2035",
		fields[n%len(fields)], areas[n/len(fields)%len(areas)], 1+n/len(fields)/len(areas))
}

func (c Corpus) sheet(i int) sheet {
	o, at, about := c.of(i), c.day(i), i-i%10
	r := c.rng(i)
	r.IntN(2)
	s := sheet{Type: "Quyết định", Symbol: c.symbol(i), Head: o.head, Heading: "QUYẾT ĐỊNH",
		Power: o.power, Place: o.place, Day: inWords(at), Opening: "QUYẾT ĐỊNH:", Office: o.sign,
		Signer: people[r.IntN(len(people))], Published: at.Format(time.RFC3339), at: at}
	for n := range 4 + r.IntN(12) {
		s.Tasks = append(s.Tasks, fmt.Sprintf(chores[r.IntN(len(chores))], n+1,
			at.Year()+1+r.IntN(8), 10+r.IntN(80)))
	}
	name, parent := c.strategyName(i), c.cited(about)
	switch c.kind(i) {
	case strategy:
		s.Title = "Phê duyệt " + name
		s.Bases = []string{"Theo đề nghị của Bộ trưởng Bộ Công Thương."}
		s.Enacts = "Phê duyệt " + name + " với các nội dung sau:"
	case plan:
		s.Title = "Ban hành Kế hoạch thực hiện " + parent + " phê duyệt " + name
		s.Bases = []string{"Căn cứ " + parent + " phê duyệt " + name + ";"}
		s.Enacts = "Ban hành kèm theo Quyết định này Kế hoạch thực hiện " + name + "."
		s.edges = []Edge{{c.Key(i), "implements", c.Key(about)}}
	case change:
		s.Title = "Sửa đổi, bổ sung một số nội dung của " + parent
		s.Bases = []string{"Theo đề nghị của Bộ trưởng Bộ Công Thương."}
		s.Enacts = "Sửa đổi, bổ sung một số nội dung của " + parent + " như sau:"
		s.edges = []Edge{{c.Key(i), "amends", c.Key(about)}}
	case news:
		of := about + 1 + r.IntN(5)
		s.Title = fmt.Sprintf("Bản tin %d: tiến độ công nghiệp %s", i, fields[i/10%len(fields)])
		s.Lead = fmt.Sprintf("%s đang được triển khai; các đơn vị báo cáo kết quả thực hiện %s.",
			c.cited(of), parent)
	}
	return s
}
