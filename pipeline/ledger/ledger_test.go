package ledger

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"vnlex/extractors/reading"
	"vnlex/graph"
	"vnlex/graph/sqlite"
	"vnlex/pipeline/resolve"
)

var testGraph = Graph{Migrate: sqlite.Migrate, Apply: sqlite.Apply}

func openLedger(t *testing.T, path string) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), path, Options{Graph: testGraph, Wait: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func newLedger(t *testing.T) *Ledger {
	t.Helper()
	return openLedger(t, filepath.Join(t.TempDir(), "vnlex.db"))
}

// testPage is a page that names one document.
func testPage(url, text string) *Page {
	r := &reading.Reading{Documents: []reading.Document{{Key: "vn:quyet-dinh:ttg:2022:726",
		Issued: "2022-06-16"}}}
	return &Page{URL: url, Media: "text/plain", SHA256: []byte(text), Raw: Pack([]byte(text)),
		Claims: resolve.Claims(url, text, r)}
}

func put(t *testing.T, l *Ledger, p *Page) bool {
	t.Helper()
	var isNew bool
	if err := l.Batch(t.Context(), func(ctx context.Context, b *Batch) (err error) {
		isNew, err = b.Put(ctx, p)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return isNew
}

func TestPut(t *testing.T) {
	l := newLedger(t)
	first, second := testPage("a.txt", "một"), testPage("a.txt", "hai")
	steps := []struct {
		name string
		page *Page
		want bool
	}{
		{"new", first, true},
		{"same bytes", first, false},
		{"other bytes", second, true},
		{"back", first, true},
	}
	for _, s := range steps {
		if got := put(t, l, s.page); got != s.want {
			t.Errorf("%s: Put() = %v, want %v", s.name, got, s.want)
		}
	}
}

// What the source stamped earlier does not take the place of what it stamped later.
func TestPutStamped(t *testing.T) {
	l := newLedger(t)
	late, early := testPage("a.txt", "mới"), testPage("a.txt", "cũ")
	late.Stamped, early.Stamped = time.UnixMilli(2000), time.UnixMilli(1000)
	if !put(t, l, late) || put(t, l, early) {
		t.Error("the earlier one took the place of the later")
	}
}

func TestKnown(t *testing.T) {
	l := newLedger(t)
	p := testPage("a.txt", "một")
	put(t, l, p)
	k, err := l.Known(t.Context(), "a.txt")
	if err != nil || !k.Same(p.SHA256, p.Media, time.Time{}) || k.Forgotten {
		t.Errorf("Known(a.txt) = %+v, %v; want the same, not forgotten", k, err)
	}
	if k, err = l.Known(t.Context(), "b.txt"); err != nil ||
		k.Same(p.SHA256, p.Media, time.Time{}) {
		t.Errorf("Known(b.txt) = %+v, %v; want nothing", k, err)
	}
	raw, err := l.Kept(t.Context(), "a.txt")
	if err != nil || string(raw) != "một" {
		t.Errorf("Kept(a.txt) = %q, %v", raw, err)
	}
	if _, err := l.Kept(t.Context(), "b.txt"); !errors.Is(err, ErrGone) {
		t.Errorf("Kept(b.txt): error %v, want ErrGone", err)
	}
}

// A transaction that fails leaves no trace, and marks stay until their units are resolved.
func TestFailedCommitLeavesNothing(t *testing.T) {
	l := newLedger(t)
	broken := errors.New("graph is broken")
	l.opt.Graph.Apply = func(context.Context, *sql.Tx, graph.Delta) error { return broken }
	put(t, l, testPage("a.txt", "một"))
	before, err := l.Unsettled(t.Context())
	if err != nil || before == 0 {
		t.Fatalf("Unsettled() = %d, %v", before, err)
	}
	if _, err := l.Settle(t.Context(), 1, func(int) {}); !errors.Is(err, broken) {
		t.Errorf("Settle: error %v, want %v", err, broken)
	}
	if after, _ := l.Unsettled(t.Context()); after != before {
		t.Errorf("%d marks after the failure, want %d", after, before)
	}
	l.opt.Graph.Apply = sqlite.Apply
	if _, err := l.Settle(t.Context(), 1, func(int) {}); err != nil {
		t.Errorf("Settle: %v", err)
	}
	if n, _ := l.Unsettled(t.Context()); n != 0 {
		t.Errorf("%d marks left", n)
	}
}

// A stopped Settle ends between two commits; what is left is settled later.
func TestSettleStops(t *testing.T) {
	l := newLedger(t)
	put(t, l, testPage("a.txt", "một"))
	ctx, cancel := context.WithCancel(t.Context())
	_, err := l.Settle(ctx, 1, func(int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Settle: error %v, want canceled", err)
	}
	if n, _ := l.Unsettled(t.Context()); n == 0 {
		t.Error("no marks left, want those of later stages")
	}
}

func TestMigrate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vnlex.db")
	l := openLedger(t, path)
	put(t, l, testPage("a.txt", "một"))
	l.Close()
	saved := versions
	defer func() { versions = saved }()
	versions = append(slices.Clone(versions), "create table later (x integer);")
	r, err := OpenReader(t.Context(), path)
	wantCode(t, "OpenReader", err, Older)
	if r != nil {
		t.Error("OpenReader gave a reader")
	}
	l = openLedger(t, path)
	if k, err := l.Known(t.Context(), "a.txt"); err != nil || len(k.sum) == 0 {
		t.Errorf("Known after migration = %+v, %v", k, err)
	}
	l.Close()
	versions = saved
	_, err = Open(t.Context(), path, Options{Graph: testGraph})
	wantCode(t, "Open", err, Newer)
	if r, err := OpenReader(t.Context(), path+".v2"); err != nil {
		t.Errorf("the copy put aside: %v", err)
	} else {
		r.Close()
	}
}

func wantCode(t *testing.T, what string, err error, want Code) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Code != want {
		t.Errorf("%s: error %v, want code %s", what, err, want)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	text, foreign := filepath.Join(dir, "text.db"), filepath.Join(dir, "foreign.db")
	if err := os.WriteFile(text, []byte("không phải cơ sở dữ liệu, chỉ là chữ thôi mà"),
		0o666); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("create table theirs (x)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	tests := []struct {
		path string
		want Code
	}{
		{text, Damaged},
		{foreign, Foreign},
		{filepath.Join(dir, "no", "such", "folder.db"), Unusable},
		{dir, Unusable},
	}
	for _, tt := range tests {
		_, err := Open(t.Context(), tt.path, Options{Graph: testGraph,
			Wait: 10 * time.Millisecond})
		wantCode(t, "Open("+tt.path+")", err, tt.want)
	}
	_, err = OpenReader(t.Context(), filepath.Join(dir, "none.db"))
	wantCode(t, "OpenReader", err, Missing)
	if b, _ := os.ReadFile(text); string(b) != "không phải cơ sở dữ liệu, chỉ là chữ thôi mà" {
		t.Error("the refused file was changed")
	}
}

// A second writer waits, then names the process that writes.
func TestSecondWriter(t *testing.T) {
	l := newLedger(t)
	_, err := Open(t.Context(), l.path, Options{Graph: testGraph, Wait: 60 * time.Millisecond})
	wantCode(t, "Open", err, Locked)
	var e *Error
	if errors.As(err, &e) && e.Holder != os.Getpid() {
		t.Errorf("holder is %d, want %d", e.Holder, os.Getpid())
	}
	l.Close()
	again, err := Open(t.Context(), l.path, Options{Graph: testGraph, Wait: time.Second})
	if err != nil {
		t.Fatalf("Open after Close: %v", err)
	}
	again.Close()
}

// Another program that holds the database keeps no reader and no page from being found.
func TestLockedByOther(t *testing.T) {
	l := newLedger(t)
	other, err := sql.Open("sqlite", l.path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Begin(t.Context(), "ingest")
	wantCode(t, "Begin", err, Locked)
	r, err := OpenReader(t.Context(), l.path)
	if err != nil {
		t.Fatalf("OpenReader: %v", err)
	}
	r.Close()
	tx.Rollback()
	if _, err := l.Begin(t.Context(), "ingest"); err != nil {
		t.Errorf("Begin afterwards: %v", err)
	}
}

// A disk without room stops a run, and nothing that was there is lost.
func TestFullDisk(t *testing.T) {
	l := newLedger(t)
	put(t, l, testPage("a.txt", "một"))
	if _, err := l.Settle(t.Context(), 1, func(int) {}); err != nil {
		t.Fatal(err)
	}
	var pages int
	if err := l.db.QueryRow("pragma page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := l.db.Exec("pragma max_page_count = 1"); err != nil { // no more than there are
		t.Fatal(err)
	}
	big := testPage("b.txt", "hai")
	big.Raw = make([]byte, 1<<20)
	err := l.Batch(t.Context(), func(ctx context.Context, b *Batch) error {
		_, err := b.Put(ctx, big)
		return err
	})
	wantCode(t, "Batch", err, Full)
	if _, err := l.db.Exec("pragma max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if raw, err := l.Kept(t.Context(), "a.txt"); err != nil || string(raw) != "một" {
		t.Errorf("Kept(a.txt) = %q, %v", raw, err)
	}
	if !put(t, l, big) {
		t.Error("the page does not go in when there is room again")
	}
}

// A damaged file is told from a sound one, and never crashes a reader.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vnlex.db")
	l := openLedger(t, path)
	for i := range 200 {
		put(t, l, testPage(string(rune('a'+i%26))+string(rune('a'+i/26)), "một"))
	}
	l.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096 * 2; i < len(data); i += 3 {
		data[i] ^= 0x5a
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	r, err := OpenReader(t.Context(), path)
	if err != nil {
		wantCode(t, "OpenReader", err, Damaged)
		return
	}
	defer r.Close()
	h, err := r.Health(t.Context())
	if err == nil && len(h.Integrity) == 0 {
		t.Errorf("Health() = %+v, want it damaged", h)
	}
}
