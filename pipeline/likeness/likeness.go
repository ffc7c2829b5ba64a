// Package likeness tells whether two texts are nearly the same, as news that several
// papers take from one agency are: by the smallest hashes of runs of words (min-hash,
// one permutation), which agree in about the share of runs that the texts have in common.
package likeness

import (
	"encoding/binary"
	"strings"
	"unicode"
)

const (
	run      = 5  // words in a row
	bins     = 60 // values in a sign
	bands    = 10 // groups of them by which alike pages find each other
	inBand   = bins / bands
	minWords = 80  // a shorter text is not compared: it may be a form or a notice
	enough   = 0.8 // share of equal values of two texts that are nearly the same
)

// A Sign is what is kept of a text. The zero Sign is like nothing.
type Sign struct {
	values [bins]uint16
	set    bool
}

// Of returns the sign of a text; one that is too short to be compared has the zero Sign.
func Of(text string) Sign {
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	})
	if len(words) < minWords {
		return Sign{}
	}
	var smallest [bins]uint64
	var filled [bins]bool
	for i := 0; i+run <= len(words); i++ {
		h := hash(words[i : i+run])
		bin, rest := h%bins, h/bins
		if !filled[bin] || rest < smallest[bin] {
			smallest[bin], filled[bin] = rest, true
		}
	}
	s := Sign{set: true}
	for i := range s.values {
		s.values[i] = fill(&smallest, &filled, i)
	}
	return s
}

// fill lends an empty bin the value of the next one that is not (densification).
func fill(smallest *[bins]uint64, filled *[bins]bool, i int) uint16 {
	for n := range bins {
		if j := (i + n) % bins; filled[j] {
			return uint16(mix(smallest[j] + uint64(n)))
		}
	}
	return 0
}

// hash is FNV-1a over words with a space between, well mixed.
func hash(words []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return mix(h)
}

// mix spreads what differs over all bits (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// IsZero reports whether s is of a text that is not compared.
func (s Sign) IsZero() bool { return !s.set }

// Like reports whether two texts are nearly the same.
func (s Sign) Like(o Sign) bool {
	if !s.set || !o.set {
		return false
	}
	equal := 0
	for i := range s.values {
		if s.values[i] == o.values[i] {
			equal++
		}
	}
	return float64(equal) >= enough*bins
}

// Bands returns numbers of which pages that are nearly the same have one in common, save
// in one case of twenty at the limit.
func (s Sign) Bands() []int64 {
	if !s.set {
		return nil
	}
	all := make([]int64, bands)
	for b := range all {
		h := mix(uint64(b) + 1)
		for _, v := range s.values[b*inBand : (b+1)*inBand] {
			h = mix(h ^ uint64(v))
		}
		all[b] = int64(h)
	}
	return all
}

// Pack returns the bytes of s.
func (s Sign) Pack() []byte {
	var b []byte
	for _, v := range s.values {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	return b
}

// Unpack reads what Pack wrote; bytes of another make give the zero Sign.
func Unpack(b []byte) Sign {
	var s Sign
	if len(b) != 2*bins {
		return s
	}
	for i := range s.values {
		s.values[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	s.set = true
	return s
}
