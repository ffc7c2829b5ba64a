package agency

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sync"
	"vnlex/extractors/lexicon"
	"vnlex/extractors/normalize"
)

// units are the kinds of places below the province.
var units = sync.OnceValue(func() *lexicon.Lexicon {
	l := lexicon.NewLoose()
	for i, u := range []string{"huyện", "quận", "thị xã", "thành phố", "TP", "xã", "phường",
		"thị trấn", "đặc khu"} {
		l.Add(u, i)
	}
	return l
})

// placeAfter reads the place that stands behind the name of a local body ending at i, and
// where it ends: "tỉnh Cà Mau", "TP. Hà Nội", "huyện Lâm Hà, tỉnh Lâm Đồng".
func placeAfter(s string, i int) (Place, int) {
	at := i
	for at < len(s) && at < i+2 && (s[at] == ' ' || s[at] == '\n') {
		at++
	}
	if at == i {
		return Place{}, i
	}
	if p, end, ok := provinces().names.At(s, at); ok && upperWord(s, at, end) {
		return provinces().all[p].Place, end
	}
	return districtAt(s, at, i)
}

// upperWord reports whether the last word of s[i:end] has a capital: "Hà Giang", not "hà
// giang" in running text.
func upperWord(s string, i, end int) bool {
	word := s[i:end]
	word = word[strings.LastIndexAny(word, " \n.-")+1:]
	return upper(word)
}

func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// districtAt reads the places from the smallest to the province; none is what ends where
// no place is named.
func districtAt(s string, at, none int) (Place, int) {
	var names, slugs []string
	end := none
	for {
		_, stop, ok := units().At(s, at)
		if !ok {
			break
		}
		name, stop := properName(s, stop)
		if name == "" {
			break
		}
		if digits(name) {
			name = s[at:stop] // Quận 1
		}
		names, slugs, end = append(names, name), append(slugs, normalize.Slug(name)), stop
		if at = afterPlace(s, end); at < 0 {
			break
		}
		if p, stop, ok := provinces().names.At(s, at); ok && upperWord(s, at, stop) {
			prov := provinces().all[p]
			if s[at-1] == '(' && stop < len(s) && s[stop] == ')' {
				stop++ // huyện Lâm Hà (Lâm Đồng)
			}
			return join(append(names, prov.Name), append(slugs, prov.Slug)), stop
		}
	}
	if len(names) == 0 {
		return Place{}, none
	}
	return join(names, append(slugs, "x")), end
}

func join(names, slugs []string) Place {
	return Place{strings.Join(names, ", "), strings.Join(slugs, ".")}
}

// afterPlace returns where the next larger place may begin; -1: nowhere.
func afterPlace(s string, i int) int {
	for _, mark := range []string{", ", " - ", " thuộc ", " (", " "} {
		if strings.HasPrefix(s[i:], mark) {
			return i + len(mark)
		}
	}
	return -1
}

// properName reads the words with capitals, or the number, behind a space at i.
func properName(s string, i int) (string, int) {
	if i+1 >= len(s) || s[i] != ' ' {
		return "", i
	}
	start, end := i+1, i
	for n := 0; n < 5 && end < len(s) && s[end] == ' '; n++ {
		stop := end + 1
		for stop < len(s) && s[stop] != ' ' && !strings.ContainsRune(",.;:()\n\r/", rune(s[stop])) {
			stop++
		}
		word := s[end+1 : stop]
		if n == 0 && digits(word) {
			return word, stop
		}
		if !upper(word) {
			break
		}
		end = stop
	}
	if end == i {
		return "", i
	}
	return s[start:end], end
}
