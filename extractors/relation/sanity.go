package relation

import "strings"

// strength orders the kinds, the strongest first within each family (spec reading.md).
var strength = map[string]int{
	"details": 1, "guides": 2, "implements": 3,
	"repeals": 1, "replaces": 2, "suspends": 3, "extends": 4, "corrects": 5, "amends": 6, "supplements": 7,
	"consolidates": 1, "based_on": 2, "refers_to": 3,
}

// Stronger reports whether kind a is stronger than kind b of the same family.
func Stronger(a, b string) bool { return strength[a] < strength[b] }

// Older reports whether date a lies before date b, both cut to the coarser of
// their precisions; what is unknown is not older.
func Older(a, b string) bool {
	n := min(len(a), len(b), len("2006-01-02"))
	return n >= len("2006") && a[:n] < b[:n]
}

// allows reports whether from may do kind to to, and the code of what is wrong.
// A document never acts on a younger one (promise 5), nor on itself; one of
// lower rank amends none of higher rank, save that a decision may correct one
// (Luật 2015 Art. 12); a text details only what stands above it.
func (r *reader) allows(kind string, from, to int) (ok bool, code string) {
	if from < 0 || to < 0 || from == to {
		return false, ""
	}
	a, b := &r.Things[from], &r.Things[to]
	if a.Instrument || b.Instrument {
		return !(b.Instrument && b.Carrier == from) && !(a.Instrument && a.Carrier == to), ""
	}
	if proposes(a.Type) && a.Type != b.Type && (amending(kind) || kind == "details" || kind == "guides") {
		return false, ""
	}
	if kind != "consolidates" && Older(a.Date, b.Date) {
		return false, "direction_conflict"
	}
	if a.Rank == 0 || b.Rank == 0 {
		return true, ""
	}
	switch kind {
	case "amends", "supplements", "replaces", "extends":
		if a.Rank > b.Rank || a.Rank <= assembly && b.Rank > assembly {
			return false, "rank_conflict"
		}
	case "repeals", "suspends":
		if a.Rank > b.Rank {
			return false, "rank_conflict"
		}
	case "details", "guides":
		if a.Rank <= b.Rank {
			return false, "rank_conflict"
		}
	}
	return true, ""
}

// proposes reports whether documents of a type only propose: they change no other.
func proposes(slug string) bool { return slug == "to-trinh" || slug == "bao-cao" || slug == "de-an" }

func amending(kind string) bool {
	switch kind {
	case "amends", "supplements", "replaces", "repeals", "suspends", "extends", "corrects":
		return true
	}
	return false
}

// assembly is the lowest rank of what the National Assembly and its Standing
// Committee issue: what bodies below them issue they repeal, and do not amend.
const assembly = 3

// RankOf gives the place of a type in the order of legal force (Luật 2025 Art. 4).
func RankOf(slug, issuer string) int {
	switch slug {
	case "hien-phap":
		return 1
	case "luat", "bo-luat":
		return 2
	case "phap-lenh":
		return 3
	case "nghi-quyet":
		switch {
		case hasPrefix(issuer, "qh"):
			return 2
		case hasPrefix(issuer, "ubtvqh"):
			return 3
		case issuer == "cp":
			return 5
		case hasPrefix(issuer, "hdnd"):
			return 8
		}
	case "lenh":
		return 4
	case "nghi-dinh":
		return 5
	case "quyet-dinh", "chi-thi":
		switch {
		case issuer == "ttg":
			return 6
		case issuer == "ctn":
			return 4
		case hasPrefix(issuer, "ubnd"):
			return 9
		case issuer == "cp", issuer == "hdbt", issuer == "hdcp":
			return 6
		case slug == "quyet-dinh" && !strings.Contains(issuer, "@"):
			return 7
		}
	case "thong-tu", "thong-tu-lien-tich":
		return 7
	}
	return 0
}

func hasPrefix(s, p string) bool { return len(s) >= len(p) && s[:len(p)] == p }
