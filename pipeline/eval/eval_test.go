package eval

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"vnlex/pipeline"
)

// many is a gold of pages and sentences of our own, of two formats in one file.
func many(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	for i := range 40 {
		id := fmt.Sprintf("P%02d", i)
		write(t, dir, "texts/"+id+".txt", fmt.Sprintf(
			"Tin kinh tế\n\nThông tư số %d/2023/TT-BCT hướng dẫn Nghị định số 312/2023/NĐ-CP.\n", i+1))
		fmt.Fprintf(&b, `{"id":%q,"page":{"kind":"news"},"documents":[{"key":%q},{"key":"vn:thong-tu:bct:2023:%d"}],"relations":[]}`+"\n",
			id, decree, i+1)
		fmt.Fprintf(&b, `{"id":%d,"text":"Luật số %d/2022/QH15","entities":[{"start":0,"end":4,"label":"L"}]}`+"\n", i, i+1)
	}
	return write(t, dir, "gold.jsonl", b.String())
}

// One worker or many: the same decisions in the same order, and the same figures.
func TestRunIsDeterministic(t *testing.T) {
	gold := many(t)
	run := func(jobs int) (*Report, []Decision) {
		var all []Decision
		r, err := Run(t.Context(), []string{gold}, Options{Jobs: jobs,
			Each: func(d Decision) error {
				all = append(all, d)
				return nil
			}})
		if err != nil {
			t.Fatal(err)
		}
		return r, all
	}
	report, decisions := run(1)
	s := report.Sets[0]
	documents, spans := s.measure(mDocument, "").Right, s.measure(mSpan, "").Right
	if s.Pages != 80 || s.Read != 80 || documents != 80 || spans != 40 {
		t.Errorf("Run = %d pages, %d read, measures %+v", s.Pages, s.Read, s.Measures)
	}
	for range 5 {
		again, order := run(7)
		diff := cmp.Diff(report, again, cmpopts.IgnoreUnexported(Set{}, Bin{}))
		if diff += cmp.Diff(decisions, order); diff != "" {
			t.Fatalf("seven workers (-one +seven):\n%s", diff)
		}
	}
}

// A page that is no text is told, and all of it is missed.
func TestUnreadPage(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "texts/A.txt", "Nghị định 312/2023/NĐ-CP\x00")
	gold := write(t, dir, "gold.jsonl",
		`{"id":"A","documents":[{"key":"`+decree+`"}],"relations":[]}`)
	var unread []string
	report, err := Run(t.Context(), []string{gold},
		Options{Unread: func(e *pipeline.PageError) { unread = append(unread, e.Code) }})
	if err != nil {
		t.Fatal(err)
	}
	got := report.Sets[0]
	missed := got.measure(mDocument, "").Missed
	if report.Unread() != 1 || strings.Join(unread, " ") != "binary" || missed != 1 {
		t.Errorf("Run = %+v with %q unread, want one page, binary, and its document missed",
			got, unread)
	}
}

// A text that several lines name is read once.
func TestReadAgain(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", "Thông tư số 171/2023/TT-BCT hướng dẫn Nghị định số 312/2023/NĐ-CP.\n")
	r := newReader(Options{}.withDefaults())
	v := value{path: dir + "/gold.jsonl"}
	first, err := r.again(t.Context(), newSheet("", ""), v, dir+"/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i := range keep - 1 {
		other := write(t, dir, fmt.Sprintf("%d.txt", i), "văn bản")
		if _, err := r.again(t.Context(), newSheet("", ""), v, other); err != nil {
			t.Fatal(err)
		}
	}
	if second, _ := r.again(t.Context(), newSheet("", ""), v, dir+"/a.txt"); second != first {
		t.Errorf("a text was read again")
	}
	if len(r.kept) != keep {
		t.Errorf("%d readings are kept, want %d", len(r.kept), keep)
	}
}

func numbered(n int, fail error) iter.Seq2[task, error] {
	return func(yield func(task, error) bool) {
		for i := range n {
			if !yield(task{page: fmt.Sprint(i)}, nil) {
				return
			}
		}
		if fail != nil {
			yield(task{}, fail)
		}
	}
}

func TestInOrder(t *testing.T) {
	broken := errors.New("broken")
	for _, tt := range []struct {
		name  string
		tasks iter.Seq2[task, error]
		bad   string // the page whose task fails
		stop  string // the page that cannot be taken
		want  int    // sheets taken
		err   error
	}{
		{"all", numbered(100, nil), "", "", 100, nil},
		{"none", numbered(0, nil), "", "", 0, nil},
		{"gold breaks off", numbered(50, broken), "", "", 50, broken},
		{"a page breaks off", numbered(100, nil), "30", "", 30, broken},
		{"who takes them has enough", numbered(100, nil), "", "20", 20, broken},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := 0
			err := inOrder(t.Context(), 3, tt.tasks, func(_ context.Context, x task) (*sheet,
				error) {
				if x.page == tt.bad {
					return nil, broken
				}
				return newSheet("", x.page), nil
			}, func(s *sheet) error {
				if s.page == tt.stop {
					return broken
				}
				if s.page != fmt.Sprint(got) {
					t.Errorf("page %s is taken as number %d", s.page, got)
				}
				got++
				return nil
			})
			if got != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("inOrder took %d sheets and gave %v, want %d and %v", got, err,
					tt.want, tt.err)
			}
		})
	}
}

func TestInOrderStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var done atomic.Int64
	err := inOrder(ctx, 2, numbered(1e6, nil), func(_ context.Context, x task) (*sheet, error) {
		if done.Add(1) == 10 {
			cancel()
		}
		return newSheet("", x.page), nil
	}, func(*sheet) error { return nil })
	if !errors.Is(err, context.Canceled) || done.Load() > 100 {
		t.Errorf("inOrder = %v after %d tasks, want that it stops", err, done.Load())
	}
}
