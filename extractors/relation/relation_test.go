package relation

import (
	"strings"
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// Documents are written «A2020», with their year; news name no own document.
func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
	}{
		{"active", "«A2024» sửa đổi, bổ sung một số điều của «B2020».", "A amends B"},
		{"passive", "«B2020» được sửa đổi bởi «A2024» và «C2025».", "A amends B; C amends B"},
		{"bởi alone", "«B2020» (sửa đổi bởi «A2024»)", "A amends B"},
		{"list", "«A2024» thay thế «B2020», «C2021» và «D2022».", "A replaces B; A replaces C; A replaces D"},
		{"coordinated", "«A2024» quy định về X, thay thế «B2020», bãi bỏ «C2021».", "A replaces B; A repeals C"},
		{"force", "«B2020» hết hiệu lực kể từ ngày «A2024» có hiệu lực.", "A repeals B"},
		{"purpose", "«A2024» nhằm triển khai «B2020».", "A implements B"},
		{"ground of an issue", "Thực hiện «B2020», Bộ Y tế đã ban hành «A2024».", "A implements B"},
		{"made on", "«A2024» được ban hành căn cứ «B2020».", "A based_on B"},
		{"within", "Tại «A2024», Bộ Y tế bãi bỏ «B2020».", "A repeals B"},
		{"part of one", "«A2024» bãi bỏ Điều 5 «B2020».", "A amends B"},
		{"alike", "«A2022» và «B2024» cùng sửa đổi, bổ sung một số điều của «C2020».", "B amends C; A amends C"},
		{"by a body", "«B2020» đã được Chính phủ sửa đổi, bổ sung một số điều bằng «A2024».", "A amends B"},
		{"whole decrees", "«A2024» bãi bỏ các Nghị định sau đây: «B2020», khoản 2 Điều 4 «C2021» và «D2022».",
			"A repeals B; A amends C; A repeals D"},
		{"parts and a whole", "«A2024» bãi bỏ Điều 5 «B2020» và toàn bộ «C2021».", "A amends B; A repeals C"},
		{"colon before a title", "«A2024» của Bộ trưởng Bộ Y tế: Sửa đổi, bổ sung một số điều của «B2020».", "A amends B"},
		{"words in it", "Quy chế kèm theo «B2020» (có cụm từ bị thay thế bởi Điều 2 «A2024»).", "A amends B"},
		{"question that takes for granted", "«A2024» thay thế «B2020» có hiệu lực khi nào?", "A replaces B"},
		{"in brackets", "«B2020» (sửa đổi, bổ sung tại khoản 2 Điều 1 «A2024») quy định kho muối.", "A amends B"},
		{"day in brackets", "«B2020» hết hiệu lực từ ngày 1/5/2024 (ngày «A2024» có hiệu lực).", "A repeals B"},
		{"is a step", "«A2024» là bước cụ thể hóa «B2020».", "A implements B"},
		{"asks for", "«A2024» yêu cầu các sở, ngành tiếp tục triển khai «B2020».", "A implements B"},
		{"came on", "«A2024» ra đời trên cơ sở «B2020».", "A based_on B"},
		{"ended by another", "«B2019» và «C2020» đều bị «A2024» bãi bỏ.", "A repeals C; A repeals B"},
		{"apposition ended", "Việc này nêu tại «B2020», văn bản nay đã được «A2024» sửa đổi.", "A amends B"},
		{"made concrete by", "«B2020» đã được Tỉnh ủy cụ thể hóa bằng «A2024».", "A implements B"},
		{"other words for an end", "«A2024» làm hết hiệu lực các Nghị định: «B2020», «C2021».", "A repeals B; A repeals C"},
		{"thay alone", "«A2024» thay «B2020».", "A replaces B"},
		{"thay bằng", "Nội dung tại điểm 5 «B2020» được thay bằng nội dung tại điểm 2 «A2024».", "A amends B"},
		{"above", "«A2024» nêu trên, thay thế hai nghị quyết cũ là «B2020» và «C2021».", "A replaces B; A replaces C"},
		{"the point of another", "Nội dung tại điểm 5 «B2020» được thay bằng điểm 2 «A2024».", "A amends B"},
		{"from the day of", "«B2020» được bãi bỏ từ ngày ban hành «A2024».", "A repeals B"},
		{"carried on no longer", "«B2020» chấm dứt thực hiện kể từ ngày «A2024» được ban hành.", "A repeals B"},
		{"a long body", "«B2020» được Bộ Văn hóa, Thể thao và Du lịch hướng dẫn bằng «A2024».", "A guides B"},
		{"to be exact", "Cụ thể, tại «A2024», Bộ trưởng sửa đổi, bổ sung một số điều của hai thông tư: «B2020» và «C2021».", "A amends B; A amends C"},
		{"semicolon and", "«A2024» thay thế các nghị định: «B2020»; «C2021»; và «D2022».", "A replaces B; A replaces C; A replaces D"},
		{"items of an announcement", "Theo đó, có 2 nghị định hết hiệu lực kể từ ngày «A2024» có hiệu lực, cụ thể như sau:\n\n(1) «B2020» về muối;\n\n" +
			"(2) «C2022» sửa đổi «B2020» về muối; «D2021» về kho.", "A repeals B; C amends B; C amends D; A repeals C"},
		{"signed by", "«A2024» Nguyễn Văn An ký, điều chỉnh một số nội dung tại «B2020».", "A amends B"},
		{"sửa and thêm", "«A2024» sửa Điều 11 «B2020» và thêm Điều 10a vào «C2021».", "A amends B; A supplements C"},
		{"the cause of an end", "«B2020» hết hiệu lực do bị «A2024» thay thế.", "A replaces B"},
		{"leaning on", "«A2024» được xây dựng dựa trên «B2020».", "A based_on B"},
		{"those who are guided", "«A2024» hướng dẫn các địa phương thực hiện «B2020».", "A guides B"},
		{"behind là", "Quy định chi tiết một số điều của «B2020» là «A2024».", "A details B"},
		{"legal basis", "Cơ sở pháp lý của «A2024» là «B2020» và «C2021».", "A based_on B; A based_on C"},
		{"among others", "«A2024» bãi bỏ một số văn bản quy phạm pháp luật, trong đó có «B2015» và «C2016».", "A repeals B; A repeals C"},
		{"ruled before", "Nội dung này từng được quy định tại «B2020», nay được thay thế bởi «A2024».", "A replaces B"},
		{"made real", "«A2025» đưa ra các nhiệm vụ để hiện thực hóa «B2024».", "A implements B"},
		{"at a rule", "«A2024» bãi bỏ quy định về giấy hẹn ở Điều 6 «B2020».", "A amends B"},
		{"many rules", "«A2026» sửa nhiều điều của «B2024» và bãi bỏ Chương IV «C2024».", "A amends B; A amends C"},
		{"twice", "«A2020» về lãi suất. Văn bản ấy được sửa đổi hai lần, bằng «B2021» và «C2021».", "B amends A; C amends A"},
		{"in turn", "«B2021» và «C2023» lần lượt được ban hành vào các năm 2021 và 2023 để sửa «A2014».", "C amends A; B amends A"},
		{"the same sentence goes on", "«A2024» sửa đổi «B2020». Đồng thời, khoản 2 Điều 4 «C2016» bị bãi bỏ.", "A amends B; A amends C"},
		{"fronted", "Theo «A2024», «B2020» bị ngưng hiệu lực từ ngày 01/5/2024.", "A suspends B"},
		{"a count by name", "«A2024» thay thế hai nghị quyết của tỉnh cũ là «B2020» và «C2021».", "A replaces B; A replaces C"},
		{"drawn along", "«A2024» ra đời thay cho «B2020» và kéo theo việc bãi bỏ một số điều của «C2021».", "A replaces B; A amends C"},
		{"once before", "«A2024» trước đây bãi bỏ «B2020».", "A repeals B"},
		{"counted", "«A2022» và «B2024» đang có hiệu lực. Hai nghị định này đều sửa đổi «C2020».", "A amends C; B amends C"},
		{"both as objects", "«A2022» và «B2023» đang có hiệu lực. «D2024» sửa đổi cả hai nghị định này.", "D amends B; D amends A"},
		{"taken up in the sentence", "«C2020» được sửa đổi bởi «B2022»; nghị định nêu trên ra sau.", "B amends C"},
		{"adjusted by", "Việc này nêu tại «B2020» - văn bản nay đã được «A2024» điều chỉnh.", "A amends B"},
		{"set out in", "«A2024» nhằm cụ thể hóa các nhiệm vụ mà Thủ tướng đã giao tại «B2020».", "A implements B"},
		{"there is now", "Thi hành «B2020» về kho muối hiện có «A2024».", "A implements B"},
		{"counted since", "«D2018», «A2022» và «B2024». Hai nghị định ban hành từ năm 2022 đến nay đều sửa đổi «C2017».", "B amends C; A amends C"},

		{"question", "«B2020» có bị thay thế bởi «A2024» không?", ""},
		{"question of time", "«B2020» đã được thay thế bởi «A2024» chưa?", ""},
		{"money", "«A2024» quy định định mức phân bổ vốn ngân sách thực hiện «B2020»", ""},
		{"asks to guide", "«A2024» yêu cầu Chính phủ hướng dẫn thi hành «B2020».", ""},
		{"on behalf", "«A2024» do ông An thay mặt Chính phủ ký ban hành cùng «B2020».", ""},
		{"being drawn up", "«A2024» có hiệu lực. Bộ đang hoàn thiện đề án thực hiện «B2020».", ""},
		{"governed by", "Kinh doanh khí theo «A2024» chịu sự điều chỉnh của «B2020».", ""},
		{"repairs", "«A2024» quy định việc sửa chữa kho theo «B2020» và thêm nhiều việc khác.", ""},
		{"to be submitted", "«A2024» giao Bộ Tài chính trình sửa đổi «B2020».", ""},
		{"counted otherwise", "«A2022», «B2024» và «D2024». Hai nghị định này đều sửa đổi «C2020».", ""},
		{"one title in a list", "Theo «A2021» và «B2024» sửa đổi «C2020»", "B amends C"},
		{"draft", "Bộ đang lấy ý kiến dự thảo Nghị định sửa đổi «B2020».", ""},
		{"negated", "«A2024» không thay thế «B2020».", ""},
		{"younger", "«A2019» thay thế «B2020».", ""},
		{"permit", "«A2024» quy định việc thay thế giấy phép theo «B2020».", ""},
		{"boilerplate", "«A2024» và các văn bản sửa đổi, bổ sung.", ""},
	} {
		if got := findIn(tt.in); got != tt.want {
			t.Errorf("%s: Find(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func findIn(in string) string {
	p := &Page{Layout: sentence.New(in), This: -1, Base: -1, News: true, End: len(in)}
	var names []string
	for i := strings.Index(in, "«"); i >= 0; {
		end := i + strings.Index(in[i:], "»") + len("»")
		word := in[i+len("«") : end-len("»")]
		names = append(names, word[:1])
		p.Marks = append(p.Marks, Mark{extractors.Span{Start: i, End: end}, len(p.Things)})
		p.Things = append(p.Things, Thing{Type: "nghi-dinh", Date: word[1:], Carrier: -1})
		next := strings.Index(in[end:], "«")
		if next < 0 {
			break
		}
		i = end + next
	}
	all, _ := Find(p)
	var out []string
	for _, s := range all {
		out = append(out, names[s.From]+" "+s.Kind+" "+names[s.To])
	}
	return strings.Join(out, "; ")
}

// Every row of the table has an id of its own, and its example is not empty.
func TestTriggers(t *testing.T) {
	if n := strings.Count(triggersCSV, "\n") - 1; n != len(triggers().triggers) {
		t.Errorf("rows = %d, ids = %d", n, len(triggers().triggers))
	}
	for id, tr := range triggers().triggers {
		if tr.Example == "" || tr.Confidence <= 0 || tr.Voice == "" {
			t.Errorf("row %s lacks an example, a confidence or a voice: %+v", id, tr)
		}
	}
}
