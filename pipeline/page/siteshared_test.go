package page_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page"
	"vnlex/pipeline/source"
	"vnlex/testdata"
)

// A saved page of the reference material, read by its site's file.
type saved struct {
	file, url string
	subject   string
	fields    string // symbol | type | issued | effective | signer | status, as the page says
	relations int    // from or to the page's own document
	related   int
	items     int
	first     string // a part of the first item
}

var savedPages = []saved{
	{file: "tvpl/constitution-2013.html", url: "https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Hien-phap-nam-2013-215627.aspx",
		subject: "vn:hien-phap:qh:2013:0", fields: " | Hiến pháp | 2013-11-28 | Nguyễn Sinh Hùng | "},
	{file: "tvpl/consumer-rights-protection-law-2023.html", url: "https://thuvienphapluat.vn/van-ban/Bat-dong-san/Quyet-dinh-1397-QD-UBND-2021-567169.aspx",
		subject: "vn:quyet-dinh:ubnd@nam-dinh:2021:1397", fields: "1397/QĐ-UBND | Quyết định | 2021-07-02 | Trần Anh Dũng | "},
	{file: "tvpl/cybersecurity-law-2018.html", url: "https://thuvienphapluat.vn/van-ban/Cong-nghe-thong-tin/Luat-an-ninh-mang-2018-351416.aspx",
		subject: "vn:luat:qh14:2018:24", fields: "24/2018/QH14 | Luật | 2018-06-12 | Nguyễn Thị Kim Ngân | "},
	{file: "tvpl/enterprise-law-2020.html", url: "https://thuvienphapluat.vn/van-ban/Van-hoa-Xa-hoi/Quyet-dinh-784-QD-BVHTTDL-2020-437468.aspx",
		subject: "vn:quyet-dinh:bvhttdl:2020:784", fields: "784/QĐ-BVHTTDL | Quyết định | 2020-03-11 | Trịnh Thị Thủy | "},
	{file: "tvpl/information-technology-law-2006.html", url: "https://thuvienphapluat.vn/van-ban/Cong-nghe-thong-tin/Luat-cong-nghe-thong-tin-2006-67-2006-QH11-12987.aspx",
		subject: "vn:luat:qh11:2006:67", fields: "67/2006/QH11 | Luật | 2006-06-29 | Nguyễn Phú Trọng | "},
	{file: "tvpl/telecommunications-law-2009.html", url: "https://thuvienphapluat.vn/van-ban/Thue-Phi-Le-Phi/Quyet-dinh-20574-QD-CT-THNVDT-98328.aspx",
		fields: "20574/QĐ-CT-THNVDT | Quyết định | 2009-11-26 | Nguyễn Văn Hổ | "},
	{file: "vbpl/vbpl_thuoctinh_2__3af5cb6.html", url: "https://vbpl.vn/TW/Pages/vbpq-thuoctinh.aspx?ItemID=32801",
		subject: "vn:hien-phap:qh:2013:0", fields: " | Hiến pháp | 2013-11-28 | Nguyễn Sinh Hùng | Còn hiệu lực"},
	{file: "vbpl/vbpl_luocdo_phaply__33c3737.html", url: "https://vbpl.vn/TW/Pages/vbpq-luocdo.aspx?ItemID=32801",
		subject: "vn:hien-phap:qh:2013:0", fields: " | Hiến pháp | 2013 |  | ", relations: 92, related: 2},
	{file: "vbpl/vbpl_luocdo_hopnhat__aef1d7c.html", url: "https://vbpl.vn/TW/Pages/vbpq-luocdo-hopnhat.aspx?ItemID=147301",
		subject: "vn:vbhn:vpqh:2020:31", fields: "31/VBHN-VPQH | Văn bản hợp nhất | 2020-12-07 |  | "},
	{file: "vbpl/vbpl_v1__a961fe6.html", url: "https://vbpl.vn/tw/Pages/vbpq-toanvan.aspx?ItemID=32801",
		subject: "vn:hien-phap:qh:2013:0", fields: " | Hiến pháp | 2013-11-28 |  | Còn hiệu lực"},
	{file: "vbpl/vbpl_v1__3f4520c.html", url: "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=22335",
		fields: " | Hiến pháp | 2001-12-25 |  | Hết hiệu lực toàn bộ"},
	{file: "vbpl/vbpl__fcd36b0.html", url: "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=96122",
		fields: "100/2015/QH13 | Bộ luật | 2015-11-27 |  | Hết hiệu lực một phần"},
	{file: "vbpl/vbpl_search__6d497e7.html", url: "https://vbpl.vn/TW/Pages/vbpq-timkiem.aspx?x", items: 10, first: "ItemID=96115"},
	{file: "vbpl/vbpl_search__e515e15.html", url: "https://vbpl.vn/TW/Pages/vbpq-timkiem.aspx", items: 10, first: "ItemID="},
	{file: "sonla/documents_by_gazette_sample.html", url: "https://congbao.sonla.gov.vn/congbao.nsf/DocumentsByGazette?OpenView", items: 11,
		first: "/congbao.nsf/NoiDung?openForm&ParentUNID=2979FBD220E3084E47258E33002A7EF2"},
	{file: "sonla/gazettes_by_year_2026.html", url: "https://congbao.sonla.gov.vn/congbao.nsf/GazettesByYearMonth?OpenView", items: 37,
		first: "?OpenDocument"},
}

func TestSitePagesSaved(t *testing.T) {
	all := sites(t)
	dir := testdata.Shared(t, "data", "html")
	for _, p := range savedPages {
		t.Run(p.file, func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join(dir, p.file))
			if err != nil {
				t.Fatal(err)
			}
			src, found, err := page.ReadSite(siteOf(t, all, p.url), p.url, "text/html", raw)
			if err != nil || len(found.Unknown) > 0 {
				t.Fatalf("ReadSite = %v, unknown labels %q", err, found.Unknown)
			}
			p.check(t, src, found)
		})
	}
}

func (p saved) check(t *testing.T, src reading.Source, found page.Found) {
	t.Helper()
	if len(found.Items) != p.items || p.items > 0 && !strings.Contains(found.Items[0], p.first) {
		t.Errorf("%d items, first %.1q; want %d, first %q", len(found.Items), found.Items, p.items, p.first)
	}
	if found.Kind == source.Listing {
		return
	}
	r := reading.Read(src)
	if p.subject != "" && r.Subject != p.subject {
		t.Errorf("subject %q, want %q", r.Subject, p.subject)
	}
	own := slices.IndexFunc(r.Documents, func(d reading.Document) bool { return d.Key == r.Subject })
	if own < 0 {
		t.Fatalf("no document of its own: %+v", r.Documents)
	}
	d := r.Documents[own]
	signer := ""
	if d.Signer != nil && strings.Contains(p.fields, d.Signer.Name) {
		signer = d.Signer.Name
	}
	if got := strings.Join([]string{d.Symbol, d.Type, d.Issued, signer, d.StatusPrinted}, " | "); got != p.fields {
		t.Errorf("fields %q, want %q", got, p.fields)
	}
	n := 0
	for _, x := range r.Relations {
		if strings.HasPrefix(x.Rule, "D") {
			n++
		}
	}
	if n != p.relations || len(r.Related) != p.related {
		t.Errorf("%d relations of the diagram and %d related, want %d and %d", n, len(r.Related),
			p.relations, p.related)
	}
}
