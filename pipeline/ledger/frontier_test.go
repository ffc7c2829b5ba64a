package ledger

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"vnlex/pipeline/likeness"
	"vnlex/pipeline/resolve"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func link(url string) Link {
	return Link{URL: url, Host: "example.vn", Site: "example", Kind: "page", Depth: 1,
		Source: "https://example.vn/", Due: noon}
}

// batch runs f in a transaction that must not fail.
func batch(t *testing.T, l *Ledger, f func(ctx context.Context, b *Batch) error) {
	t.Helper()
	if err := l.Batch(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func find(t *testing.T, l *Ledger, bounds Bounds, links ...Link) (f Found) {
	t.Helper()
	batch(t, l, func(ctx context.Context, b *Batch) (err error) {
		f, err = b.Find(ctx, links, bounds)
		return err
	})
	return f
}

func due(t *testing.T, l *Ledger, now time.Time) []Entry {
	t.Helper()
	all, err := l.Due(t.Context(), resolve.HashURL("example.vn"),
		Look{Now: now, Run: 1, Some: 100})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What is found again is there once, and stays as it is.
func TestFind(t *testing.T) {
	l := newLedger(t)
	a, b := link("https://example.vn/a"), link("https://example.vn/b")
	if f := find(t, l, Bounds{}, a, b, a); f.New != 2 {
		t.Errorf("Find() = %+v, want two new", f)
	}
	later := a
	later.Due, later.Depth = noon.Add(time.Hour), 7
	if f := find(t, l, Bounds{}, later); f.New != 0 {
		t.Errorf("Find() = %+v, want nothing new", f)
	}
	all := due(t, l, noon)
	if len(all) != 2 || all[0].URL != a.URL || all[0].Depth != 1 || !all[0].Due.Equal(noon) {
		t.Errorf("Due() = %+v, want both as they were", all)
	}
	if len(due(t, l, noon.Add(-time.Second))) != 0 {
		t.Error("due before its time")
	}
}

func TestFindBounds(t *testing.T) {
	l := newLedger(t)
	var links []Link
	for i := range 10 {
		links = append(links, link(fmt.Sprintf("https://example.vn/lich?ngay=%d", i)))
	}
	if f := find(t, l, Bounds{Family: 4}, links...); f.New != 4 || f.Family != 6 {
		t.Errorf("Find() = %+v, want four", f)
	}
	if f := find(t, l, Bounds{Family: 4}, links[:4]...); f.Family != 0 {
		t.Errorf("Find() = %+v, want known ones to be no more", f)
	}
	if f := find(t, l, Bounds{Host: 4}, link("https://example.vn/x")); f.Host != 1 || f.New != 0 {
		t.Errorf("Find() = %+v, want none: the host is full", f)
	}
	start := link("https://example.vn/")
	start.Start = true
	if f := find(t, l, Bounds{Host: 4}, start); f.New != 1 {
		t.Errorf("Find() = %+v, want a start all the same", f)
	}
}

// A list that dates a page later than the last visit makes it due.
func TestFindModified(t *testing.T) {
	l := newLedger(t)
	k := link("https://example.vn/a")
	find(t, l, Bounds{}, k)
	batch(t, l, func(ctx context.Context, b *Batch) error {
		return b.Answer(ctx, resolve.HashURL(k.URL), Answer{State: "done", Visited: noon,
			Due: noon.Add(48 * time.Hour)})
	})
	k.Due, k.Modified = noon.Add(time.Hour), noon.Add(-time.Hour)
	find(t, l, Bounds{}, k)
	if n := len(due(t, l, noon.Add(time.Hour))); n != 0 {
		t.Errorf("%d due, want none: the visit was later", n)
	}
	k.Modified = noon.Add(time.Minute)
	find(t, l, Bounds{}, k)
	if n := len(due(t, l, noon.Add(time.Hour))); n != 1 {
		t.Errorf("%d due, want the page", n)
	}
	batch(t, l, func(ctx context.Context, b *Batch) error {
		return b.Answer(ctx, resolve.HashURL(k.URL), Answer{State: "done", Visited: noon,
			Every: 48 * time.Hour, Due: noon.Add(48 * time.Hour)})
	})
	find(t, l, Bounds{}, k)
	if n := len(due(t, l, noon.Add(time.Hour))); n != 0 {
		t.Errorf("%d due, want none so soon after a visit", n)
	}
}

// Of two workers one has a host; what the other writes late is refused.
func TestLease(t *testing.T) {
	l := newLedger(t)
	find(t, l, Bounds{}, link("https://example.vn/a"))
	host := resolve.HashURL("example.vn")
	take := func(now time.Time, alone bool) (lease Lease, ok bool) {
		batch(t, l, func(ctx context.Context, b *Batch) (err error) {
			term := Term{Now: now, Until: now.Add(10 * time.Minute), Alone: alone}
			lease, ok, err = b.Lease(ctx, host, term, now.Add(1000*time.Hour))
			return err
		})
		return lease, ok
	}
	first, ok := take(noon, false)
	if !ok || first.Left {
		t.Fatalf("Lease() = %+v, %v; want the host", first, ok)
	}
	if _, ok := take(noon.Add(time.Minute), false); ok {
		t.Error("two workers have the host")
	}
	second, ok := take(noon.Add(time.Hour), false)
	if !ok || second.Epoch <= first.Epoch || !second.Left {
		t.Fatalf("Lease() = %+v, %v; want the host when the lease has run out", second, ok)
	}
	held := func(k Lease) error {
		return l.Batch(t.Context(), func(ctx context.Context, b *Batch) error {
			if err := b.Held(ctx, k); err != nil {
				return err
			}
			return b.Hold(ctx, k, noon, noon.Add(time.Second), noon.Add(time.Hour))
		})
	}
	if err := held(first); !errors.Is(err, ErrLease) {
		t.Errorf("the first worker: error %v, want ErrLease", err)
	}
	if err := held(second); err != nil {
		t.Errorf("the second worker: %v", err)
	}
	if third, ok := take(noon, true); !ok || !third.NotBefore.Equal(noon.Add(time.Second)) {
		t.Errorf("Lease(alone) = %+v, %v; want the host with its clock", third, ok)
	}
	if _, ok := take(noon.Add(-1000*time.Hour), false); !ok {
		t.Error("a lease of a clock that was wrong keeps the host for ever")
	}
}

// A visit that a wrong clock put off for years is due now.
func TestUntimely(t *testing.T) {
	l := newLedger(t)
	k := link("https://example.vn/a")
	k.Due = noon.Add(10_000 * time.Hour)
	find(t, l, Bounds{}, k)
	leaseOf(t, l, resolve.HashURL("example.vn"), noon)
	if n := len(due(t, l, noon)); n != 1 {
		t.Errorf("%d due, want the page", n)
	}
}

// The history of a page is kept by digest; a page that is gone has no body, and its
// history stays.
func TestHistory(t *testing.T) {
	l := newLedger(t)
	p := testPage("https://example.vn/a", "một")
	find(t, l, Bounds{}, link(p.URL))
	come := func(p *Page, c Coming) {
		batch(t, l, func(ctx context.Context, b *Batch) error {
			if p != nil {
				if _, _, err := b.Take(ctx, p, c); err != nil {
					return err
				}
			}
			return b.Visit(ctx, resolve.HashURL("https://example.vn/a"), c)
		})
	}
	come(p, Coming{Run: 1, At: noon, Status: 200, Header: "A: b\r\n", SHA256: p.SHA256})
	come(nil, Coming{Run: 2, At: noon.Add(time.Hour), Status: 304, SHA256: p.SHA256,
		Unchanged: "not-modified"})
	r, err := OpenReader(t.Context(), l.path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	visits, err := r.Visits(t.Context(), "")
	if err != nil || len(visits) != 2 || visits[0].Raw == nil || visits[0].Header != "A: b\r\n" ||
		visits[1].Raw != nil || visits[1].Unchanged != "not-modified" {
		t.Fatalf("Visits() = %+v, %v", visits, err)
	}
	batch(t, l, func(ctx context.Context, b *Batch) error {
		m, err := b.Remove(ctx, p.URL, "http_404", "gone")
		if m.DocumentsLost != 1 {
			t.Errorf("Remove() = %+v, want one document lost", m)
		}
		return err
	})
	if h, err := r.Visits(t.Context(), ""); err != nil || len(h) != 2 || h[0].Raw != nil {
		t.Errorf("Visits() = %+v, %v; want both looks, and no body", h, err)
	}
	if _, err := l.Kept(t.Context(), p.URL); !errors.Is(err, ErrGone) {
		t.Errorf("Kept: error %v, want ErrGone", err)
	}
}

// Pages that are alike lead to the first of them by url, in whatever order they come and
// go.
func TestLike(t *testing.T) {
	l := newLedger(t)
	urls := []string{"https://example.vn/c", "https://example.vn/a", "https://example.vn/b"}
	text := ""
	for i := range 200 {
		text += fmt.Sprintf("chữ%d việc%d ", i, i*i)
	}
	like := func(url, text string) {
		batch(t, l, func(ctx context.Context, b *Batch) error {
			_, err := b.Like(ctx, url, likeness.Of(text))
			return err
		})
	}
	for _, u := range urls {
		find(t, l, Bounds{}, link(u))
		like(u, text)
	}
	want := func(url, target string) {
		t.Helper()
		if s, err := l.Find(t.Context(), url); err != nil || s.Target != target {
			t.Errorf("%s leads to %q, %v; want %q", url, s.Target, err, target)
		}
	}
	want(urls[0], urls[1])
	want(urls[2], urls[1])
	want(urls[1], "")
	like(urls[1], "khác")
	want(urls[0], urls[2])
	want(urls[2], "")
}
