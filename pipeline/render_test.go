package pipeline_test

import (
	"strings"
	"testing"

	"vnlex/pipeline/crawl/webtest"
	"vnlex/pipeline/page/browser"
	"vnlex/testdata"
)

const scriptSite = `
name = "kich-ban"
hosts = ["kich-ban.test"]
render = "browser"

[[start]]
kind = "page"
url = "http://kich-ban.test/van-ban"

[politeness]
delay = "0s"

[[layout]]
kind = "legal"
`

// unmade is a page that its script makes of an answer.
const unmade = `<!doctype html><html><head><title>Văn bản</title></head><body><main id="x"></main>
<script>
fetch("/du-lieu").then(r => r.text()).then(t => {
  document.getElementById("x").innerHTML = t.split("\n").map(l => "<p>" + l + "</p>").join("");
});
</script></body></html>`

const scripted = `BỘ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2024/TT-BCT
Hà Nội, ngày 05 tháng 3 năm 2024
THÔNG TƯ
Quy định về hồ sơ cấp giấy phép
Căn cứ Nghị định số 96/2022/NĐ-CP ngày 29 tháng 11 năm 2022 của Chính phủ;
Điều 1. Phạm vi
Thông tư này quy định hồ sơ.`

// A page that a script makes is read as the script has made it; made the same again, it is
// unchanged, and kept so that it is read again without a browser.
func TestRefreshRendered(t *testing.T) {
	testdata.Program(t, browser.Names...)
	w := newCrawlWeb(t, webtest.Corpus{}, 0)
	w.add(scriptSite)
	h := w.web.Host("kich-ban.test")
	h.Put("/van-ban", webtest.Page{Body: unmade})
	h.Put("/du-lieu", webtest.Page{Body: scripted, Type: "text/plain; charset=utf-8"})
	d := w.database()
	if n := total(d.refresh(w.options())); n.New != 1 || len(n.Failed) > 0 {
		t.Fatalf("Refresh() = %+v, want one new page", n)
	}
	made := d.export()
	if !strings.Contains(made, "vn:thong-tu:bct:2024:12") ||
		!strings.Contains(made, "vn:nghi-dinh:cp:2022:96") {
		t.Errorf("what the script made is not in the graph:\n%s", made)
	}
	w.clock.Pass(40 * oneDay)
	if n := total(d.refresh(w.options())); n.Unchanged != 1 || n.Changed != 0 {
		t.Errorf("Refresh() again = %+v, want it unchanged", n)
	}
	if _, err := d.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := d.export(); got != made {
		t.Errorf("rebuilt without a browser:\n%s", diff(got, made))
	}
	h.Put("/du-lieu", webtest.Page{Body: strings.ReplaceAll(scripted, "96/2022", "97/2022"),
		Type: "text/plain; charset=utf-8"})
	w.clock.Pass(40 * oneDay)
	if n := total(d.refresh(w.options())); n.Changed != 1 {
		t.Errorf("Refresh() of other data = %+v, want it changed", n)
	}
}

// What a script asks for is held to robots.txt as what we ask for is.
func TestRefreshRenderedRobots(t *testing.T) {
	testdata.Program(t, browser.Names...)
	w := newCrawlWeb(t, webtest.Corpus{}, 0)
	w.add(scriptSite)
	h := w.web.Host("kich-ban.test")
	h.Robots("User-agent: *\nDisallow: /du-lieu\n")
	h.Put("/van-ban", webtest.Page{Body: unmade})
	h.Put("/du-lieu", webtest.Page{Body: scripted, Type: "text/plain; charset=utf-8"})
	d := w.database()
	d.refresh(w.options())
	if n := w.web.Count("http://kich-ban.test/du-lieu"); n != 0 {
		t.Errorf("the script asked %d times for what robots.txt forbids", n)
	}
}
