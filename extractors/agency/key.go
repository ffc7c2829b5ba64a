package agency

import "strings"

// ByCode returns the agency with the given code or variant, as a symbol prints it.
func ByCode(code string) (Agency, bool) {
	is := IssuerOf(code)
	if !is.Known {
		return Agency{}, false
	}
	return ByKey(is.Key)
}

// ByKey returns the agency with the code of a node or of a document's key: "bct", "qh15",
// "ubnd@ca-mau", "ubnd@gia-lai~2025". Its Key is the given one.
func ByKey(key string) (Agency, bool) {
	root, place, local := strings.Cut(key, "@")
	i, ok := agencies().keys[root]
	if !ok {
		i, ok = agencies().keys[Root(root)]
	}
	if !ok {
		return Agency{}, false
	}
	a := agencies().all[i]
	a.Key = key
	if local {
		a.seat(place)
	}
	return a, true
}

// Root returns the issuer of a key without its term: "qh" for "qh15".
func Root(issuer string) string {
	for _, body := range []string{"ubtvqh", "hdnn", "qh"} {
		if rest, ok := strings.CutPrefix(issuer, body); ok && digits(rest) {
			return body
		}
	}
	return issuer
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Name returns the name of the agency with the given key: "Bộ Công Thương", "Ủy ban nhân
// dân tỉnh Cà Mau"; the key itself when it is unknown.
func Name(key string) string {
	if a, ok := ByKey(key); ok {
		return a.Name
	}
	return key
}

// At returns the code of the node that issued a document: the issuer in its key, without
// term, told apart by the date of issue where one code stood for two bodies.
func At(issuer, issued string) string {
	root, place, local := strings.Cut(issuer, "@")
	root = Root(root)
	if i, ok := agencies().keys[root]; ok {
		root = agencies().all[i].Key
	}
	switch {
	case local:
		return root + "@" + placeAt(root, place, issued)
	case root == "bnv" && issued != "" && issued < "1998-06":
		return "bnv*"
	}
	return root
}
