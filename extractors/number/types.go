package number

// A Type is a type of document (loại văn bản).
type Type struct {
	Slug   string // in keys: "quyet-dinh"
	Code   string // in symbols: "QĐ"; may be empty
	Name   string // "Quyết định"
	Family string // qppl, admin, party, instrument …
}

// TypeBySlug returns the type with the given slug.
func TypeBySlug(slug string) (Type, bool) { return Type{}, false }

// TypeByWord returns the type whose word or abbreviation is w: "Nghị định", "nghi dinh", "NĐ".
func TypeByWord(w string) (Type, bool) { return Type{}, false }
