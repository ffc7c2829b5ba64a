package relation

import "strings"

// A class is a set of properties of a word.
type class uint16

const (
	link    class = 1 << iota // may stand between a verb and its object
	part                      // names a part of a document
	agent                     // introduces who acts in a passive: bởi, theo, tại
	passive                   // được, bị
	adverb                    // may stand before a verb
	negator                   // không, chưa
	conj                      // và, hoặc
	glue                      // stands between a citation and the verb of its title
	opens                     // begins the words behind a citation: của, về, ngày
	body                      // begins the name of an agency
	plan                      // begins the name of a plan or programme
	this                      // này
	that                      // nêu trên, đó
	since                     // từ, kể từ, khi
	purpose                   // để, nhằm
	follows                   // sau, sau đây
)

// classes names the words of each class, by syllable.
var classes = []struct {
	c     class
	words string
}{
	{link, `của tại trong cho các những đối với số toàn bộ cả lại có hiệu quả tốt nghiêm túc đầy đủ kịp thời lực
		sau đây văn bản nhiệm vụ mục tiêu yêu cầu thắng lợi thành công đồng bộ thống nhất nội dung việc và để tổ chức
		biện pháp thi hành áp dụng quy định chủ trương liên quan đến thực hiện trên theo kèm ban hành hướng dẫn chi tiết
		khẩn trương chính xác tinh thần chỉ đạo ý kiến kết luận giải pháp chỉ tiêu một phần về trước tiếp tục triển khai
		các bộ luật pháp lệnh nghị định thông tư chỉ thị công văn sau: gồm cụ thể nêu hành động trọng tâm hiện
		quyết liệt triệt sâu rộng toàn diện nghiêm nhanh chóng mạnh mẽ tích cực cùng lúc vào ở`},
	{part, `một số điều khoản điểm mục chương phần phụ lục mẫu biểu tiết đoạn cụm từ tên gạch đầu dòng tiểu câu
		quy định nội dung danh khái niệm thứ bảng cột dấu hình sơ đồ`},
	{agent, `bởi theo tại bằng do`},
	{passive, `được bị`},
	{adverb, `đã vừa mới cũng chính thức lần trực tiếp từng tiếp tục quyết định nhằm để là việc về có`},
	{negator, `không chưa chẳng`},
	{conj, `và hoặc cùng đồng thời & cũng như`},
	{glue, `trước đây về việc quy định có nội dung là đã vừa mới từng trong đó nay để nhằm đang cũng lần chính thức do`},
	{opens, `của về ngày quy ban phê hướng năm do đã sửa bổ thay bãi điều công tháng triển thực chi quyết thông được có bị hết
		ra nhằm để chính vừa mới cụ thể đính gửi áp đang cũng sẽ thay`},
	{body, `bộ chính thủ ubnd ủy hội sở quốc tỉnh văn ban cục vụ tổng ngân tòa viện kiểm thanh đảng chủ hđnd thứ phó
		đồng ông bà cơ đoàn thành cổng trung`},
	{plan, `kế chương đề chiến phương giải nhiệm lộ quy dự`},
	{this, `này`},
	{that, `đó trên ấy`},
	{since, `từ khi`},
	{purpose, `để nhằm`},
	{follows, `sau`},
}

// classify gives the words of the vocabulary their classes.
func (t *table) classify() {
	set := func(id uint16, c class) {
		for int(id) >= len(t.class) {
			t.class = append(t.class, 0)
		}
		t.class[id] |= c
	}
	for _, e := range classes {
		for _, w := range strings.Fields(e.words) {
			set(t.vocab.Add(strings.TrimRight(w, ":&")), e.c)
		}
	}
}

// is reports whether the word with the given number is of class c.
func (t *table) is(id uint16, c class) bool { return int(id) < len(t.class) && t.class[id]&c != 0 }
