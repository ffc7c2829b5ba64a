package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// kinds are the names of files that are taken from folders.
var kinds = []string{".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".doc", ".rtf", archive}

// archive is a file of many pages, one a line.
const archive = ".jsonl"

// files yields the pages of a file or a folder. What is not there, or must not be
// read, is a page that failed; the others go on.
func files(name string, opt Options) iter.Seq[input] {
	return func(yield func(input) bool) {
		info, err := os.Stat(name)
		switch {
		case err != nil:
			yield(unreadable(name, err))
		case info.IsDir():
			walk(clean(name), opt, yield)
		default:
			single(name, opt, yield)
		}
	}
}

// walk yields the pages in a folder. Links to folders are not followed, so a loop of
// links is no danger; links to files are.
func walk(dir string, opt Options, yield func(input) bool) bool {
	all, err := os.ReadDir(dir)
	if err != nil && !yield(unreadable(dir, err)) {
		return false
	}
	if err == nil && !yield(input{url: dir, place: true}) {
		return false
	}
	for _, e := range all {
		name := clean(filepath.Join(dir, e.Name()))
		if e.IsDir() {
			if !walk(name, opt, yield) {
				return false
			}
			continue
		}
		if isPage(name) && !entry(name, e.Type(), opt, yield) {
			return false
		}
	}
	return true
}

func isPage(name string) bool {
	return slices.Contains(kinds, strings.ToLower(filepath.Ext(name))) || isWARC(name)
}

func entry(name string, kind fs.FileMode, opt Options, yield func(input) bool) bool {
	if kind.IsRegular() {
		return single(name, opt, yield)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return yield(unreadable(name, err))
	case !info.Mode().IsRegular():
		return true // a link to a folder, a device, a pipe
	}
	return single(name, opt, yield)
}

// single yields the page, or the pages, of one file.
func single(name string, opt Options, yield func(input) bool) bool {
	var all iter.Seq[input]
	switch {
	case isWARC(name):
		all = records(name, -1, opt)
	case strings.ToLower(filepath.Ext(name)) == archive:
		all = lines(name, 0, opt)
	default:
		open := func(context.Context) (content, error) { return open(name) }
		return yield(input{url: clean(name), open: open})
	}
	for in := range all {
		if !yield(in) {
			return false
		}
	}
	return true
}

func open(name string) (content, error) {
	f, err := os.Open(name)
	if err != nil {
		return content{}, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return content{}, err
	}
	c := content{body: f, size: -1}
	if info.Mode().IsRegular() {
		c.size = info.Size()
	}
	return c, nil
}

// unreadable is a page whose file cannot be opened.
func unreadable(name string, err error) input {
	name = clean(name)
	return input{url: name, failed: fileError(name, err)}
}

func fileError(name string, err error) *PageError {
	var path *fs.PathError
	reason := err
	if errors.As(err, &path) {
		reason = path.Err
	}
	code := "unreadable"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = "missing"
	case errors.Is(err, fs.ErrPermission):
		code = "forbidden"
	}
	return &PageError{name, code, fmt.Sprint(reason)}
}
