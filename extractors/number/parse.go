package number

// A Query is what a person typed to name a document by its number. Empty fields match anything.
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
// none when s names no number.
func Parse(s string) []Query { return nil }

// Matches reports whether k is meant by q.
func (q Query) Matches(k Key) bool { return false }
