package citation

import (
	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// fits reports whether a type word may stand before the number of c.
func (c *Citation) fits(word string) bool {
	if word == c.Type {
		return true
	}
	switch c.Family {
	case number.F2:
		return word == "luat" || word == "bo-luat" ||
			c.Type == "" && (word == "nghi-quyet" || word == "phap-lenh")
	case number.F4, number.F5, number.F7:
		return c.fitsOld(word)
	case number.F6:
		return c.Type == "quyet-dinh" && word == "quy-dinh" || word == "van-ban"
	case number.F10:
		return word == "thong-tu" || word == "nghi-quyet" && c.Type == "nghi-quyet-lien-tich"
	}
	return word == "van-ban" || word == "chuong-trinh" && c.Type == "ke-hoach"
}

// fitsOld judges official letters and old numbers, whose symbol holds no type.
func (c *Citation) fitsOld(word string) bool {
	switch word {
	case "quy-dinh", "huong-dan", "van-ban-hop-nhat", "vbhn", "hop-dong", "chien-luoc",
		"quy-hoach", "dieu-le", "danh-muc", "khung", "lo-trinh", "hiep-dinh", "du-an":
		return false
	case "luat", "bo-luat", "lenh":
		return c.Type == "" && (c.Orgs[0] == "QH" || c.Orgs[0] == "HĐNN")
	case "phap-lenh":
		return c.Type == "" && c.Orgs[0] == "HĐNN" || c.Type == "phap-lenh"
	case "thong-tu":
		return c.Family == number.F7
	}
	return c.Type == "" || c.Type == "cong-van"
}

// setType takes the type from the word where the symbol leaves it open.
func (c *Citation) setType(word string) {
	switch {
	case word == "van-ban":
	case c.Type == "":
		c.Type = word
		if word == "lenh" {
			c.Orgs = agency.IssuerOf("CTN").Codes()
		}
	case c.Type == "cong-van" && (c.Family == number.F4 || c.Family == number.F5):
		c.Type = word
	case c.Family == number.F6 && c.Type == "quyet-dinh":
		c.Type = word // a Party QĐ may be a Quy định
	}
}
