package canon

import (
	"regexp"
	"strings"
)

// tracking are the parameters that say by what way a reader came, and never what is
// shown. One that ends in * stands for all that begin so.
var tracking = []string{
	"utm_*", "_ga", "_gl", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid",
	"fbclid", "fb_action_*", "fb_ref", "fb_source", "mibextid", "igsh", "igshid",
	"zarsrc", "gidzl", // Zalo
	"vn_source", "vn_medium", "vn_campaign", "vn_term", "vn_content", // VnExpress
	"msclkid", "yclid", "ttclid", "twclid", "li_fat_id", "mc_cid", "mc_eid",
	"_hsenc", "_hsmi", "phpsessid", "jsessionid",
}

// trim drops tracking parameters and empty ones from a query in normal form.
func trim(query string) string {
	var b strings.Builder
	for pair := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(pair, "="); pair == "" || isTracking(name) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(pair)
	}
	return b.String()
}

func isTracking(name string) bool {
	name = strings.ToLower(name)
	for _, t := range tracking {
		begin, many := strings.CutSuffix(t, "*")
		if name == t || many && strings.HasPrefix(name, begin) {
			return true
		}
	}
	return false
}

// session is what a Java server writes into a path.
var session = regexp.MustCompile(`(?i);jsessionid=[^/;]*`)

func untracked(path string) string {
	if strings.IndexByte(path, ';') < 0 {
		return path
	}
	return session.ReplaceAllLiteralString(path, "")
}
