// Package browser has pages made by their scripts: a headless Chromium, which reaches the
// network only through us.
package browser

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"vnlex/pipeline/page/child"
	"vnlex/pipeline/page/fault"
)

// Names are those that a browser goes by.
var Names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
	"chrome", "msedge"}

// Install says how to get one.
const Install = "install Chromium or Chrome (Debian, Ubuntu: apt install chromium; " +
	"Fedora: dnf install chromium; macOS: brew install chromium)"

// Options of a Browser. Dial and Allow must be set.
type Options struct {
	// Dial connects to a host of the network, or refuses to.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	// Allow reports whether a host may be asked; every request of a page is judged.
	Allow func(host string) bool
	// May reports whether an address of an allowed host may be asked: what its robots.txt
	// says of it. Nil: all may. It is called by several goroutines at once.
	May   func(ctx context.Context, url string) bool
	Agent string        // how it names itself; empty: as it does by itself
	Time  time.Duration // for a page; 0: half a minute
	Bytes int64         // of a page, made; and ten times that of all it loads; 0: 16 MiB
	Pages int           // with one process; 0: 50
}

// A Page is what a script has made.
type Page struct {
	URL    string // where it came to lie
	Status int    // of the answer that it began with
	HTML   []byte
}

// A Document is what a server has answered.
type Document struct {
	Media string // Content-Type
	Body  []byte
}

// A Browser makes one page at a time; those who come meanwhile wait.
type Browser struct {
	opt   Options
	mu    sync.Mutex
	proxy *proxy
	run   context.Context // of the process, nil: none is running
	stop  func()
	made  int // pages with this process
}

// New returns a Browser. Its process is started when a page is wanted.
func New(opt Options) *Browser {
	opt.Time = cmp.Or(opt.Time, 30*time.Second)
	opt.Bytes = cmp.Or(opt.Bytes, 16<<20)
	opt.Pages = cmp.Or(opt.Pages, 50)
	return &Browser{opt: opt}
}

// Find returns the path of an installed browser.
func Find() (string, error) {
	for _, name := range Names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", &fault.Error{Code: "no_browser",
		Detail: "it is made by a script, and no browser is there: " + Install +
			", then vnlex retry"}
}

// Render makes the page at url; of document, the answer of its server, when that is known:
// then it is not asked for again. Errors are *fault.Error, or that of ctx.
func (b *Browser) Render(ctx context.Context, url string, document *Document) (Page, error) {
	if !isWeb(url) {
		return Page{}, &fault.Error{Code: "bad_scheme", Detail: "only http and https are asked"}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.ready(); err != nil {
		return Page{}, err
	}
	b.made++
	b.proxy.begin(10 * b.opt.Bytes)
	tab, done := chromedp.NewContext(b.run)
	defer done()
	tab, cancel := context.WithTimeout(tab, b.opt.Time)
	defer cancel()
	defer context.AfterFunc(ctx, cancel)()
	p, err := b.make(tab, url, document)
	if err == nil {
		return p, b.refused(p)
	}
	if b.proxy.refusal(url) == "" {
		b.end() // what has failed, and not for us, is not used again
	}
	return Page{}, b.explain(ctx, tab, url, err)
}

// Close ends the process and all that it has started.
func (b *Browser) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.end()
	if b.proxy != nil {
		b.proxy.close()
		b.proxy = nil
	}
}

func (b *Browser) end() {
	if b.run != nil {
		b.stop()
		b.run, b.made = nil, 0
	}
}

// ready starts a process, a new one when the old one has made its pages.
func (b *Browser) ready() (err error) {
	if b.made >= b.opt.Pages {
		b.end()
	}
	if b.run != nil {
		return nil
	}
	path, err := Find()
	if err != nil {
		return err
	}
	if b.proxy == nil {
		if b.proxy, err = listen(b.opt.Dial, b.opt.Allow); err != nil {
			return &fault.Error{Code: "crash", Detail: err.Error()}
		}
	}
	alloc, end := chromedp.NewExecAllocator(context.Background(), b.flags(path)...)
	run, cancel := chromedp.NewContext(alloc, silent)
	b.run, b.stop = run, func() { cancel(); end() }
	defer time.AfterFunc(b.opt.Time, cancel).Stop()
	if err = chromedp.Do(run); err == nil {
		_, err = chromedp.CallBrowser(run, browser.SetDownloadBehavior,
			browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorDeny})
	}
	if err != nil {
		b.end()
		return &fault.Error{Code: "crash", Detail: fmt.Sprintf("%s does not start: %v", path, err)}
	}
	return nil
}

func (b *Browser) flags(path string) []chromedp.ExecAllocatorOption {
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.ModifyCmdFunc(child.Group),
		chromedp.ProxyServer("http://"+b.proxy.address()),
		chromedp.Flag("proxy-bypass-list", "<-loopback>"), // not even this machine
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("force-webrtc-ip-handling-policy", "disable_non_proxied_udp"),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("blink-settings", "imagesEnabled=false"),
		chromedp.Flag("block-new-web-contents", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("js-flags", "--max-old-space-size=512"),
	)
	if b.opt.Agent != "" {
		flags = append(flags, chromedp.UserAgent(b.opt.Agent))
	}
	return flags
}

// silent keeps what the protocol complains about from standard error.
var silent = chromedp.WithErrorf(func(string, ...any) {})

func isWeb(url string) bool {
	return strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")
}

// refused tells that a page is our own refusal, or nothing that a server has sent.
func (b *Browser) refused(p Page) error {
	if !isWeb(p.URL) {
		return &fault.Error{Code: "bad_scheme", Detail: fmt.Sprintf("it leads to %q", p.URL)}
	}
	if why := b.proxy.refusal(p.URL); why != "" {
		return &fault.Error{Code: "unreachable", Detail: why}
	}
	return nil
}

// explain words what kept a page from being made.
func (b *Browser) explain(ctx, tab context.Context, url string, err error) error {
	var known *fault.Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &known):
		return known
	case b.proxy.spent():
		return &fault.Error{Code: "too_large",
			Detail: fmt.Sprintf("it loads more than %d bytes", 10*b.opt.Bytes)}
	case b.proxy.refusal(url) != "":
		return &fault.Error{Code: "unreachable", Detail: b.proxy.refusal(url)}
	case errors.Is(tab.Err(), context.DeadlineExceeded):
		return &fault.Error{Code: "timeout",
			Detail: fmt.Sprintf("it was not made within %v", b.opt.Time)}
	}
	return &fault.Error{Code: "crash", Detail: fmt.Sprintf("the browser: %v", err)}
}
