package warc

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http"
	"net/http/httputil"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"vnlex/pipeline/page/fault"
)

// decode gives a body as it is to be read. Some archives keep a body decoded beside the
// fields that speak of its coding: what is not coded is taken as it is.
func decode(h http.Header, body []byte, most int64) ([]byte, error) {
	if strings.EqualFold(strings.TrimSpace(h.Get("Transfer-Encoding")), "chunked") {
		if whole, err := limited(httputil.NewChunkedReader(bytes.NewReader(body)),
			most); err == nil {
			body = whole
		} else if isLarge(err) {
			return nil, err
		}
	}
	codings := strings.Split(strings.ToLower(strings.Join(h.Values("Content-Encoding"), ",")), ",")
	slices.Reverse(codings)
	if len(codings) > mostCodings {
		return nil, broken("its page is coded %d times", len(codings))
	}
	for _, c := range codings {
		var err error
		if body, err = uncode(strings.TrimSpace(c), body, most); err != nil {
			return nil, err
		}
	}
	return body, nil
}

// mostCodings is how many times a body may be compressed.
const mostCodings = 4

func uncode(coding string, body []byte, most int64) ([]byte, error) {
	r, err := decoder(coding, body)
	if r == nil {
		return body, err
	}
	defer r.Close()
	whole, err := limited(r, most)
	switch {
	case err == nil:
		return whole, nil
	case isLarge(err):
		return nil, err
	case coding == "br": // which has no mark by which it is known
		return body, nil
	}
	return nil, broken("its page is no %s: %v", coding, err)
}

// marks are what compressed bodies begin with.
var marks = map[string]string{"gzip": "\x1f\x8b", "x-gzip": "\x1f\x8b", "zstd": "\x28\xb5\x2f\xfd"}

// decoder returns what reads a coding; nil where a body is not coded after all.
func decoder(coding string, body []byte) (r io.ReadCloser, err error) {
	if !bytes.HasPrefix(body, []byte(marks[coding])) {
		return nil, nil
	}
	in := bytes.NewReader(body)
	switch coding {
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(in)
	case "deflate":
		if r, err = zlib.NewReader(in); err != nil {
			return nil, nil
		}
	case "br":
		return io.NopCloser(brotli.NewReader(in)), nil
	case "zstd":
		var z *zstd.Decoder
		z, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(8<<20))
		if err == nil {
			return z.IOReadCloser(), nil
		}
	default:
		return nil, nil
	}
	if err != nil {
		return nil, broken("its page is no %s: %v", coding, err)
	}
	return r, nil
}

// limited reads all, or says that it is too large.
func limited(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(data)) > most {
		return nil, &fault.Error{Code: "too_large", Detail: "its page is larger than it may be"}
	}
	return data, err
}

func isLarge(err error) bool {
	e, ok := err.(*fault.Error)
	return ok && e.Code == "too_large"
}
