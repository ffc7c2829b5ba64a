package agency

import "strings"

// An Issuer is what the code in a symbol says of the issuer.
type Issuer struct {
	Code  string // aliases replaced (spec 2.4), else as printed: "BNNPTNT" for "BNN&PTNT"
	Key   string // in keys: "bnnptnt"; only of a known one
	Known bool   // stands in the table of agencies
	Local bool   // names another body in every place
	list  []string
}

// Codes returns the code as a list that all symbols of the issuer share; it is not to be
// changed.
func (is Issuer) Codes() []string {
	if is.list == nil {
		return []string{is.Code}
	}
	return is.list
}

// IssuerOf returns what a whole printed code says. An unknown one is kept verbatim.
func IssuerOf(code string) Issuer {
	if is, ok := agencies().codes[code]; ok {
		return is
	}
	return Issuer{Code: code}
}

// Cut returns the longest known code that begins s, and its length in bytes.
func Cut(s string) (Issuer, int) {
	codes := agencies().codes
	for n := min(len(s), maxCode); n > 1; n-- {
		if is, ok := codes[s[:n]]; ok {
			return is, n
		}
	}
	return Issuer{}, 0
}

// maxCode is the length in bytes of the longest code.
const maxCode = 24

// Joined reports whether a code may go on behind a hyphen after the given beginning:
// "GD-ĐT".
func Joined(head string) bool { return agencies().joined[head] }

// aliases are the spellings that a key replaces (spec 2.4); all others stay as printed.
var aliases = map[string]string{
	"VKSTC": "VKSNDTC", "TATC": "TANDTC", "TƯ": "TW",
	"BNN": "BNNPTNT", "BNN&PTNT": "BNNPTNT", "LĐTBXH": "BLĐTBXH", "LDTBXH": "BLĐTBXH",
	"BGD&ĐT": "BGDĐT",
}

// Alias returns the code that stands for the given one in keys.
func Alias(code string) string {
	if a, ok := aliases[code]; ok {
		return a
	}
	return code
}

// KeyOf returns a code as keys write it: small letters without diacritics; "&", "/",
// spaces and dots are dropped.
func KeyOf(code string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch r {
		case '&', '/', ' ', '.', '-':
			return -1
		}
		return r
	}, ascii(code)))
}

// ascii takes the diacritics off the letters that occur in codes.
var ascii = strings.NewReplacer("Đ", "D", "đ", "d", "Ư", "U", "ư", "u", "Ơ", "O", "ơ", "o",
	"Ă", "A", "ă", "a", "Â", "A", "â", "a", "Ê", "E", "ê", "e", "Ô", "O", "ô", "o").Replace

// KeyCode returns the code as keys write it.
func (is Issuer) KeyCode() string {
	if is.Key != "" {
		return is.Key
	}
	return KeyOf(is.Code)
}

// Spelling returns the code, written in capitals with or without diacritics, as symbols
// print it: "TTg", "BGDĐT"; an unknown one as it stands.
func Spelling(big string) string {
	if c, ok := agencies().prints[big]; ok {
		return c
	}
	return big
}
