package browser

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"vnlex/pipeline/page/fault"
	"vnlex/testdata"
)

// A web plays hosts by name; what was asked is noted.
type web struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func newWeb(t *testing.T) *web {
	t.Helper()
	w := &web{}
	w.Server = httptest.NewServer(http.HandlerFunc(w.serve))
	t.Cleanup(w.Close)
	return w
}

const (
	made = `<html><head><title>a</title></head><body><div id="x">chờ</div><script>
fetch("/du-lieu.json").then(r => r.json()).then(d => {
  document.getElementById("x").innerHTML = "<p>" + d.text + "</p>";
  setTimeout(() => document.body.insertAdjacentHTML("beforeend", "<p>Điều 1. Phạm vi</p>"), 200);
});
</script></body></html>`
	curious = `<body>a<script>
for (const h of ["http://khac.test/x", "http://127.0.0.1:9/x", "http://169.254.169.254/x"]) {
  fetch(h, {mode: "no-cors"}).then(() => document.body.append(" đã vào " + h)).catch(() => document.body.append(" không vào "));
}
alert("dừng"); window.open("http://khac.test/cua-so");
</script></body>`
	endless = `<body>a<script>for (;;) {}</script></body>`
	growing = `<body><script>let s = "aaaaaaaaaaaaaaaa".repeat(4096);
setInterval(() => document.body.append(s), 10);</script></body>`
)

func (w *web) serve(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	w.asked = append(w.asked, r.Host+r.URL.Path)
	w.mu.Unlock()
	rw.Header().Set("Content-Type", "text/html; charset=utf-8")
	switch r.URL.Path {
	case "/du-lieu.json":
		rw.Header().Set("Content-Type", "application/json")
		fmt.Fprint(rw, `{"text": "Quyết định số 12/2024/QĐ-UBND"}`)
	case "/van-ban":
		fmt.Fprint(rw, made)
	case "/to-mo":
		fmt.Fprint(rw, curious)
	case "/mai":
		fmt.Fprint(rw, endless)
	case "/lon":
		fmt.Fprint(rw, growing)
	case "/tep":
		rw.Header().Set("Content-Disposition", `attachment; filename="a.exe"`)
		rw.Header().Set("Content-Type", "application/octet-stream")
		fmt.Fprint(rw, "MZ")
	case "/di":
		http.Redirect(rw, r, "/van-ban", http.StatusFound)
	case "/xa":
		http.Redirect(rw, r, "http://khac.test/", http.StatusFound)
	default:
		rw.WriteHeader(http.StatusNotFound)
		fmt.Fprint(rw, "không có")
	}
}

var errPrivate = errors.New("private address")

// dial leads names that end in .test to the web, and refuses all others.
func (w *web) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, _, _ := net.SplitHostPort(address)
	if !strings.HasSuffix(host, ".test") {
		return nil, errPrivate
	}
	var d net.Dialer
	return d.DialContext(ctx, network, w.Listener.Addr().String())
}

func (w *web) browser(t *testing.T, change func(*Options)) *Browser {
	t.Helper()
	testdata.Program(t, Names...)
	opt := Options{Dial: w.dial, Allow: func(h string) bool {
		return h == "van-ban.test" ||
			h == "10.0.0.1"
	},
		Agent: "vnlex (test)", Time: 60 * time.Second}
	if change != nil {
		change(&opt)
	}
	b := New(opt)
	t.Cleanup(b.Close)
	return b
}

func TestRender(t *testing.T) {
	w := newWeb(t)
	b := w.browser(t, func(o *Options) { o.Pages = 2 })
	for _, tt := range []struct {
		path, url string
		status    int
		want      string
	}{
		{"/van-ban", "/van-ban", 200, "<p>Quyết định số 12/2024/QĐ-UBND</p></div>"},
		{"/di", "/van-ban", 200, "<p>Điều 1. Phạm vi</p>"},
		{"/het", "/het", 404, "không có"}, // by a new process
	} {
		p, err := b.Render(t.Context(), "http://van-ban.test"+tt.path, nil)
		if err != nil || p.URL != "http://van-ban.test"+tt.url || p.Status != tt.status ||
			!strings.Contains(string(p.HTML), tt.want) {
			t.Errorf("Render(%s) = %s, %d, %v\n%s", tt.path, p.URL, p.Status, err, p.HTML)
		}
	}
}

// TestDocument makes a page of an answer that is there, which is not asked for again.
func TestDocument(t *testing.T) {
	w := newWeb(t)
	b := w.browser(t, nil)
	p, err := b.Render(t.Context(), "http://van-ban.test/da-co",
		&Document{Media: "text/html; charset=utf-8", Body: []byte(made)})
	if err != nil || p.URL != "http://van-ban.test/da-co" || p.Status != 200 ||
		!strings.Contains(string(p.HTML), "<p>Quyết định số 12/2024/QĐ-UBND</p></div>") {
		t.Errorf("Render of an answer = %s, %d, %v\n%s", p.URL, p.Status, err, p.HTML)
	}
	for _, asked := range w.asked {
		if asked == "van-ban.test/da-co" {
			t.Errorf("it asked %q again", asked)
		}
	}
}

// TestScope shows that a page reaches no other host and no private address, asks nobody
// and opens nothing.
func TestScope(t *testing.T) {
	w := newWeb(t)
	b := w.browser(t, nil)
	p, err := b.Render(t.Context(), "http://van-ban.test/to-mo", nil)
	if err != nil || strings.Contains(string(p.HTML), "đã vào http://127") {
		t.Errorf("a curious page: %v\n%s", err, p.HTML)
	}
	for _, asked := range w.asked {
		if !strings.HasPrefix(asked, "van-ban.test/") {
			t.Errorf("it asked %q", asked)
		}
	}
	for _, url := range []string{"http://10.0.0.1/", "https://10.0.0.1/", "http://khac.test/",
		"http://van-ban.test/xa", "file:///etc/passwd"} {
		p, err := b.Render(t.Context(), url, nil)
		var e *fault.Error
		if !errors.As(err, &e) {
			t.Errorf("Render(%s) = %s, %v, want it refused\n%s", url, p.URL, err, p.HTML)
		}
	}
}

// TestMay shows that every request of a page is judged by its address.
func TestMay(t *testing.T) {
	w := newWeb(t)
	b := w.browser(t, func(o *Options) {
		o.May = func(_ context.Context, url string) bool { return !strings.Contains(url, ".json") }
	})
	for _, d := range []*Document{nil, {Media: "text/html; charset=utf-8", Body: []byte(made)}} {
		p, err := b.Render(t.Context(), "http://van-ban.test/van-ban", d)
		if err != nil || !strings.Contains(string(p.HTML), `<div id="x">chờ</div>`) {
			t.Errorf("Render: %v\n%s", err, p.HTML)
		}
	}
	for _, asked := range w.asked {
		if strings.Contains(asked, ".json") {
			t.Errorf("it asked %q", asked)
		}
	}
}

func TestLimits(t *testing.T) {
	w := newWeb(t)
	for _, tt := range []struct {
		path, want string
		change     func(*Options)
	}{
		{"/mai", "timeout", func(o *Options) { o.Time = 3 * time.Second }},
		{"/lon", "too_large", func(o *Options) { o.Bytes = 1 << 20 }},
		{"/van-ban", "too_large", func(o *Options) { o.Bytes = 10 }},
	} {
		b := w.browser(t, tt.change)
		_, err := b.Render(t.Context(), "http://van-ban.test"+tt.path, nil)
		var e *fault.Error
		if !errors.As(err, &e) || e.Code != tt.want {
			t.Errorf("Render(%s): %v, want %s", tt.path, err, tt.want)
		}
		b.Close()
	}
	b := w.browser(t, nil)
	if p, err := b.Render(t.Context(), "http://van-ban.test/tep", nil); err == nil {
		t.Errorf("a download gave the page %q", p.HTML)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Render(ctx, "http://van-ban.test/mai", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

// TestNothingStays shows that no process of a browser outlives it.
func TestNothingStays(t *testing.T) {
	testdata.Program(t, "ps")
	w := newWeb(t)
	b := w.browser(t, nil)
	if _, err := b.Render(t.Context(), "http://van-ban.test/van-ban", nil); err != nil {
		t.Fatal(err)
	}
	mark := b.proxy.address()
	if running(t, mark) == 0 {
		t.Fatal("no process of a running browser can be seen")
	}
	b.Close()
	for range 50 {
		if running(t, mark) == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("%d processes are left", running(t, mark))
}

// running counts the processes that have mark in their command line.
func running(t *testing.T, mark string) int {
	t.Helper()
	out, err := exec.Command("ps", "-eo", "args").Output()
	if err != nil {
		return 0
	}
	n := 0
	for line := range strings.SplitSeq(string(out), "\n") {
		if strings.Contains(line, mark) {
			n++
		}
	}
	return n
}

func TestNoBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	b := New(Options{Dial: (&web{}).dial, Allow: func(string) bool { return true }})
	defer b.Close()
	_, err := b.Render(t.Context(), "http://van-ban.test/", nil)
	var e *fault.Error
	if !errors.As(err, &e) || e.Code != "no_browser" || !strings.Contains(e.Detail,
		"apt install chromium") {
		t.Errorf("without a browser: %v, want what to install", err)
	}
}
