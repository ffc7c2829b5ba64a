package webtest

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// A Page is what a path answers.
type Page struct {
	Status   int    // 0: 200
	Type     string // 0: HTML in UTF-8
	Body     string
	Charset  Charset     // the body is sent in it; Type must name it, or be silent
	Encoding string      // gzip, br or zstd: sent so to those who accept it
	Header   http.Header // beside ours
	Modified time.Time   // sent as Last-Modified; zero: not sent
	Plain    bool        // no ETag: this page cannot be asked for conditionally
	Title    string      // of the links to it in sitemaps, feeds and listings; "": in none
}

const html = "text/html; charset=utf-8"

// serve sends the page, or 304 to whom has it already (RFC 9110, section 13).
func (p Page) serve(w http.ResponseWriter, r *http.Request) {
	body := p.Charset.encode(p.Body)
	p.headers(w.Header(), body)
	if p.Status == 0 && p.known(r, w.Header()) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if p.Encoding != "" && strings.Contains(r.Header.Get("Accept-Encoding"), p.Encoding) {
		body = pack(p.Encoding, body)
		w.Header().Set("Content-Encoding", p.Encoding)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	status := p.Status
	if status == 0 {
		status = http.StatusOK
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

func (p Page) headers(h http.Header, body []byte) {
	h.Set("Content-Type", html)
	if p.Type != "" {
		h.Set("Content-Type", p.Type)
	}
	if !p.Plain {
		h.Set("ETag", tag(body))
	}
	if !p.Modified.IsZero() {
		h.Set("Last-Modified", p.Modified.UTC().Format(http.TimeFormat))
	}
	maps.Copy(h, p.Header)
}

func tag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:8]) + `"`
}

// known reports whether the client has this page; an ETag outweighs a date.
func (p Page) known(r *http.Request, h http.Header) bool {
	if asked := r.Header.Get("If-None-Match"); asked != "" {
		return h.Get("ETag") != "" && strings.Contains(asked, h.Get("ETag"))
	}
	since, err := http.ParseTime(r.Header.Get("If-Modified-Since"))
	return err == nil && !p.Modified.IsZero() && !p.Modified.Truncate(time.Second).After(since)
}

func pack(encoding string, body []byte) []byte {
	var out bytes.Buffer
	switch encoding {
	case "gzip":
		w := gzip.NewWriter(&out)
		w.Write(body)
		w.Close()
	case "br":
		w := brotli.NewWriter(&out)
		w.Write(body)
		w.Close()
	case "zstd":
		w, err := zstd.NewWriter(&out)
		if err != nil {
			panic("unreachable: " + err.Error())
		}
		w.Write(body)
		w.Close()
	}
	return out.Bytes()
}

// TypeOf returns the media type of a file by its name.
func TypeOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".htm", ".html", ".aspx", "":
		return html
	case ".gz":
		return "application/gzip"
	case ".rss":
		return "application/rss+xml"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}
