// Package page makes the text of a page from its bytes: what a reading begins with.
package page

import (
	"bytes"
	"mime"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page/fault"
)

// An Error says why a page cannot be read.
type Error = fault.Error

// MaxText is the largest decoded page that is read.
const MaxText = 256 << 20

// Read reads the page that name, a path or URL, gave. contentType is what the
// server said, or "". The text of a valid .txt or .md file is the file, byte for
// byte; that of other pages is decoded. Every text is valid UTF-8 without U+0000,
// and every error is an *Error.
func Read(name, contentType string, raw []byte) (reading.Source, error) {
	src, err := read(name, contentType, raw)
	src.URL = name
	if err == nil && strings.TrimSpace(src.Text) == "" {
		err = &Error{Code: "empty", Detail: "it has no text"}
	}
	if err != nil {
		return reading.Source{URL: name}, err
	}
	return src, nil
}

func read(name, contentType string, raw []byte) (reading.Source, error) {
	if len(raw) > MaxText {
		return reading.Source{}, &Error{Code: "too_large", Detail: "it is larger than a page can be"}
	}
	k := kindOf(name, contentType, raw)
	if k == kindOther {
		return readFile(name, raw)
	}
	if k == kindText && utf8.Valid(raw) {
		if bytes.IndexByte(raw, 0) >= 0 {
			return reading.Source{}, &Error{Code: "binary", Detail: "it holds U+0000"}
		}
		return reading.Source{Text: string(raw)}, nil
	}
	text, err := decode(contentType, raw, k == kindHTML)
	if err != nil {
		return reading.Source{}, err
	}
	if k == kindText {
		return reading.Source{Text: text}, nil
	}
	return readHTML(text)
}

// A kind is how a page is read.
type kind int

const (
	kindOther kind = iota
	kindText
	kindHTML
)

// kindOf decides by the server's word, then by the name, then by the content.
func kindOf(name, contentType string, raw []byte) kind {
	if format(raw) != "" {
		return kindOther
	}
	media, _, _ := mime.ParseMediaType(contentType)
	switch media {
	case "text/html", "application/xhtml+xml":
		return kindHTML
	case "text/plain", "text/markdown", "text/x-markdown":
		if !looksHTML(raw) || media == "text/markdown" {
			return kindText
		}
		return kindHTML
	}
	switch extension(name) {
	case ".txt", ".md", ".markdown":
		return kindText
	case ".html", ".htm", ".xhtml":
		return kindHTML
	}
	switch {
	case looksHTML(raw):
		return kindHTML
	case isOffice(extension(name)):
		return kindOther
	case media == "" || strings.HasPrefix(media, "text/"):
		return kindText
	}
	return kindOther
}

// isOffice reports whether an extension is that of files that are no text; portals
// also give it to pages of theirs.
func isOffice(ext string) bool {
	switch ext {
	case ".pdf", ".docx", ".doc", ".odt", ".rtf", ".xls", ".xlsx":
		return true
	}
	return false
}

// extension returns the lower-case extension of a path or URL.
func extension(name string) string {
	if u, err := url.Parse(name); err == nil && u.Scheme != "" && u.Host != "" {
		name = u.Path
	}
	return strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
}

// looksHTML reports whether raw begins as an HTML page does.
func looksHTML(raw []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 1024)], "\ufeff \t\r\n"))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<div",
		"<table", "<tr", "<p>", "<meta", "<?xml"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return true
		}
	}
	return false
}

// Formats of files that are read.
const (
	formatPDF = "PDF"
	formatZIP = "a ZIP archive"
	formatOLE = "a file of Office 97-2003"
	formatRTF = "RTF"
)

// formats are those that are known by their first bytes, and are no text.
var formats = []struct{ magic, name string }{
	{"%PDF-", formatPDF}, {"PK\x03\x04", formatZIP},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", formatOLE}, {"{\\rtf", formatRTF},
	{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
	{"RIFF", "a picture or a sound"}, {"\x1f\x8b", "compressed"},
	{"SQLite format 3\x00", "a database"}, {"\x7fELF", "a program"},
}

// format returns what raw is by its first bytes, "" if it may be text.
func format(raw []byte) string {
	for _, f := range formats {
		if bytes.HasPrefix(raw, []byte(f.magic)) {
			return f.name
		}
	}
	return ""
}

// unreadable says what is known of a page that cannot be read.
func unreadable(name string, raw []byte) *Error {
	f, ext := format(raw), extension(name)
	switch {
	case len(raw) == 0:
		return &Error{Code: "empty", Detail: "it has no bytes"}
	case f == formatZIP:
		return &Error{Code: "unsupported", Detail: "it is " + f + ": " + readable}
	case f != "":
		return &Error{Code: "binary", Detail: "it is " + f}
	case isOffice(ext):
		return &Error{Code: "unsupported", Detail: "its name ends in " + ext +
			", but it does not begin as such a file: " + readable}
	}
	return &Error{Code: "unsupported", Detail: "its kind is not known: " + readable}
}

const readable = "text, Markdown, HTML, PDF, Word and RTF are read"
