package pipeline

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"vnlex/pipeline/source"
)

// An input is one page that is to be taken, or what became of a place where pages
// were looked for.
type input struct {
	url     string
	media   string    // MIME type, if it is known before
	origin  string    // where the page is to be had again, if not at url
	stamped time.Time // when the source says it was fetched
	open    func(ctx context.Context) (content, error)
	failed  *PageError   // it cannot even be opened
	place   bool         // a folder or an archive that could be opened: no page
	site    *source.Site // by whose file it is read; nil: as any page
}

// content is what is behind an input.
type content struct {
	body  io.ReadCloser
	media string // what the server says; empty: nothing
	size  int64  // -1: not known
}

// A PageError says why a page cannot be read.
type PageError struct {
	URL    string
	Code   string
	Reason string
}

func (e *PageError) Error() string { return fmt.Sprintf("%s: %s: %s", e.URL, e.Code, e.Reason) }

// expand yields the pages behind paths and URLs, folders walked in the order of bytes.
// "-" stands for a list of more of them, one a line, on stdin.
func expand(paths []string, stdin io.Reader, opt Options) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, p := range paths {
			all := at(p, opt)
			if p == "-" {
				all = listed(stdin, opt)
			}
			for in := range all {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// listed yields the pages behind the lines of a list.
func listed(r io.Reader, opt Options) iter.Seq[input] {
	return func(yield func(input) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			line := strings.TrimSpace(lines.Text())
			if line == "" {
				continue
			}
			for in := range at(line, opt) {
				if !yield(in) {
					return
				}
			}
		}
		if err := lines.Err(); err != nil {
			yield(input{url: "-", failed: &PageError{"-", "unreadable", err.Error()}})
		}
	}
}

// at yields the pages behind one path or URL.
func at(name string, opt Options) iter.Seq[input] {
	scheme, _, isURL := strings.Cut(name, "://")
	switch {
	case !isURL:
		return files(name, opt)
	case scheme == "http" || scheme == "https":
		return one(remote(name, opt))
	}
	return one(input{url: name, failed: &PageError{name, "bad_scheme",
		fmt.Sprintf("%q is no scheme that can be fetched; http and https are", scheme)}})
}

func one(in input) iter.Seq[input] {
	return func(yield func(input) bool) { yield(in) }
}

// again yields what was at the origin of a page that failed.
func again(origin string, opt Options) iter.Seq[input] {
	if file, line, ok := strings.Cut(origin, lineMark); ok {
		line = strings.TrimPrefix(line, answerMark)
		if n, err := strconv.ParseInt(line, 10, 64); err == nil && isWARC(file) {
			return records(file, n, opt)
		} else if err == nil {
			return lines(file, int(n), opt)
		}
	}
	return at(origin, opt)
}

// maxURL is the length of a url that every store can index.
const maxURL = 4000

// check refuses a page whose url cannot be its identity.
func check(in *input) {
	switch {
	case in.failed != nil:
	case len(in.url) > maxURL:
		in.url = strings.ToValidUTF8(in.url[:maxURL], "?")
		in.failed = &PageError{in.url, "bad_url", fmt.Sprintf("longer than %d bytes", maxURL)}
	case !utf8.ValidString(in.url) || strings.ContainsRune(in.url, 0):
		in.url = strings.ReplaceAll(strings.ToValidUTF8(in.url, "?"), "\x00", "?")
		in.failed = &PageError{in.url, "bad_url", "not valid UTF-8"}
	}
}

// clean returns the url of a file: its path as given, cleaned.
func clean(path string) string { return filepath.ToSlash(filepath.Clean(path)) }

// reasonOf words an error without the name that stands beside it anyway.
func reasonOf(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err.Error()
	}
	return err.Error()
}
