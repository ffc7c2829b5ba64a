package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"vnlex/pipeline/page/child"
	"vnlex/pipeline/page/fault"
	"vnlex/testdata"
)

// file makes a PDF of objects, the first being its catalogue.
func file(objects ...string) []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, start)
	return b.Bytes()
}

func stream(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data)
}

// written makes a file with n pages that all show the same.
func written(n int, show string) []byte {
	picture := "null"
	if strings.Contains(show, draw) {
		picture = stream("/Type/XObject/Subtype /Image/Width 1/Height 1"+
			"/ColorSpace/DeviceGray/BitsPerComponent 8", "\x00")
	}
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", picture, stream("", show)}
	var kids strings.Builder
	for range n {
		objects = append(objects, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"+
			"/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>/Contents 5 0 R>>")
		fmt.Fprintf(&kids, "%d 0 R ", len(objects))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), n)
	return file(objects...)
}

func words(s string) string { return "BT /F 9 Tf 72 700 Td (" + s + ") Tj ET" }

const draw = "q 600 0 0 800 0 0 cm /I Do Q"

func TestText(t *testing.T) {
	testdata.Program(t, Program)
	text, err := Text(t.Context(), written(3, words("So: 12/QD-TTg")))
	if want := "So: 12/QD-TTg\n\nSo: 12/QD-TTg\n\nSo: 12/QD-TTg\n"; err != nil || text != want {
		t.Errorf("Text = %q, %v, want %q", text, err, want)
	}
}

// TestLetterhead reads a decision as provinces print them: two columns above, a symbol
// broken at the end of a line, a table, two columns below.
func TestLetterhead(t *testing.T) {
	testdata.Program(t, Program)
	text, err := Text(t.Context(), open(t, "letterhead.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"ỦY BAN NHÂN DÂN\nTỈNH LÂM SƠN\n", "\nSố: 2417/QĐ-UBND\nCỘNG HÒA XÃ HỘI",
		"\nLâm Sơn, ngày 19 tháng 7 năm 2024\nQUYẾT ĐỊNH\n", "1045/TTr-\nSNNMT ngày",
		"\nĐiều 1. ", "\na) Sở Tài chính;\n", "\n- Lưu: VT, KGVX.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text has no %q:\n%s", want, text)
		}
	}
}

func open(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestJoined(t *testing.T) {
	for in, want := range map[string]string{
		"76/2009/NĐ-CP\n, Nghị định\n14/2012/NĐ-CP\n;\nb": "76/2009/NĐ-CP, Nghị định\n14/2012/NĐ-CP;\nb",
		"a\n.":        "a\n.",
		"a\n.....\nb": "a\n.....\nb",
		"a\n\nb\n":    "a\n\nb\n",
		"a\n(b)":      "a\n(b)",
	} {
		if got := joined(in); got != want {
			t.Errorf("joined(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestRefused(t *testing.T) {
	testdata.Program(t, Program)
	whole := open(t, "letterhead.pdf")
	stamped := words("Digitally signed by the office")
	for _, tt := range []struct {
		name, want string
		raw        []byte
	}{
		{"cut off", "bad_pdf", whole[:len(whole)/2]},
		{"only a beginning", "bad_pdf", []byte("%PDF-1.7\n")},
		{"no pages", "bad_pdf", file("<</Type/Catalog/Pages 2 0 R>>",
			"<</Type/Pages/Kids[]/Count 0>>")},
		{"pages that hold themselves", "bad_pdf", file("<</Type/Catalog/Pages 2 0 R>>",
			"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>")},
		{"a password", "encrypted", open(t, "encrypted.pdf")},
		{"more pages than may be", "too_large", written(mostPages+1, words("Trang"))},
		{"pictures", "scanned", written(4, draw)},
		{"pictures with a stamp", "scanned", written(4, draw+" "+stamped)},

		{"text", "", written(4, words("Quyet dinh nay co hieu luc thi hanh ke tu ngay ky ban "+
			"hanh"))},
		{"text with a picture", "",
			written(2, draw+" "+words("Quyet dinh nay co hieu luc thi hanh ke tu ngay ky ban "+
				"hanh"))},
	} {
		_, err := Text(t.Context(), tt.raw)
		if got := code(err); got != tt.want {
			t.Errorf("%s: %v, want code %q", tt.name, err, tt.want)
		}
	}
}

func code(err error) string {
	var e *fault.Error
	if !errors.As(err, &e) {
		return ""
	}
	return e.Code
}

func TestLimits(t *testing.T) {
	testdata.Program(t, Program)
	raw := written(400, words("Quyet dinh nay co hieu luc thi hanh ke tu ngay ky ban hanh"))
	for _, tt := range []struct {
		name, want string
		change     func(*child.Limits)
	}{
		{"time", "timeout", func(l *child.Limits) { l.Time = time.Nanosecond }},
		{"output", "too_large", func(l *child.Limits) { l.Output = 100 }},

		{"all", "", func(*child.Limits) {}},
	} {
		lim := limits
		tt.change(&lim)
		if _, err := read(t.Context(), raw, lim); code(err) != tt.want {
			t.Errorf("little %s: %v, want code %q", tt.name, err, tt.want)
		}
	}
}

func TestNoProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Text(t.Context(), written(1, words("Trang")))
	if code(err) != "no_pdftotext" || !strings.Contains(err.Error(), "poppler-utils") {
		t.Errorf("without the program: %v, want what to install", err)
	}
}

// TestMany reads many at once, broken ones among them: each gets its own answer.
func TestMany(t *testing.T) {
	testdata.Program(t, Program)
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			symbol := fmt.Sprintf("So: %d/QD-TTg", i)
			raw, want := written(1, words(symbol)), symbol+"\n"
			if i%4 == 3 {
				raw, want = raw[:20], ""
			}
			text, err := Text(t.Context(), raw)
			if text != want || (err != nil) != (want == "") {
				t.Errorf("file %d: %q, %v, want %q", i, text, err, want)
			}
		})
	}
	all.Wait()
}

func TestInterrupted(t *testing.T) {
	testdata.Program(t, Program)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Text(ctx, written(1, words("Trang"))); err == nil {
		t.Error("an interrupted reading gave no error")
	}
}

func BenchmarkText(b *testing.B) {
	testdata.Program(b, Program)
	raw := written(100, words("Quyet dinh nay co hieu luc thi hanh ke tu ngay ky ban hanh"))
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := Text(b.Context(), raw); err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(100*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
