// Package pdf reads the text of PDF files by pdftotext, a program of Poppler.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
	"unicode"

	"vnlex/pipeline/page/child"
	"vnlex/pipeline/page/fault"
)

// Program is what reads the text.
const Program = "pdftotext"

// Install says how to get it.
const Install = "install Poppler (Debian, Ubuntu: apt install poppler-utils; " +
	"Fedora: dnf install poppler-utils; macOS: brew install poppler)"

// limits bind one file. The largest gazettes have about 400 pages and 2 MB of text, and
// take a second.
var limits = child.Limits{Time: time.Minute, Memory: 2 << 30, Output: 64 << 20}

// mostPages is how many pages a file may have.
const mostPages = 5000

// slots are how many files are read at once: more would only wait for each other.
var slots = make(chan struct{}, runtime.GOMAXPROCS(0))

// Text returns the text of a file, page after page, lines as they were set: in the order
// in which the file draws them, which keeps the two columns of a letterhead apart and
// the hyphen of a symbol that was broken at a line's end. (Of 130,000 words of official
// texts 46 came out wrong so; in the order that pdftotext finds 61, among them twenty
// symbols that had lost their hyphen.) Errors are *fault.Error.
func Text(ctx context.Context, raw []byte) (string, error) {
	return read(ctx, raw, limits)
}

func read(ctx context.Context, raw []byte, lim child.Limits) (string, error) {
	slots <- struct{}{}
	defer func() { <-slots }()
	res, err := child.Run(ctx, lim, raw, Program, "-raw", "-enc", "UTF-8", "-eol", "unix",
		"-l", strconv.Itoa(mostPages+1), "-", "-")
	if err != nil {
		return "", broken(err, lim)
	}
	if res.Status != 0 {
		return "", refused(res)
	}
	text := string(bytes.ToValidUTF8(res.Out, []byte("\ufffd")))
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	switch {
	case len(pages) > mostPages:
		return "", &fault.Error{Code: "too_large", Detail: fmt.Sprintf(
			"it has more than %d pages", mostPages)}
	case isScanned(pages, raw):
		return "", &fault.Error{Code: "scanned", Detail: fmt.Sprintf(
			"its pages (%d) are pictures without text: it needs OCR", len(pages))}
	}
	return joined(strings.Join(pages, "\n")), nil
}

// joined puts a sign that stands before no word at the end of the line before: where a
// letter reaches over it ("P,"), the order of drawing makes it begin a line.
func joined(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for {
		n := strings.IndexByte(text, '\n')
		if n < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:n])
		if rest := text[n+1:]; len(rest) < 2 || !strings.ContainsRune(",;:.)", rune(rest[0])) ||
			rest[1] != ' ' && rest[1] != '\n' {
			b.WriteByte('\n')
		}
		text = text[n+1:]
	}
}

// broken words what kept the program from its end.
func broken(err error, lim child.Limits) error {
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return &fault.Error{Code: "no_pdftotext",
			Detail: "PDF is read by " + Program + ", which is not there: " + Install +
				", then vnlex retry"}
	case errors.Is(err, child.ErrTime):
		return &fault.Error{Code: "timeout",
			Detail: fmt.Sprintf("%s took longer than %v", Program, lim.Time)}
	case errors.Is(err, child.ErrOutput):
		return &fault.Error{Code: "too_large",
			Detail: fmt.Sprintf("it has more than %d bytes of text", lim.Output)}
	}
	return &fault.Error{Code: "crash", Detail: fmt.Sprintf("%s: %v", Program, err)}
}

// refused words why the program gave up.
func refused(res child.Result) error {
	said := firstError(res.Errors)
	switch {
	case strings.Contains(res.Errors, "Incorrect password"):
		return &fault.Error{Code: "encrypted", Detail: "it opens only with a password"}
	case res.Status == 3:
		return &fault.Error{Code: "encrypted", Detail: "its author forbids to take its text"}
	case res.Status == 98, strings.Contains(res.Errors, "bad_alloc"),
		strings.Contains(res.Errors, "Out of memory"):
		return &fault.Error{Code: "too_large", Detail: "it takes more memory than it may"}
	case res.Status < 0:
		return &fault.Error{Code: "bad_pdf", Detail: Program + " broke off: " + said}
	case strings.Contains(res.Errors, "Wrong page range"):
		return &fault.Error{Code: "bad_pdf", Detail: "it has no pages: " + said}
	}
	return &fault.Error{Code: "bad_pdf", Detail: said}
}

func firstError(said string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	if line == "" {
		return "no reason given"
	}
	return strings.ToValidUTF8(strings.Map(printable, line), "")
}

func printable(r rune) rune {
	if unicode.IsPrint(r) {
		return r
	}
	return ' '
}

// picture is how a file says that it holds one: never inside compressed objects, for a
// picture is a stream.
var picture = regexp.MustCompile(`/Subtype\s*/Image\b`)

// stamp is the text that a digital signature prints on a page. (spec 4.4)
var stamp = regexp.MustCompile(`(?m)^\s*(?:Người ký|Ký bởi|Được ký bởi|Email|Cơ quan|Tổ chức|` +
	`Ngày ký|Thời gian ký|Chức vụ|Serial|Digitally signed|DN:|Date:|Reason:|Location:).*$`)

// littleText is how many letters a page has that is more than a picture with a stamp.
const littleText = 40

// isScanned reports whether the pages are pictures: next to none has text of its own.
func isScanned(pages []string, raw []byte) bool {
	if !picture.Match(raw) {
		return false
	}
	written := 0
	for _, p := range pages {
		if letters(stamp.ReplaceAllString(p, "")) >= littleText {
			written++
		}
	}
	return written*10 < len(pages) || written == 0
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
