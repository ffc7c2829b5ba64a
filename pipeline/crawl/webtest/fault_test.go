package webtest

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestFaults(t *testing.T) {
	w := open(t)
	h := w.Host("tin.test")
	h.Put("/a", Page{Body: strings.Repeat("trang ", 100)})
	tests := []struct {
		name   string
		fault  Fault
		status int
		body   error // of reading the body
	}{
		{"503", Status(503), 503, nil},
		{"429", TooMany("120"), 429, nil},
		{"slow", Slow(time.Millisecond), 200, nil},
		{"cut", Cut(10), 200, io.ErrUnexpectedEOF},
		{"short", WrongLength(100, "ít"), 200, io.ErrUnexpectedEOF},
		{"long", WrongLength(1, "nhiều"), 200, nil},
		{"loop", Loop(), 302, nil},
		{"flood", HeaderFlood(100_000), 200, nil},
	}
	for _, tt := range tests {
		h.Fault("/a", tt.fault)
		resp, err := client(w.Door()).Get("http://tin.test/a")
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		_, err = io.ReadAll(resp.Body)
		resp.Body.Close()
		if resp.StatusCode != tt.status || !errors.Is(err, tt.body) {
			t.Errorf("%s: %s, body %v, want %d, %v", tt.name, resp.Status, err, tt.status, tt.body)
		}
	}

	h.Fault("/a", Reset())
	if resp, err := client(w.Door()).Get("http://tin.test/a"); err == nil {
		t.Errorf("a connection that is ended answers %s", resp.Status)
	}
	h.Fault("/a", Times(2, Status(500)))
	for i, want := range []int{500, 500, 200, 200} {
		if resp, _ := get(t, client(w.Door()), "http://tin.test/a"); resp.StatusCode != want {
			t.Errorf("request %d: %s, want %d", i, resp.Status, want)
		}
	}
	h.Fault("/a", nil)
	h.Fault("", Status(http.StatusServiceUnavailable))
	if resp, _ := get(t, client(w.Door()), "http://tin.test/none"); resp.StatusCode != 503 {
		t.Errorf("a host that is down answers %s", resp.Status)
	}
}

// The bomb is small on the wire; what hangs ends when the web does.
func TestBombAndHang(t *testing.T) {
	w := open(t)
	h := w.Host("tin.test")
	h.Fault("/bomb", Bomb(10<<20))
	resp, body := get(t, client(w.Door()), "http://tin.test/bomb", "Accept-Encoding", "gzip")
	if resp.Header.Get("Content-Encoding") != "gzip" || len(body) > 100_000 {
		t.Errorf("the bomb weighs %d bytes, %v", len(body), resp.Header)
	}
	h.Fault("/hang", Hang())
	failed := make(chan error)
	go func() {
		_, err := client(w.Door()).Get("http://tin.test/hang")
		failed <- err
	}()
	for len(w.Hits()) < 2 {
		time.Sleep(time.Millisecond)
	}
	w.Close()
	if err := <-failed; err == nil {
		t.Error("a page that hangs was answered")
	}
}

func TestCalendar(t *testing.T) {
	w := open(t)
	w.Host("tin.test").Calendar("/lich")
	c := client(w.Door())
	seen := map[string]bool{}
	next := "/lich"
	for range 30 {
		_, body := get(t, c, "http://tin.test"+next)
		next = ""
		for part := range strings.SplitSeq(body, `href="`) {
			link, _, _ := strings.Cut(part, `"`)
			if strings.HasPrefix(link, "/lich?") && !seen[link] {
				next = link
			}
		}
		seen[next] = true
	}
	if len(seen) < 30 || seen[""] {
		t.Errorf("the calendar ends after %d days", len(seen))
	}
}
