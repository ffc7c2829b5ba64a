package fetch_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"vnlex/pipeline/crawl/address"
	"vnlex/pipeline/crawl/fetch"
)

// names are answers that lead to where nobody may go.
var names = map[string][][]string{
	"local.test.":    {{"127.0.0.1"}},
	"local6.test.":   {{"::1"}},
	"mapped.test.":   {{"::ffff:127.0.0.1"}},
	"compat.test.":   {{"::127.0.0.1"}},
	"nat64.test.":    {{"64:ff9b::127.0.0.1"}},
	"both.test.":     {{"127.0.0.1", "::1"}},
	"zero.test.":     {{"0.0.0.0"}},
	"office.test.":   {{"10.1.2.3"}},
	"metadata.test.": {{"169.254.169.254"}},
	"changes.test.":  {{"127.0.0.2"}, {"127.0.0.1"}},
	"allowed.test.":  {{"127.0.0.2"}},
	"public.test.":   {{"8.8.8.8"}},
	"mixed.test.":    {{"8.8.8.8", "127.0.0.1"}},
}

// forbidden are spellings of the server on this machine and of other places that are
// nobody's business; PORT stands for the port of the server.
var forbidden = []string{
	"http://127.0.0.1:PORT/", "http://127.0.0.1.:PORT/", "http://127.1:PORT/",
	"http://127.0.1:PORT/", "http://127.000.000.001:PORT/", "http://2130706433:PORT/",
	"http://0x7f000001:PORT/", "http://0x7F.0.0.1:PORT/", "http://0x7f.1:PORT/",
	"http://017700000001:PORT/", "http://0177.0.0.1:PORT/", "http://0177.0.0x0.01:PORT/",
	"http://4294967297:PORT/", "http://127.0.0.257:PORT/", "http://0:PORT/", "http://0.0.0.0:PORT/",
	"http://[::]:PORT/", "http://[::1]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/",
	"http://[::127.0.0.1]:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
	"http://[::ffff:0:127.0.0.1]:PORT/", "http://[64:ff9b::7f00:1]:PORT/",
	"http://[2002:7f00:1::]:PORT/", "http://[::1%25lo]:PORT/", "http://[fe80::1%25eth0]:PORT/",
	"http://[::1%lo]:PORT/", "http://①②⑦.⓪.⓪.①:PORT/", "http://１２７。０。０。１:PORT/",
	"http://%31%32%37%2e0.0.1:PORT/", "http://localhost:PORT/", "http://LOCALHOST.:PORT/",
	"http://ⓛocalhost:PORT/", "http://public.test@127.0.0.1:PORT/",
	"http://127.0.0.1:PORT#@public.test/", `http://127.0.0.1:PORT\@public.test/`,
	"http://public.test:80@127.0.0.1:PORT/", "http://[127.0.0.1]:PORT/",
	"http://127.0.0.1:PORT@/", "http:127.0.0.1:PORT/", "http:///127.0.0.1:PORT/",
	"//127.0.0.1:PORT/", "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/",
	"http://100.64.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/",
	"http://[fc00::1]/", "http://[fe80::1]/", "http://224.0.0.1/", "http://255.255.255.255/",
	"http://240.0.0.1/", "http://192.0.2.1/", "http://198.18.0.1/", "http://203.0.113.9/",
	"http://[2001:db8::1]/", "http://[ff02::1]/", "http://local.test:PORT/",
	"http://LOCAL.test.:PORT/", "http://local6.test:PORT/", "http://mapped.test:PORT/",
	"http://compat.test:PORT/", "http://nat64.test:PORT/", "http://both.test:PORT/",
	"http://zero.test:PORT/", "http://office.test/", "http://metadata.test/",
	"https://local.test:PORT/", "https://127.0.0.1:PORT/", "https://[::ffff:127.0.0.1]:PORT/",
}

// counted serves every address of this machine at one port and counts who comes.
func counted(t *testing.T, h http.Handler) (port string, hits *atomic.Int64) {
	t.Helper()
	hits = new(atomic.Int64)
	ln, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &httptest.Server{Listener: ln, Config: &http.Server{
		Handler:   h,
		ConnState: func(_ net.Conn, s http.ConnState) { hits.Add(int64(1 - min(s, 1))) },
	}}
	s.Start()
	t.Cleanup(s.Close)
	_, port, err = net.SplitHostPort(ln.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port, hits
}

func ok(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "secret") }

// code is the code of the *fetch.Error that every error must be.
func code(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	e, is := err.(*fetch.Error)
	if !is || e.Reason == "" || e.URL == "" {
		t.Errorf("error %#v, want a *fetch.Error with URL and reason", err)
		return "?"
	}
	return e.Code
}

func TestForbidden(t *testing.T) {
	port, hits := counted(t, http.HandlerFunc(ok))
	c := fetch.New(fetch.Options{Resolver: serveDNS(t, names)})
	defer c.Close()
	for _, spelling := range forbidden {
		at := strings.ReplaceAll(spelling, "PORT", port)
		resp, err := c.Do(t.Context(), fetch.Request{URL: at})
		if got := code(t, err); got != fetch.Private && got != fetch.BadURL {
			t.Errorf("Do(%s) = %+v, %v, want it refused", spelling, resp, err)
		}
	}
	if n := hits.Load(); n > 0 {
		t.Errorf("%d connections were made", n)
	}
	if len(forbidden) < 40 {
		t.Errorf("%d spellings, want 40 or more", len(forbidden))
	}
}

// allowTwo allows 127.0.0.2, which stands for the public internet, and nothing else.
var allowTwo = address.Guard{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.2/32")}}

// A name that changes its answer between two requests gains nothing.
func TestForbiddenRebinding(t *testing.T) {
	port, hits := counted(t, http.HandlerFunc(ok))
	c := fetch.New(fetch.Options{Resolver: serveDNS(t, names), Guard: allowTwo})
	defer c.Close()
	r := fetch.Request{URL: "http://changes.test:" + port + "/"}
	if resp, err := c.Do(t.Context(), r); err != nil || string(resp.Body) != "secret" {
		t.Fatalf("Do() = %+v, %v", resp, err)
	}
	c.Close() // no connection is left that could be used again
	if _, err := c.Do(t.Context(), r); code(t, err) != fetch.Private {
		t.Errorf("Do() after the answer changed: %v, want it refused", err)
	}
	if n := hits.Load(); n != 1 {
		t.Errorf("%d connections were made, want 1", n)
	}
}

// A redirect is only told of, and asked for it is refused; so is that of a robots.txt.
func TestForbiddenRedirect(t *testing.T) {
	port, hits := counted(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		to := "http://127.0.0.1:" + r.Host[strings.LastIndex(r.Host, ":")+1:] + "/x"
		http.Redirect(w, r, to, http.StatusFound)
	}))
	c := fetch.New(fetch.Options{Resolver: serveDNS(t, names), Guard: allowTwo})
	defer c.Close()
	at := "http://allowed.test:" + port + "/"
	resp, err := c.Do(t.Context(), fetch.Request{URL: at})
	if err != nil || resp.Location != "http://127.0.0.1:"+port+"/x" {
		t.Fatalf("Do() = %+v, %v", resp, err)
	}
	_, err = c.Do(t.Context(), fetch.Request{URL: resp.Location})
	if code(t, err) != fetch.Private {
		t.Errorf("Do(%s): %v, want it refused", resp.Location, err)
	}
	if _, err = c.Robots(t.Context(), fetch.Request{URL: at}); code(t, err) != fetch.Private {
		t.Errorf("Robots(): %v, want it refused", err)
	}
	if n := hits.Load(); n != 1 {
		t.Errorf("%d connections were made, want 1", n)
	}
}

// A proxy is not sent to where we may not go, and its own address is nobody's target.
func TestForbiddenProxy(t *testing.T) {
	var seen []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, r.Method+" "+r.Host)
		if r.Method == http.MethodConnect {
			w.WriteHeader(http.StatusForbidden)
		}
	}))
	defer proxy.Close()
	at, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := fetch.New(fetch.Options{Resolver: serveDNS(t, names), Proxy: http.ProxyURL(at)})
	defer c.Close()
	for _, tt := range []struct{ url, code string }{
		{"http://public.test/", ""},
		{"https://public.test/", fetch.Proxy},
		{"http://8.8.8.8/", ""},

		{"http://127.0.0.1/", fetch.Private},
		{"https://127.0.0.1/", fetch.Private},
		{proxy.URL, fetch.Private},
		{"http://[::ffff:127.0.0.1]/", fetch.Private},
		{"http://local.test/", fetch.Private},
		{"https://office.test/", fetch.Private},
		{"http://mixed.test/", fetch.Private},
		{"http://unknown.test/", fetch.DNS},
	} {
		if _, err := c.Do(t.Context(), fetch.Request{URL: tt.url}); code(t, err) != tt.code {
			t.Errorf("Do(%s) by proxy: %v, want code %q", tt.url, err, tt.code)
		}
	}
	want := "GET public.test,CONNECT public.test:443,GET 8.8.8.8"
	if got := strings.Join(seen, ","); got != want {
		t.Errorf("the proxy was asked for %s, want %s", got, want)
	}
}
