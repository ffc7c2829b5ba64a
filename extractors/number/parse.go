package number

import (
	"slices"
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/date"
	"vnlex/extractors/normalize"
)

// A Query is what a person typed to name a document by its number. Empty fields match
// anything.
type Query struct {
	Key      string // set when a whole key was typed; then only it matches
	Num      string // as in keys
	Type     string
	Issuers  []string
	Place    string
	Year     int
	Fragment string // "dieu-5.khoan-2"
}

// Parse reads a number or key in any spelling: "726/QĐ-TTg", "726-qd-ttg", "số 726 QĐ TTg",
// "nghi dinh 30/2020", "vn:quyet-dinh:ttg:2022:726#dieu-1". The likeliest reading comes first;
// there is none when s names no number.
func Parse(s string) []Query {
	if len(s) > typedMax {
		return nil
	}
	s, fragment, _ := strings.Cut(strings.TrimSpace(s), "#")
	if strings.HasPrefix(s, "vn:") {
		k, err := ParseKey(s)
		if err != nil {
			return nil
		}
		return []Query{{Key: k.Base(), Num: k.Num, Type: k.Type, Issuers: k.Issuers, Place: k.Place,
			Year: k.Year, Fragment: fragment}}
	}
	s = normalize.Text(s).Norm
	if q, ok := standardQuery(s); ok {
		q.Fragment = fragment
		return []Query{q}
	}
	all := typedNumber(s)
	for i := range all {
		all[i].Fragment = fragment
	}
	return all
}

// typedMax is the most bytes that are taken for a number.
const typedMax = 400

// standardQuery reads the number of a standard.
func standardQuery(s string) (Query, bool) {
	head := standardHead(s)
	if head == "" {
		return Query{}, false
	}
	r := reader{s: canonStandard(s, head)}
	r.all()
	if len(r.out) != 1 || r.out[0].Value.Family != F9 {
		return Query{}, false
	}
	k := r.out[0].Value.standardKey()
	return Query{Key: k.Base(), Num: k.Num, Type: standardType, Year: k.Year}, true
}

// A typed is the words of a query, folded, one after the other.
type typed struct {
	words []string
	q     Query
}

// typedNumber reads "[type word] [số] number [year] [type] [issuers] [ngày …|năm Y] [của …]".
func typedNumber(s string) []Query {
	head, body, _ := strings.Cut(s, " của ")
	t := typed{}
	head = t.date(head)
	t.words = words(head)
	t.typeWord()
	t.take("so", "hieu", "ky")
	if !t.number() {
		return nil
	}
	t.year()
	all := t.symbol()
	for i := range all {
		all[i].issuedBy(body)
	}
	return all
}

// words takes s apart at everything but letters, digits and the dot inside a number.
func words(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(normalize.Fold(s), "&", ""), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.'
	})
}

// date takes "ngày …" or "năm …" off the end of s.
func (t *typed) date(s string) string {
	for i := range s {
		if i > 0 && s[i-1] != ' ' {
			continue
		}
		if d, end, ok := date.At(s, i); ok && strings.TrimSpace(s[end:]) == "" && d.Year != 0 {
			t.q.Year = d.Year
			return s[:i]
		}
	}
	return s
}

// take drops the given words from the beginning.
func (t *typed) take(any ...string) {
	for len(t.words) > 0 && slices.Contains(any, t.words[0]) {
		t.words = t.words[1:]
	}
}

// typeWord reads the type before the number, the longest first.
func (t *typed) typeWord() {
	for n := min(4, len(t.words)); n > 0; n-- {
		if slug, ok := typedTypes()[strings.Join(t.words[:n], " ")]; ok {
			t.q.Type, t.words = slug, t.words[n:]
			return
		}
	}
}

// number reads the digits: "726", "66.16", "30a", and a letter set apart.
func (t *typed) number() bool {
	if len(t.words) == 0 || !digit(t.words[0][0]) {
		return false
	}
	w := strings.TrimRight(t.words[0], ".")
	n := 0
	for n < len(w) && (digit(w[n]) || w[n] == '.') {
		n++
	}
	if n > 8 {
		return false
	}
	t.words = t.words[1:]
	if rest := w[n:]; len(rest) > 1 { // 1cd
		t.words = append([]string{rest}, t.words...)
		w = w[:n]
	}
	t.q.Num = plainNum(w)
	return true
}

// year reads the year behind the number.
func (t *typed) year() {
	if len(t.words) > 0 && len(t.words[0]) == 4 && year(t.words[0]) {
		t.q.Year, t.words = number(t.words[0]), t.words[1:]
	}
}

// symbol reads type and issuers from what is left; a code that is both a type's and an
// agency's gives two readings.
func (t *typed) symbol() []Query {
	if len(t.words) == 0 {
		return []Query{t.q}
	}
	var all []Query
	if slugs, ok := typedCodes()[t.words[0]]; ok {
		for _, slug := range slugs {
			q := t.q
			q.Type = slug
			q.Issuers = typedIssuers(slug, t.words[1:])
			if slug == "luat" && slices.Equal(q.Issuers, []string{"ctn"}) {
				all = append(all, t.order(q)...)
				continue
			}
			all = append(all, q)
		}
	}
	if is := typedIssuer(t.words[0]); len(all) == 0 || is.Known {
		q := t.q
		q.Issuers = typedIssuers("", t.words)
		if q.Type == "" && q.Year == 0 {
			q.Type = "cong-van"
			all = append(all, q)
			q.Type = ""
		}
		all = append(all, q)
	}
	return all
}

// order gives the readings of "34/2014/L-CTN", an order of the President, and of
// "23-L/CTN", under which the laws of 1992–2001 are cited too (spec 2.4).
func (t *typed) order(q Query) []Query {
	law := q
	q.Type = "lenh"
	if t.q.Year != 0 || t.q.Type == q.Type {
		return []Query{q}
	}
	law.Issuers = []string{"qh"}
	return []Query{law, q}
}

// typedIssuers reads the issuers: all of a joint document, else the first; units follow.
func typedIssuers(slug string, words []string) []string {
	var out []string
	for _, w := range words {
		is := typedIssuer(w)
		out = append(out, is.Key)
		if slug != "thong-tu-lien-tich" && slug != "nghi-quyet-lien-tich" {
			break
		}
	}
	return out
}

// typedIssuer reads one code in small letters without diacritics.
func typedIssuer(w string) agency.Issuer {
	root := agency.Root(w)
	code := agency.Spelling(strings.ToUpper(root))
	is := agency.IssuerOf(code)
	is.Key = is.KeyCode() + w[len(root):]
	return is
}
