package discover

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A feed is taken whole, and each of its elements takes a hundred times its length.
const (
	maxFeed     = 8 << 20
	maxElements = 50_000
)

// harmless goes through a feed before it is parsed: the parser follows elements into each
// other as deep as they go.
func harmless(body []byte) error {
	if len(body) > maxFeed {
		return &Error{TooLarge, fmt.Sprintf("it has more than %d bytes", maxFeed)}
	}
	begin := bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(begin, []byte("{")):
		if bytes.Count(body, []byte("{")) > maxElements {
			return errElements
		}
		return nil
	case !bytes.HasPrefix(begin, []byte("<")):
		return &Error{NotXML, "it is neither XML nor JSON"}
	}
	return shallow(&limited{r: bytes.NewReader(body), left: maxFeed})
}

var errElements = &Error{TooLarge, fmt.Sprintf("it has more than %d elements", maxElements)}

// shallow goes through the elements, and keeps none.
func shallow(in *limited) error {
	d := tolerant(bufio.NewReader(in))
	var c census
	for {
		in.begin()
		t, err := d.RawToken()
		switch {
		case errors.Is(err, errToken):
			return &Error{Hostile, err.Error()}
		case err == io.EOF && c.depth <= 0:
			return nil
		case err != nil && strings.Contains(err.Error(), "EOF"):
			return &Error{Cut, "it ends in the middle"}
		case err != nil:
			return &Error{NotXML, err.Error()}
		}
		if err := c.count(t); err != nil {
			return err
		}
	}
}

// A census counts elements.
type census struct {
	depth, elements int
	root            string
}

func (c *census) count(t xml.Token) error {
	switch t := t.(type) {
	case xml.Directive:
		return directive(t)
	case xml.EndElement:
		c.depth--
	case xml.StartElement:
		c.depth, c.elements = c.depth+1, c.elements+1
		c.root = cmp.Or(c.root, strings.ToLower(t.Name.Local))
		switch {
		case c.root == "html":
			return errHTML
		case c.depth > maxDepth:
			return errDeep
		case c.elements > maxElements:
			return errElements
		}
	}
	return nil
}
