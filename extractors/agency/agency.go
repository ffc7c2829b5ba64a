// Package agency knows the bodies that issue documents (cơ quan ban hành): their codes
// in symbols, their names in prose, the provinces they belong to and who followed whom.
package agency

// An Agency is a body that issues documents.
type Agency struct {
	Code     string // as symbols print it: "BCT", "BNNPTNT", "TTg"
	Key      string // in keys of documents and nodes: "bct", "ubnd@ca-mau", "bnv*"
	Name     string // "Bộ Công Thương"
	Kind     string // ministry, organ, party, local …
	From, To string // validity, ISO 8601 cut to its precision; empty: unknown or open
	Place    Place  // of a local body that was looked up by its key
}

// Local reports whether the code of a names another body in every place.
func (a Agency) Local() bool {
	switch a.Kind {
	case "local", "local_dept", "local_party", "local_head", "local_committee":
		return true
	}
	return false
}

// A Place is a province, or a district or commune of one, as the seat of an issuer.
type Place struct {
	Name string // "Cà Mau"
	Slug string // "ca-mau"; of a district "lam-ha.lam-dong"
}

// A Succession says that one agency followed another (who answers for whom today).
// Its codes are those of nodes.
type Succession struct {
	From, To string
	Date     string // ISO 8601 cut to its precision
	Kind     string // merge, rename, split, transfer
	Scope    string // what passed over: "whole", "press and publishing"
}
