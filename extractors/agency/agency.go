// Package agency knows the bodies that issue documents (cơ quan ban hành): their codes
// in symbols, their names in prose, the provinces they belong to and who followed whom.
package agency

// An Agency is a body that issues documents.
type Agency struct {
	Code     string   // as symbols print it: "BCT", "BNNPTNT", "TTg"
	Key      string   // in keys of documents and nodes: "bct", "ubnd@ca-mau", "bnv*"
	Name     string   // "Bộ Công Thương"
	Kind     string   // ministry, organ, party, local …
	Variants []string // other codes by which symbols know it
	From, To string   // validity, ISO 8601 cut to its precision; empty: unknown or open
	Place    Place    // of a local body that is looked up by its key
	codes    []string // Code alone, shared by all numbers of this agency
}

// Local reports whether a key needs the place of the agency beside its code.
func (a Agency) Local() bool {
	switch a.Kind {
	case "local", "local_dept", "local_party":
		return true
	}
	return false
}

// A Place is a province, or a district of one, as a document's issuer.
type Place struct {
	Name string // "Cà Mau"
	Slug string // "ca-mau"; of a district "lam-ha.lam-dong"
}

// A Match is an agency named at the beginning of a text.
type Match struct {
	Agency Agency
	Office string // "Bộ trưởng", "Chủ tịch", when an office holder is named
	Place  Place  // of a local body, when named with it
	End    int    // bytes of the name
}

// A Succession says that one agency followed another (who answers for whom today).
// Codes are those of nodes.
type Succession struct {
	From, To string
	Date     string // ISO 8601 cut to its precision
	Kind     string // merge, rename, split, transfer
	Scope    string
}

// ByCode returns the agency with the given code or variant, as a symbol prints it.
func ByCode(code string) (Agency, bool) { return Agency{}, false }

// ByKey returns the agency with the code of a node or of a document's key:
// "bct", "ubnd@ca-mau", "ubnd@gia-lai~2025", "qh15".
func ByKey(key string) (Agency, bool) { return Agency{}, false }

// ByName returns the agency whose name, or the office of whose head, begins s.
// Case, tone style and the choice between hyphen and comma do not count.
func ByName(s string) (Match, bool) { return Match{}, false }

// AllByName returns the agencies of a joint name: "liên Bộ Tài chính - Công Thương".
func AllByName(s string) ([]Match, bool) { return nil, false }

// Name returns the name of the agency with the given key; the key itself if unknown.
func Name(key string) string { return key }

// At returns the code of the node that issued a document: the issuer of its key, told apart by the
// date where one code stood for two bodies (BNV before 1998, merged provinces from 1 July 2025).
func At(issuer, issued string) string { return issuer }

// Successions returns who followed whom, those of merged provinces' bodies included,
// by From, To.
func Successions() []Succession { return nil }

// Component returns the codes joined with the given one by successions, in any number
// of steps and either direction, the code itself included, sorted.
func Component(code string) []string { return []string{code} }

// Province returns the province of the given name, with or without "tỉnh" or "thành phố".
func Province(name string) (Place, bool) { return Place{}, false }

// Seat returns the province whose seat prints the given town in its date lines.
func Seat(town string) (Place, bool) { return Place{}, false }
