package signer

import "strings"

// authorities are the signs that somebody signs for another (NĐ 30/2020 Annex I).
var authorities = []struct{ sign, code string }{
	{"TUQ", "TUQ"}, {"T/UQ", "TUQ"}, {"TUN", "TUQ"}, {"TM", "TM"}, {"T/M", "TM"}, {"T.M", "TM"}, {"KT", "KT"}, {"K/T", "KT"},
	{"K.T", "KT"}, {"TL", "TL"}, {"T/L", "TL"}, {"T.L", "TL"}, {"Q", "Q"},
}

// cutAuthority cuts the sign off "KT. BỘ TRƯỞNG"; code is empty when s begins with none.
func cutAuthority(s string) (code, of string) {
	s = strings.TrimLeft(s, "*| ")
	for _, a := range authorities {
		rest, ok := strings.CutPrefix(s, a.sign)
		if !ok || rest == "" {
			continue
		}
		trimmed := strings.TrimLeft(rest, ". /")
		if trimmed == rest || a.sign == "Q" && rest[0] != '.' || trimmed == "" {
			continue
		}
		return a.code, Clean(strings.TrimRight(trimmed, " |"))
	}
	return "", ""
}

func isAuthority(s string) bool {
	code, of := cutAuthority(s)
	return code != "" && of == strings.ToUpper(of) && len(of) < 150
}

// isWhole reports whether what is signed for is complete: a post, or a body
// whose name needs no further word.
func isWhole(s string) bool {
	_, of := cutAuthority(s)
	if _, n := postAt(of); n > 0 {
		return true
	}
	for _, body := range []string{"CHÍNH PHỦ", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN",
		"ỦY BAN THƯỜNG VỤ QUỐC HỘI", "BAN THƯỜNG VỤ", "BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "QUỐC HỘI"} {
		if strings.HasPrefix(of, body) {
			return true
		}
	}
	return false
}
