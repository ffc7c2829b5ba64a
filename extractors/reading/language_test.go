package reading

import (
	"strings"
	"testing"
)

// A text in another language gives an empty reading, whatever numbers it holds.
func TestOtherLanguages(t *testing.T) {
	for _, tt := range []struct{ name, in string }{
		{"English", "The Government has issued Decree No. 15/2020/ND-CP of 3 February 2020 on the handling of salt, and the Ministry " +
			"of Industry will amend Circular No. 7/2018/TT-BCT by the end of the year, in order to implement Decision 889/QD-TTg."},
		{"French", "Le gouvernement a publié le décret n° 2020-15 du 3 février 2020 pour la gestion du sel, et la loi 12/2019/QH " +
			"est modifiée par une décision que le ministère de l'industrie doit préparer dans les trois mois."},
		{"Chinese", "国务院令第730号，自2020年2月3日起施行。根据《食盐专营办法》第12/2020/QD-TTg号，各省、自治区、直辖市应当制定实施办法，并废止第15/2018/TT-BCT号规定。"},
		{"Japanese", "食塩の管理に関する法律（令和2年法律第15号）第12条の規定により、経済産業省令第7/2018/TT-BCT号を廃止し、次のように改正する。施行日は2020年2月3日とする。"},
		{"Thai", "พระราชกฤษฎีกาฉบับที่ 15/2020/ND-CP ลงวันที่ 3 กุมภาพันธ์ 2563 ว่าด้วยการจัดการเกลือ ให้ยกเลิกประกาศฉบับที่ 7/2018/TT-BCT และให้ใช้บังคับตั้งแต่วันถัดไป"},
		{"Russian", "Постановление Правительства № 15/2020/ND-CP от 3 февраля 2020 года об управлении солью отменяет приказ 7/2018/TT-BCT."},
	} {
		for _, text := range []string{tt.in, strings.Repeat(tt.in+"\n\n", 20)} {
			r := Read(Source{URL: "https://a.example/1", Text: text})
			if len(r.Documents)+len(r.Relations)+len(r.Instruments)+len(r.Agencies)+len(r.Persons) > 0 || r.Subject != "" {
				t.Errorf("%s: Read(%q) = %+v, want an empty reading", tt.name, text, r)
			}
		}
	}
}

// Vietnamese is read, also where words of other languages stand in it.
func TestVietnamese(t *testing.T) {
	for _, in := range []string{
		"Bộ Công Thương ban hành Thông tư số 7/2018/TT-BCT về kho muối (tên tiếng Anh: salt store of the Ministry of Industry and Trade).",
		"Công ty 中国食盐有限公司 nộp hồ sơ theo Thông tư số 7/2018/TT-BCT của Bộ trưởng Bộ Công Thương về kho muối.",
		"Quyet dinh so 7/2018/QD-TTg ngay 3/2/2018 cua Thu tuong Chinh phu ve kho muoi da co hieu luc.",
	} {
		if r := Read(Source{Text: in}); len(r.Documents) != 1 {
			t.Errorf("Read(%q) gives %d documents, want 1", in, len(r.Documents))
		}
	}
}

// What letters were lost from, or a machine reworded, is marked, and no relation is read.
func TestQuality(t *testing.T) {
	good := strings.Repeat("Bộ trưởng Bộ Công Thương ban hành Thông tư số 7/2018/TT-BCT thay thế Thông tư số 5/2015/TT-BCT về quản lý kho muối.\n\n", 4)
	lost := strings.Map(func(r rune) rune {
		if r >= 0x1ea0 && r <= 0x1ef9 {
			return ' '
		}
		return r
	}, good)
	for _, tt := range []struct {
		name, in, want string
	}{
		{"lossy", lost, "lossy_text"},
		{"spun", good + "Các văn phiên bản này là văn phiên bản mới.", "spun_text"},

		{"good", good, ""},
	} {
		r := Read(Source{Text: tt.in})
		got := ""
		for _, w := range r.Warnings {
			got = w.Code
		}
		if got != tt.want || (got != "") == (len(r.Relations) > 0) {
			t.Errorf("%s: Read(%q) warns %q with %d relations, want %q", tt.name, tt.in, got, len(r.Relations), tt.want)
		}
	}
}
