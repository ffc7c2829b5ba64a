package canon

import "strings"

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
	if query == "" {
		return ""
	}
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(pair, "="); pair != "" && !isTracking(name) {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&")
}

func isTracking(name string) bool {
	name = strings.ToLower(name)
	for _, t := range tracking {
		if begin, ok := strings.CutSuffix(t, "*"); name == t || ok && strings.HasPrefix(name, begin) {
			return true
		}
	}
	return false
}

// untracked drops a session that a Java server writes into the path.
func untracked(path string) string {
	at := strings.Index(strings.ToLower(path), ";jsessionid=")
	if at < 0 {
		return path
	}
	rest := path[at+1:]
	if end := strings.IndexAny(rest, "/;"); end >= 0 {
		return path[:at] + untracked(rest[end:])
	}
	return path[:at]
}
