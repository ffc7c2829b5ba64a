package graph

import (
	"strconv"
	"strings"
)

// A Query is what a person typed, with what the caller knows to say about it:
// the graph itself knows neither how numbers are written nor how words fold.
type Query struct {
	Text string // without a provision; see SplitProvision
	// Fold takes a text to lower case without diacritics, and A to Z to a to z;
	// Plain to lower case in the one spelling in which texts with diacritics are
	// compared.
	Fold, Plain func(string) string
	Patterns    []Pattern // the documents that the text may number or name
}

// words returns the folded words of a text.
func (q Query) words(text string) []string {
	if q.Fold == nil {
		return Words(strings.ToLower(text))
	}
	return Words(q.Fold(text))
}

// A Pattern describes documents by their keys. An empty field fits anything.
type Pattern struct {
	Type   string // slug: quyet-dinh
	Issuer string // as in the key, without @place: ttg, btc-bct, qh15
	Place  string // as in the key: ca-mau
	Year   int
	Number string // as in the key: 726; never empty
}

// Fits reports whether a document's key is one that the pattern describes.
func (p Pattern) Fits(key string) bool {
	k, ok := splitKey(key)
	return ok && p.Number == k.Number && fits(p.Type, k.Type) && fits(p.Issuer, k.Issuer) &&
		fits(p.Place, k.Place) && (p.Year == 0 || p.Year == k.Year)
}

func fits(want, have string) bool { return want == "" || want == have }

// splitKey takes a document's key apart. A standard's key (vn:tc:qcvn:01:2019:bct)
// has its prefix for the issuer.
func splitKey(key string) (Pattern, bool) {
	parts := strings.Split(key, ":")
	if len(parts) < 5 || parts[0] != "vn" {
		return Pattern{}, false
	}
	year := parts[3]
	if parts[1] == "tc" {
		year = parts[4]
	}
	p := Pattern{Type: parts[1], Number: number(parts)}
	p.Issuer, p.Place, _ = strings.Cut(parts[2], "@")
	var err error
	p.Year, err = strconv.Atoi(year)
	return p, err == nil
}
