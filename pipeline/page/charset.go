package page

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"vnlex/extractors/normalize"
)

// decode makes UTF-8 of raw: by its byte order mark; as UTF-8 if it is that; by
// what header or meta element declare; else by what makes Vietnamese of it, the
// fonts from before Unicode among that. (spec 5.1 steps 1 and 2)
func decode(contentType string, raw []byte, html bool) (string, error) {
	declared, name, certain := charset.DetermineEncoding(declaration(raw, html), contentType)
	bom := bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff"))
	switch {
	case !bom && !strings.HasPrefix(name, "utf-16") && bytes.IndexByte(raw, 0) >= 0:
		return "", &Error{Code: "binary", Detail: "it holds U+0000"}
	case bom:
		return decodeBy(declared, name, raw)
	case utf8.Valid(raw):
		return clean(string(raw))
	case name != "utf-8" && (certain || name != "windows-1252"): // which is also the guess
		return decodeBy(declared, name, raw)
	case mostlyUTF8(raw):
		return clean(strings.ToValidUTF8(string(raw), "\ufffd"))
	}
	if view, err := decodeBy(charmap.ISO8859_1, "ISO 8859-1", raw); err == nil {
		if e := normalize.DetectPage(view); e != normalize.Unicode {
			return clean(normalize.Decode(e, view))
		}
	}
	text, err := decodeBy(charmap.Windows1258, "windows-1258", raw)
	if err == nil && isVietnamese(text) {
		return text, nil
	}
	if certain {
		return "", &Error{Code: "bad_charset", Detail: fmt.Sprintf("it is not in %s, as it says", name)}
	}
	return "", &Error{Code: "bad_charset",
		Detail: "it is neither UTF-8 nor in a charset that it names"}
}

// declaration returns the part of raw in which a charset may be declared.
func declaration(raw []byte, html bool) []byte {
	if !html {
		return raw[:min(len(raw), 3)]
	}
	return raw[:min(len(raw), 1024)]
}

func decodeBy(e encoding.Encoding, name string, raw []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", &Error{Code: "bad_charset", Detail: fmt.Sprintf("decode it from %s: %v", name, err)}
	}
	return clean(string(text))
}

// clean refuses what is no text; a replaced character here and there is one.
func clean(text string) (string, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	if len(text) > MaxText {
		return "", &Error{Code: "too_large", Detail: "its text is larger than a page can be"}
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", &Error{Code: "binary", Detail: "it holds U+0000"}
	}
	if n := strings.Count(text, "\ufffd"); n > 16 && n > len(text)/100 {
		return "", &Error{Code: "bad_charset", Detail: "much of it has no meaning in its charset"}
	}
	return text, nil
}

// mostlyUTF8 reports whether raw is UTF-8 but for a few bytes, as of a page cut off.
func mostlyUTF8(raw []byte) bool {
	wide, broken := 0, 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			wide++
		}
		raw = raw[size:]
	}
	return broken <= 1+wide/50
}

// isVietnamese reports whether a good part of the letters of text is Vietnamese
// and next to none of its characters strange.
func isVietnamese(text string) bool {
	letters, marked, strange := 0, 0, 0
	for _, r := range text {
		switch {
		case strings.ContainsRune("ăâđêôơưĂÂĐÊÔƠƯ", r), unicode.Is(unicode.Mn, r):
			marked++
		case unicode.IsLetter(r) && r < 0x80:
			letters++
		case r > 0x7f:
			strange++
		}
	}
	return marked*10 > letters && strange < letters
}
