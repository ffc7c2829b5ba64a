package number

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vnlex/extractors/agency"
)

// A Key is the identity of a document (spec section 2.4):
// vn:quyet-dinh:ttg:2022:726, vn:tc:qcvn:01:2019:bct.
type Key struct {
	Type     string   // slug; "tc" for a standard
	Issuers  []string // "ttg"; "btc", "bct"; "qh15"; none for a standard
	Place    string   // "ca-mau", "x", "gia-lai~2025"; empty: no local body
	Year     int      // 0 = unknown
	Num      string   // small letters, no leading zero; of a standard as printed
	Prefix   string   // of a standard: "qcvn"
	Body     string   // of a standard: "bct"; may be empty
	Fragment string   // "dieu-5.khoan-2"; no part of the identity
}

// standardType is the type of standards in keys.
const standardType = "tc"

// ParseKey reads what String writes.
func ParseKey(s string) (Key, error) {
	rest, ok := strings.CutPrefix(s, "vn:")
	if !ok {
		return Key{}, fmt.Errorf("parse key %q: want vn: at its beginning", s)
	}
	rest, fragment, _ := strings.Cut(rest, "#")
	parts := strings.Split(rest, ":")
	if slices.Contains(parts, "") {
		return Key{}, fmt.Errorf("parse key %q: empty part", s)
	}
	k := Key{Type: parts[0], Fragment: fragment}
	switch {
	case k.Type == standardType && (len(parts) == 4 || len(parts) == 5):
		ok = k.standard(parts)
	case k.Type != standardType && len(parts) == 4:
		k.Issuers, k.Place = issuers(parts[1])
		k.Year, ok = keyYear(parts[2])
		k.Num = parts[3]
	default:
		ok = false
	}
	if !ok || !keyChars(rest) {
		return Key{}, fmt.Errorf("parse key %q: want vn:type:issuer:year:number", s)
	}
	return k, nil
}

// standard reads tc, prefix, number, year and perhaps the body.
func (k *Key) standard(parts []string) (ok bool) {
	k.Prefix, k.Num = parts[1], parts[2]
	k.Year, ok = keyYear(parts[3])
	if len(parts) == 5 {
		k.Body = parts[4]
	}
	return ok
}

func issuers(s string) (all []string, place string) {
	s, place, _ = strings.Cut(s, "@")
	return strings.Split(s, "-"), place
}

func keyYear(s string) (int, bool) {
	if len(s) != 4 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	return number(s), true
}

// keyChars reports whether s holds only what a key may hold.
func keyChars(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789:-.@~", r)
	}) < 0
}

// String returns the key with its fragment, if it has one.
func (k Key) String() string {
	s := k.Base()
	if k.Fragment != "" {
		s += "#" + k.Fragment
	}
	return s
}

// Base returns the key without its fragment: the identity of the document.
func (k Key) Base() string {
	if k.Type == standardType {
		s := fmt.Sprintf("vn:%s:%s:%s:%04d", k.Type, k.Prefix, k.Num, k.Year)
		if k.Body != "" {
			s += ":" + k.Body
		}
		return s
	}
	var buf [96]byte
	s := append(append(buf[:0], "vn:"...), k.Type...)
	for i, code := range k.Issuers {
		s = append(append(s, ":-"[min(i, 1)]), code...)
	}
	if len(k.Issuers) == 0 {
		s = append(s, ':')
	}
	if k.Place != "" {
		s = append(append(s, '@'), k.Place...)
	}
	s = append(s, ':')
	for ten := 1000; ten > k.Year && ten > 1; ten /= 10 {
		s = append(s, '0')
	}
	s = strconv.AppendInt(s, int64(k.Year), 10)
	return string(append(append(s, ':'), k.Num...))
}

// Issuer returns the issuers as the key has them: "btc-bct", "ubnd@ca-mau".
func (k Key) Issuer() string {
	s := strings.Join(k.Issuers, "-")
	if k.Place != "" {
		s += "@" + k.Place
	}
	return s
}

// Agencies returns the issuers one by one, a local one with its place.
func (k Key) Agencies() []string {
	if k.Place != "" && len(k.Issuers) == 1 {
		return []string{k.Issuer()}
	}
	return k.Issuers
}

// A Block holds the documents that could be one (design: number and root of the issuer).
type Block struct {
	Num  string
	Root string // the issuer without term and place; joint issuers stay joined
}

// String returns the block as one word.
func (b Block) String() string { return b.Num + ":" + b.Root }

// Block returns the block of k: no type, year, term or place stands in it.
func (k Key) Block() Block {
	if k.Type == standardType {
		return Block{k.Num, standardType + "." + k.Prefix}
	}
	roots := make([]string, len(k.Issuers))
	for i, is := range k.Issuers {
		roots[i] = agency.Root(is)
	}
	return Block{k.Num, strings.Join(roots, "-")}
}

// Provisional reports whether k may stand for several documents: its year or the place of
// its issuer is unknown.
func (k Key) Provisional() bool {
	return k.Year == 0 || k.Place == "x" || strings.HasSuffix(k.Place, ".x")
}
