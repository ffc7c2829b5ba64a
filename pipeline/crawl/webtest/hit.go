package webtest

import (
	"cmp"
	"net/http"
	"slices"
	"time"
)

// A Hit is one request and what it was answered with.
type Hit struct {
	Host        string
	URL         string // as asked, with scheme and host
	Agent       string // its User-Agent
	Conditional bool   // it asked for a page only if it had changed
	At, Done    time.Time
	Status      int
	Bytes       int64 // of the body; 0: no body was sent
}

// begin notes a request and returns its place in the list.
func (w *Web) begin(host string, r *http.Request, at time.Time) int {
	conditional := r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since") != ""
	h := Hit{Host: host, URL: schemeOf(r) + "://" + host + r.URL.RequestURI(),
		Agent: r.UserAgent(), Conditional: conditional, At: at}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hits = append(w.hits, h)
	return len(w.hits) - 1
}

func (w *Web) end(i int, m *meter) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if i < len(w.hits) { // else the counters were reset meanwhile
		w.hits[i].Done, w.hits[i].Status, w.hits[i].Bytes = w.now(), m.status, m.bytes
	}
}

func schemeOf(r *http.Request) string {
	if r.TLS != nil {
		return "https"
	}
	return "http"
}

// Hits are all requests since the last Reset, in the order in which they came.
func (w *Web) Hits() []Hit {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.hits)
}

// Reset forgets the requests so far. Call it while none is under way.
func (w *Web) Reset() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hits = nil
}

// Count is how often a URL was asked for.
func (w *Web) Count(url string) (n int) {
	for _, h := range w.Hits() {
		if h.URL == url {
			n++
		}
	}
	return n
}

// Bodies is how many answers with status 200 carried a body.
func (w *Web) Bodies() (n int) {
	for _, h := range w.Hits() {
		if h.Status == http.StatusOK && h.Bytes > 0 {
			n++
		}
	}
	return n
}

// Gap is the smallest time between two requests of a host, counted from start to
// start; false if it had less than two.
func (w *Web) Gap(host string) (time.Duration, bool) {
	var starts []time.Time
	for _, h := range w.Hits() {
		if h.Host == host {
			starts = append(starts, h.At)
		}
	}
	if len(starts) < 2 {
		return 0, false
	}
	slices.SortFunc(starts, time.Time.Compare)
	least := starts[1].Sub(starts[0])
	for i := 2; i < len(starts); i++ {
		least = min(least, starts[i].Sub(starts[i-1]))
	}
	return least, true
}

// AtOnce is the greatest number of requests of a host that were under way together.
func (w *Web) AtOnce(host string) (most int) {
	type step struct {
		at time.Time
		by int
	}
	var steps []step
	for _, h := range w.Hits() {
		if h.Host == host && !h.Done.IsZero() {
			steps = append(steps, step{h.At, 1}, step{h.Done, -1})
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Or(a.at.Compare(b.at), a.by-b.by) })
	n := 0
	for _, s := range steps {
		n += s.by
		most = max(most, n)
	}
	return most
}

// A meter measures an answer.
type meter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (m *meter) WriteHeader(status int) {
	if m.status == 0 {
		m.status = status
	}
	m.ResponseWriter.WriteHeader(status)
}

func (m *meter) Write(p []byte) (int, error) {
	if m.status == 0 {
		m.status = http.StatusOK
	}
	n, err := m.ResponseWriter.Write(p)
	m.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (m *meter) Unwrap() http.ResponseWriter { return m.ResponseWriter }
