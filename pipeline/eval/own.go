package eval

import (
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
	"vnlex/extractors/reading"
)

// own returns the document that a page holds: its subject, else the one whose text or
// metadata it carries, such as a constitution, which has no number.
func own(r *reading.Reading) reading.Document {
	for _, d := range r.Documents {
		if r.Subject != "" && d.Key == r.Subject {
			return d
		}
	}
	for _, d := range r.Documents {
		if d.Carried {
			return d
		}
	}
	return reading.Document{}
}

// A named tells whether a key is that of the document that people call by a name: by its
// number, a law's name with the year, or "Hiến pháp năm 1959", which has no number.
type named func(key string) bool

func nameOf(s string) named {
	queries := number.Parse(s)
	laws := set[string]{}
	if year, ok := strings.CutPrefix(s, "Hiến pháp năm "); ok {
		laws["vn:hien-phap:qh:"+year+":0"] = true // spec 2.4
	}
	for _, l := range citation.ParseLaw(s) {
		laws[l.Key()] = true
	}
	return func(key string) bool {
		if laws[key] {
			return true
		}
		k, err := number.ParseKey(key)
		if err != nil {
			return false
		}
		for _, q := range queries {
			if q.Matches(k) {
				return true
			}
		}
		return false
	}
}

// sameWords compares names without case, tone style and punctuation.
func sameWords(a, b string) bool { return normalize.Key(a) == normalize.Key(b) }

// sameNumber compares symbols as they are written out canonically (spec 1.10).
func sameNumber(a, b string) bool { return number.Canon(a) == number.Canon(b) }

// sameAgency compares issuers. Portals call the committee of a province by the province alone.
func sameAgency(want string, got []string) bool {
	for _, g := range got {
		if sameWords(want, g) {
			return true
		}
		a, oka := agency.ByName(want)
		b, okb := agency.ByName(g)
		if oka && okb && a.Key() == b.Key() {
			return true
		}
	}
	place, ok := provinceOf(want)
	if !ok || len(got) != 1 {
		return false
	}
	return strings.HasSuffix(" "+normalize.Key(got[0]), " "+normalize.Key(place.Name))
}

// provinceOf reads "Tỉnh Nam Định", "Thành phố Hà Nội".
func provinceOf(s string) (agency.Place, bool) {
	for _, word := range []string{"Tỉnh ", "Thành phố ", "TP. ", "TP "} {
		if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
			return agency.Province(s[len(word):])
		}
	}
	return agency.Place{}, false
}
