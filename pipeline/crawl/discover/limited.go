package discover

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html/charset"
)

// A limited reader ends with an error, not as if nothing came behind.
type limited struct {
	r     io.Reader
	left  int64 // bytes that may still come
	token int64 // of them until the next call of begin
	err   error
}

// maxToken is how long one tag, one comment or the text between two tags may be. All of it
// is in memory at once, and an attribute takes many times its length.
const maxToken = 2 << 20

var (
	errLarge = errors.New("more bytes than a sitemap may have")
	errToken = fmt.Errorf("a tag, a comment or a text of more than %d bytes", maxToken)
)

// begin tells that a tag or a text is read whole.
func (l *limited) begin() { l.token = maxToken }

func (l *limited) Read(p []byte) (int, error) {
	if l.err != nil {
		return 0, l.err
	}
	if int64(len(p)) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.r.Read(p)
	l.left, l.token = l.left-int64(n), l.token-int64(n)
	switch {
	case l.left < 0:
		n, err = n-1, errLarge
	case l.token < 0:
		err = errToken
	}
	l.err = err
	return n, err
}

// tolerant returns a decoder that takes what people write as XML: a bare & in a URL is
// the most frequent mistake.
func tolerant(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	return d
}
