package complete

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind is what a line is.
type kind int

const (
	plain    kind = iota
	articleK      // Điều 5. …
	clauseK       // 5. …
	pointK        // a) …
	partK         // Chương II, Mục 1, Phần thứ nhất
	annexK        // Phụ lục, Mẫu số
	endK          // Nơi nhận, a signature
)

// A line is one that has words.
type line struct {
	start, end int // in the text, without white space and marks of Markdown
	words      string
	kind       kind
	number     int    // of an article or clause
	digits     string // the same as written: the mark of a note may be glued to it
	letter     string // of a point; what follows the number of an article
	rest       string // behind the number
	quoted     bool   // within quotation marks that opened on a line before
}

// Beginnings of lines. The mark of a note may stand behind a number, in brackets or, in
// texts of printed pages, glued to it: "b)15 Chủ trì". (spec 4.10)
var (
	articleLine = regexp.MustCompile(`^(?:Điều|ĐIỀU) (\d{1,3})([a-zđ]{0,2})` +
		`(?: ?(?:\[\d+\])* ?[.:]|(?: ?\[\d+\])*$)`)
	clauseLine = regexp.MustCompile(`^([1-9]\d{0,3})([a-zđ]{0,2})(?:\[\d+\])*\.` +
		`(?: |$|(?:\[\d+\])+|\d{1,3} [\p{Lu}(])`)
	pointLine = regexp.MustCompile(`^([a-zđ])(\d?)(?:\[\d+\])*\)(?:\[\d+\]|\d{1,3})*(?: |$)`)
	partLine  = regexp.MustCompile(`^(?:Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phần|PHẦN) ` +
		`(?:[IVXLC]+|\d+|(?:thứ|THỨ) \p{L}+)[a-zđ]?\d*(?:\[\d+\])*\.?(?:$|[ :(])`)
	annexLine = regexp.MustCompile(`^(?:(?:PHỤ LỤC|Phụ lục)(?: (?:số )?[IVXLC\d]+[a-zđ]?)?\.?$|` +
		`PHỤ LỤC|(?:Mẫu|MẪU|Biểu|BIỂU)(?: (?:số|SỐ|mẫu|MẪU))* ?\d+[^;,]*$)`)
	endLine = regexp.MustCompile(`^(?:Nơi nhận|NƠI NHẬN|TM\.|KT\.|T/M|K/T|TL\.|TUQ\.|CHỦ TỊCH ` +
		`QUỐC HỘI)`)
)

// split finds the lines with words; the furniture of printed pages is none.
func split(text string) []line {
	var out []line
	open, broken := false, line{}
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		l := trim(text, start, end)
		start = end + 1
		if broken.words != "" && l.words != "" {
			l.start, l.words, broken = broken.start, broken.words+" "+l.words, line{}
		}
		switch {
		case l.words == "Điều": // broken off from its number
			broken = l
			continue
		case l.words == "", isFurniture(l.words):
			continue
		}
		l.classify()
		l.quoted = open
		open = stillQuoted(l, open)
		out = append(out, l)
	}
	return out
}

// stamps begin the lines that a digital signature prints. (spec 4.4)
var stamps = []string{"Ký bởi:", "Người ký:", "Email:", "Cơ quan:", "Thời gian ký:", "Ngày ký:"}

// isFurniture reports whether a line belongs to a printed page and not to its text: its
// number, its header, a stamp. (spec 4.10)
func isFurniture(words string) bool {
	if strings.Trim(words, "0123456789 ./|_*+-") == "" {
		return true
	}
	for _, s := range stamps {
		if strings.HasPrefix(words, s) {
			return true
		}
	}
	at := strings.Index(words, "CÔNG BÁO/")
	return at >= 0 && at < 12
}

// marks are those of Markdown within a line.
var marks = strings.NewReplacer("**", "", "\\", "")

func trim(text string, start, end int) line {
	isMark := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("*#>_|", r) }
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !isMark(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !isMark(r) {
			break
		}
		end -= size
	}
	return line{start: start, end: end, words: marks.Replace(text[start:end])}
}

func (l *line) classify() {
	w := l.words
	if m := articleLine.FindStringSubmatch(w); m != nil {
		l.kind, l.letter, l.rest = articleK, m[2], strings.TrimSpace(w[len(m[0]):])
		l.number, _ = strconv.Atoi(m[1])
		return
	}
	if m := clauseLine.FindStringSubmatch(w); m != nil {
		l.kind, l.letter, l.rest = clauseK, m[2], strings.TrimSpace(w[len(m[0]):])
		l.digits = m[1]
		l.number, _ = strconv.Atoi(m[1])
		return
	}
	if m := pointLine.FindStringSubmatch(w); m != nil {
		l.kind, l.letter, l.rest = pointK, m[1], strings.TrimSpace(w[len(m[0]):])
		if m[2] != "" {
			l.number = 1
		}
		return
	}
	switch {
	case len(w) < 120 && annexLine.MatchString(w):
		l.kind = annexK
	case len(w) < 200 && partLine.MatchString(w):
		l.kind = partK
	case endLine.MatchString(w):
		l.kind = endK
	}
}

// stillQuoted reports whether a quotation is open behind a line.
func stillQuoted(l line, open bool) bool {
	for _, r := range l.words {
		switch r {
		case '“', '«':
			open = true
		case '”', '»':
			open = false
		case '"':
			open = !open
		}
	}
	return open
}
