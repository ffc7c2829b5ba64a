package number

// A Key is the identity of a document (spec section 2.4):
// vn:quyet-dinh:ttg:2022:726, vn:tc:qcvn:01:2019:bct.
type Key struct {
	Type     string   // slug; "tc" for a standard
	Issuers  []string // "ttg"; "btc", "bct"; "qh15"; none for a standard
	Place    string   // "ca-mau", "x", "gia-lai~2025"; empty: not a local body
	Year     int      // 0 = unknown
	Num      string   // lower case, no leading zero
	Prefix   string   // of a standard: "qcvn"
	Body     string   // of a standard: "bct"; may be empty
	Fragment string   // "dieu-5.khoan-2"; not part of the identity
}

// ParseKey reads what String writes.
func ParseKey(s string) (Key, error) { return Key{}, nil }

// String returns the key with its fragment.
func (k Key) String() string { return "" }

// A Block groups the documents that could be one (design: number and root of the issuer).
type Block struct {
	Num  string
	Root string // issuer without term and place, joint issuers joined
}

// Block returns the block of k: no type, year, term or place stands in it.
func (k Key) Block() Block { return Block{} }

// Provisional reports whether k may stand for several documents: its year
// or the place of its issuer is unknown.
func (k Key) Provisional() bool { return false }
