package webtest

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"os/exec"
	"strings"
	"testing"
	"time"

	"vnlex/extractors/normalize"
	"vnlex/pipeline/page"
	"vnlex/testdata"
)

func open(t *testing.T) *Web {
	t.Helper()
	w, err := New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// client comes in by the door and follows no redirect.
func client(d Door) *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			DialContext:       d.DialContext,
			TLSClientConfig:   &tls.Config{RootCAs: d.Roots()},
			ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

func get(t *testing.T, c *http.Client, url string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := c.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(body)
}

func TestHosts(t *testing.T) {
	w := open(t)
	w.Host("tin.test").Put("/tin/vật-liệu.html", Page{Body: "tin"})
	w.Host("luat.test").Secure(Trusted).Put("/", Page{Body: "luật"})
	c := client(w.Door())
	for url, want := range map[string]string{
		"http://tin.test/tin/v%E1%BA%ADt-li%E1%BB%87u.html":          "tin",
		"http://TIN.test:8080/tin/v%e1%ba%adt-li%e1%bb%87u.html?a=1": "tin",
		"https://luat.test/": "luật",
		"http://luat.test/":  "luật",
	} {
		if _, body := get(t, c, url); body != want {
			t.Errorf("GET %s = %q, want %q", url, body, want)
		}
	}
	if resp, _ := get(t, c, "https://luat.test/"); resp.ProtoMajor != 2 {
		t.Errorf("https is spoken by %s, want HTTP/2", resp.Proto)
	}

	if resp, _ := get(t, c, "http://tin.test/"); resp.StatusCode != http.StatusNotFound {
		t.Errorf("a page that is not there answers %s", resp.Status)
	}
	if resp, _ := get(t, c, "http://none.test/"); resp.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("a host that is not there answers %s", resp.Status)
	}
	_, err := c.Get("http://none.invalid/")
	var dns *net.DNSError
	if !errors.As(err, &dns) || !dns.IsNotFound {
		t.Errorf("a name under .invalid gives %v, want a DNS error", err)
	}
}

func TestCertificates(t *testing.T) {
	w := open(t)
	for _, kind := range []Certificate{SelfSigned, WrongName, Expired} {
		name := strings.ReplaceAll(string(kind), " ", "-") + ".test"
		w.Host(name).Secure(kind).Put("/", Page{Body: "x"})
		var bad *tls.CertificateVerificationError
		if _, err := client(w.Door()).Get("https://" + name + "/"); !errors.As(err, &bad) {
			t.Errorf("GET https://%s/: %v, want a certificate error", name, err)
		}
	}
}

// A program that knows nothing of the web comes in as through a proxy.
func TestProxy(t *testing.T) {
	w := open(t)
	w.Host("tin.test").Put("/", Page{Body: "tin"})
	w.Host("luat.test").Put("/", Page{Body: "luật"})
	proxy, err := url.Parse("http://" + w.Door().Addr)
	if err != nil {
		t.Fatal(err)
	}
	c := &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(proxy),
		TLSClientConfig: &tls.Config{RootCAs: w.Door().Roots()}}}
	defer c.CloseIdleConnections()
	for url, want := range map[string]string{"http://tin.test/": "tin", "https://luat.test/": "luật"} {
		if _, body := get(t, c, url); body != want {
			t.Errorf("GET %s = %q, want %q", url, body, want)
		}
		if w.Count(url) != 1 {
			t.Errorf("Count(%q) = %d, want 1; hits: %+v", url, w.Count(url), w.Hits())
		}
	}
}

func TestConditional(t *testing.T) {
	w := open(t)
	h := w.Host("tin.test")
	day := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	h.Put("/a", Page{Body: "một", Modified: day})
	c := client(w.Door())
	resp, _ := get(t, c, "http://tin.test/a")
	tag, date := resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")
	for _, header := range [][]string{{"If-None-Match", tag}, {"If-Modified-Since", date}} {
		if resp, body := get(t, c, "http://tin.test/a", header...); resp.StatusCode != 304 || body != "" {
			t.Errorf("%v: %s with body %q, want 304", header, resp.Status, body)
		}
	}
	if w.Bodies() != 1 {
		t.Errorf("Bodies() = %d, want 1", w.Bodies())
	}

	h.Put("/a", Page{Body: "hai", Modified: day.AddDate(0, 0, 1)})
	for _, header := range [][]string{{"If-None-Match", tag}, {"If-Modified-Since", date}} {
		if resp, body := get(t, c, "http://tin.test/a", header...); body != "hai" {
			t.Errorf("%v of a changed page: %s %q, want the page", header, resp.Status, body)
		}
	}
}

func TestEncodings(t *testing.T) {
	w := open(t)
	for _, encoding := range []string{"gzip", "br", "zstd"} {
		w.Host("tin.test").Put("/"+encoding, Page{Body: "một", Encoding: encoding})
		c := client(w.Door())
		resp, body := get(t, c, "http://tin.test/"+encoding, "Accept-Encoding", encoding)
		if resp.Header.Get("Content-Encoding") != encoding || body == "một" {
			t.Errorf("%s is not used: %q", encoding, body)
		}
		if _, body := get(t, c, "http://tin.test/"+encoding, "Accept-Encoding", "identity"); body != "một" {
			t.Errorf("%s is sent to who does not take it", encoding)
		}
	}
}

// What a charset makes of a text is read back as that text.
func TestCharsets(t *testing.T) {
	text := "Quyết định phê duyệt kế hoạch phát triển công nghiệp vật liệu tái chế của tỉnh, " +
		"giao các sở, ngành và ủy ban nhân dân các huyện triển khai thực hiện."
	for c, media := range map[Charset]string{
		UTF8: "text/html; charset=utf-8", UTF16: "text/html; charset=utf-16",
		CP1258: "text/html; charset=windows-1258", TCVN3: "text/html; charset=iso-8859-1",
		References: "text/html",
	} {
		src, err := page.Read("a.html", media, c.encode("<p>"+text+"</p>"))
		if got := normalize.Text(src.Text).Norm; err != nil || !strings.Contains(got, text) {
			t.Errorf("charset %q: %v, %q, want %q", c, err, got, text)
		}
	}
}

func TestCounts(t *testing.T) {
	w := open(t)
	at := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	w.now = func() time.Time { at = at.Add(time.Second); return at }
	w.Host("tin.test").Put("/", Page{Body: "tin"})
	c := client(w.Door())
	for range 3 {
		get(t, c, "http://tin.test/")
	}
	if w.Count("http://tin.test/") != 3 {
		t.Errorf("Count() = %d, want 3", w.Count("http://tin.test/"))
	}
	if gap, ok := w.Gap("tin.test"); !ok || gap != 2*time.Second {
		t.Errorf("Gap() = %v, %v, want 2s: a start and an end between two starts", gap, ok)
	}
	if n := w.AtOnce("tin.test"); n != 1 {
		t.Errorf("AtOnce() = %d, want 1", n)
	}
	w.Reset()
	if _, ok := w.Gap("tin.test"); ok || len(w.Hits()) != 0 {
		t.Error("Reset() leaves something behind")
	}
}

func TestPDF(t *testing.T) {
	cmd := exec.Command(testdata.Program(t, "pdftotext"), "-", "-")
	cmd.Stdin = strings.NewReader(PDF("Quyết định số 7305/QĐ-BCT", "Điều 1. Ban hành Kế hoạch"))
	out, err := cmd.Output()
	if want := "Quyết định số 7305/QĐ-BCT\nĐiều 1. Ban hành Kế hoạch\n"; err != nil ||
		!strings.HasPrefix(string(out), want) {
		t.Errorf("pdftotext: %v, %q, want %q", err, out, want)
	}
}
