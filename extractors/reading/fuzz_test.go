package reading

import (
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// FuzzRead: whatever the text, nothing panics, every promise of a reading holds
// and a second reading is equal.
func FuzzRead(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, "", true)
		f.Add(strings.Repeat(s, 3), "https://a.example/van-ban/quyet-dinh-1-qd-ttg-2020", false)
	}
	f.Fuzz(func(t *testing.T, text, url string, news bool) {
		src := Source{URL: url, Text: text, Kind: kindLegal}
		if news {
			src.Kind = kindNews
		}
		r := Read(src)
		checkEvidence(t, r, text)
		if !reflect.DeepEqual(r, Read(src)) {
			t.Errorf("two readings of %q differ", text)
		}
	})
}

// hostile are stretches of text that, repeated, could make a reader slow.
var hostile = []string{
	"Căn cứ Luật Điện lực số 61/2024/QH15 ngày 30/11/2024; ",
	"Sửa đổi, bổ sung Điều 1 Nghị định số 1/2020/NĐ-CP như sau: “",
	"Quyết định số 1/QĐ-TTg phê duyệt Chiến lược phát triển ngành A đến năm 2030, tầm nhìn đến năm 2045. ",
	"Bãi bỏ Thông tư số 1/2020/TT-BCT, Thông tư số 2/2020/TT-BCT và ",
	"KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Văn A\n\n",
	"Số: 1/QĐ-UBND\n",
	"1. Công văn số 1/BCT-KH năm 2016 về A do Bộ Công Thương ban hành\n",
	"- Số hiệu: 1/QĐ-TTg\n- Người ký: Lê Văn A\n- Ngày ban hành: 01/01/2020\n",
	"| Số | 1/QĐ-TTg |\n|---|---|\n",
	"Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 1/QĐ-BCT trừ khoản 1 Điều 2; ",
	"đã được sửa đổi, bổ sung một số điều theo Thông tư số 2/2021/TT-BTC ngày 1/1/2021 ",
	"Kế hoạch thực hiện Kế hoạch triển khai Chương trình hành động ",
	"(sau đây gọi là Chiến lược) “Đề án” số 1 năm 2020, ",
	"Bộ trưởng Bộ Công Thương Nguyễn Văn A ký Quyết định số 1/QĐ-BCT; ",
	"a\u0302\u0301 ĐĐĐ\u00ad số\u200b 1/Q\u0110-TTg \xff\xfe \r\n\t",
	"Điều 1. ", "khoản 1 ", "“", "(", "[1] ", ";", "\n", "I. ", "ngày ", "về ", "của Bộ ",
	"CÔNG BÁO/Số 1/QĐ-TTg ngày 1/1/2020\n",
	"CÔNG BÁO/Số 1/QĐ-TTg của Bộ\nQuyết định số 2/QĐ-TTg\n", "1a ", "12/3/2020 ", "năm 2020 ", "- 1Công văn 1/A-B\n", "Căn cứ ", "[1]", "((", "a-", "/", "\"",
	"hiệu lực từ ngày ", "có hiệu lực ", "Luật ", "Luật số 1/2020/QH14, ", "Nghị quyết này ", "Luật Đất đai và Luật Nhà ở, ",
}

// TestReadGrowth: four times the text takes about four times the memory in all, not
// sixteen. (BenchmarkReadGrowth tells the same of time.)
func TestReadGrowth(t *testing.T) {
	for _, s := range hostile {
		for _, kind := range []string{kindNews, kindLegal} {
			n := 15_000 / len(s)
			small := takes(strings.Repeat(s, n), kind)
			if large := takes(strings.Repeat(s, 4*n), kind); large > 8*small+1<<20 {
				t.Errorf("Read(%s, %q…) takes %d bytes, four times the text %d", kind, s, small, large)
			}
		}
	}
}

// takes returns the bytes that a reading allocates, those it gives back included.
func takes(text, kind string) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Read(Source{Text: text, Kind: kind})
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
