package signer

import (
	"strings"
	"unicode"

	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
)

// spellOrgan gives the name of a body that is printed in capitals as it is
// written in a sentence. A known body has its own spelling; of an unknown one
// each word of rank begins with a capital.
func spellOrgan(name string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	if m, ok := agency.ByName(name); ok && m.End == len(name) && m.Office == "" {
		return m.Agency.Name
	}
	return organWords(strings.Fields(name))
}

// organWords joins the words of a body's name; the first of each part is a capital.
func organWords(words []string) string {
	up := true
	for i, w := range words {
		if normalize.IsSyllable(strings.Trim(w, ",.-")) { // HQ, KT-XH stay as they are
			words[i] = strings.ToLower(w)
		}
	}
	for i, w := range words {
		if up || i > 0 && unit[words[i-1]] || capital[strings.Join(words[i:min(i+2, len(words))], " ")] || capital[w] {
			r := []rune(w)
			r[0] = unicode.ToUpper(r[0])
			words[i] = string(r)
		}
		up = false
	}
	return strings.Join(words, " ")
}

// unit holds the words for parts of bodies: what they are called begins with a capital.
var unit = map[string]bool{"Vụ": true, "vụ": true, "Cục": true, "cục": true, "phòng": true, "Phòng": true, "Sở": true, "Viện": true,
	"viện": true, "tâm": true}

// capital holds the words that begin the parts of names of bodies.
var capital = map[string]bool{
	"ủy ban": true, "uỷ ban": true, "bộ": true, "hội đồng": true, "chính phủ": true, "quốc hội": true, "đảng": true,
	"sở": true, "ban chỉ": true, "văn phòng": true, "cục": true, "tổng cục": true, "nhà nước": true, "chứng khoán": true,
	"trung ương": true, "thanh tra": true, "tỉnh ủy": true, "thành ủy": true, "việt": true, "nam": true, "ngân hàng": true,
}
