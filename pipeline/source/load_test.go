package source

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every site that ships is sound, says what was never checked, and has a start point.
func TestLoadShipped(t *testing.T) {
	sites, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"baochinhphu.vn", "congbao.chinhphu.vn", "congbao.sonla.gov.vn",
		"congthuong.vn", "hethongphapluat.vn", "luatvietnam.vn", "moit.gov.vn",
		"socongthuong.daklak.gov.vn", "tapchicongthuong.vn", "thuvienphapluat.vn",
		"vanban.chinhphu.vn", "vbpl.vn"}
	have := map[string]bool{}
	for _, s := range sites {
		have[s.Name] = true
		if s.Title == "" || len(s.Starts) == 0 || len(s.Assumed) == 0 {
			t.Errorf("%s: title %q, %d start points, %d assumptions; want some of each",
				s.File, s.Title, len(s.Starts), len(s.Assumed))
		}
	}
	for _, name := range want {
		if !have[name] {
			t.Errorf("site %s does not ship", name)
		}
	}
}

func TestLoadUserWins(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "mine.toml", "name = \"congthuong.vn\"\nhosts = [\"ct.test\"]\n[[layout]]\nkind = \"news\"\n")
	write(t, dir, "notes.txt", "no site")
	sites, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sites {
		if s.Name == "congthuong.vn" && s.Hosts[0] != "ct.test" {
			t.Errorf("congthuong.vn is read from %s, want the user's file", s.File)
		}
	}
	write(t, dir, "twice.toml", "name = \"congthuong.vn\"\nhosts = [\"ct.test\"]\n[[layout]]\nkind = \"news\"\n")
	if _, err := Load(dir); err == nil || !strings.Contains(err.Error(), "mine.toml") {
		t.Errorf("Load with one name twice = %v, want an error that names both files", err)
	}
	if _, err := Load(filepath.Join(dir, "none")); err != nil {
		t.Errorf("Load of a folder that is not there = %v, want ours alone", err)
	}
	if _, err := Load(filepath.Join(dir, "mine.toml")); err == nil ||
		!strings.Contains(err.Error(), "folder") {
		t.Errorf("Load of a file = %v, want an error that asks for its folder", err)
	}
}

// A site of the user's that has a host of ours goes before it, whatever it is called.
func TestLoadOwnFirst(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "z.toml", "name = \"z\"\nhosts = [\"congthuong.vn\"]\nallow = ['^/x/']\n"+
		"[[layout]]\nkind = \"news\"\n")
	sites, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ url, site string }{
		{"https://congthuong.vn/x/bai-1.html", "z"},

		{"https://congthuong.vn/bai-2.html", "congthuong.vn"},
	} {
		if s := Find(sites, address(t, tt.url)); s == nil || s.Name != tt.site {
			t.Errorf("Find(%s) = %v, want %s", tt.url, s, tt.site)
		}
	}
}

func TestReadFileTooLarge(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.toml", strings.Repeat("#\n", 1<<20))
	_, err := ReadFile(filepath.Join(dir, "a.toml"))
	if err == nil || !strings.Contains(err.Error(), "a.toml") {
		t.Errorf("ReadFile of 2 MiB = %v, want an error that names the file", err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func parse(t *testing.T, text string) *Site {
	t.Helper()
	s, err := Parse("x.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func address(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

const small = `name = "a.vn"
hosts = ["a.vn", "b.vn"]
allow = ['^/tin/', '^/vb/', '[?&]docid=']
exclude = ['/tag/']
[[off]]
part = "search"
path = ['^/tin/tim']
reason = "robots.txt forbids it"
[[layout]]
kind = "file"
path = ['\.pdf$']
[[layout]]
kind = "news"
path = ['^/tin/.+\.html$']
[[layout]]
kind = "listing"
path = ['^/tin/']
`

func TestCovers(t *testing.T) {
	s := parse(t, small)
	for _, tt := range []struct {
		url    string
		covers bool
		kind   Kind
	}{
		{"https://a.vn/tin/bai-1.html", true, News},
		{"http://B.vn/tin/", true, Listing},
		{"https://a.vn/tin/b%C3%A0i.html?x=1", true, Listing},
		{"https://a.vn/vb/1.pdf", true, File},
		{"https://a.vn/?docid=3", true, Unknown},
		{"https://a.vn./tin/x.html", true, News},

		{"https://c.vn/tin/bai-1.html", false, News},
		{"https://xa.vn/tin/bai-1.html", false, News},
		{"ftp://a.vn/tin/bai-1.html", false, News},
		{"https://a.vn/", false, Unknown},
		{"https://a.vn/tin/tag/x.html", false, News},
		{"https://a.vn/tin/tim-kiem", false, Listing},
	} {
		u := address(t, tt.url)
		if got := s.Covers(u); got != tt.covers {
			t.Errorf("Covers(%s) = %v, want %v", tt.url, got, tt.covers)
		}
		if got := s.PageKind(u); got != tt.kind {
			t.Errorf("PageKind(%s) = %q, want %q", tt.url, got, tt.kind)
		}
	}
	if got := s.OffReason(address(t, "https://a.vn/tin/tim?q=x")); got != "robots.txt forbids it" {
		t.Errorf("OffReason = %q", got)
	}
}

func TestFind(t *testing.T) {
	a, b := parse(t, small), parse(t, strings.Replace(small, `"a.vn"`, `"other"`, 1))
	b.Allow = nil
	if got := Find([]*Site{a, b}, address(t, "https://a.vn/khac")); got != b {
		t.Errorf("Find gives the site that does not want the page")
	}
	if got := Find([]*Site{a}, address(t, "https://a.vn/khac")); got != a {
		t.Errorf("Find gives no site for its own host")
	}
	if got := Find([]*Site{a}, address(t, "https://c.vn/tin/")); got != nil {
		t.Errorf("Find gives a site for a foreign host")
	}
}

func TestPageURL(t *testing.T) {
	start := func(url, pages string, size, limit int) Start {
		return Start{Kind: ListingPage, URL: url, Pages: pages, Size: size, Limit: limit}
	}
	offset := start("https://a.vn/tin", "?s_cond=&BRSR={offset}", 20, 3)
	page := start("https://a.vn/x/", "page-{page}/", 0, 3)
	for _, tt := range []struct {
		start Start
		n     int
		want  string
	}{
		{offset, 1, "https://a.vn/tin"},
		{offset, 2, "https://a.vn/tin?s_cond=&BRSR=20"},
		{offset, 3, "https://a.vn/tin?s_cond=&BRSR=40"},
		{page, 2, "https://a.vn/x/page-2/"},
		{start("https://a.vn/a_page-1.html", "/a_page-{page}.html", 0, 9), 9, "https://a.vn/a_page-9.html"},

		{offset, 4, ""},
		{offset, 0, ""},
		{start("https://a.vn/", "", 0, 0), 2, ""},
	} {
		if got, ok := tt.start.PageURL(tt.n); got != tt.want || ok != (tt.want != "") {
			t.Errorf("PageURL(%d) of %s = %q, %v, want %q", tt.n, tt.start.URL, got, ok, tt.want)
		}
	}
}
