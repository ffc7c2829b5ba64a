package date

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors"
)

// A Role is what a date is the date of.
type Role string

const (
	NoRole        Role = ""
	Issue         Role = "issue"         // ngày ban hành, ngày ký
	Passed        Role = "passed"        // thông qua: the issue date of a law
	Effective     Role = "effective"     // có hiệu lực từ
	Expiry        Role = "expiry"        // hết hiệu lực, đến hết ngày
	Deadline      Role = "deadline"      // trước ngày: never an issue date
	Published     Role = "published"     // of the page
	Authenticated Role = "authenticated" // ngày xác thực of a consolidated text
	Gazette       Role = "gazette"       // header of the Công báo: never an issue date
)

// RoleOf returns the role that the words around m give it in t, NoRole if they
// give none. (spec 2.2, 3.7, 4.1, 4.7)
func RoleOf(t extractors.Text, m extractors.Mention[Date]) Role {
	s, start, end := t.Norm, m.Span.Start, m.Span.End
	left := leftWords(s, start)
	if strings.Contains(left, "công báo/số") {
		return Gazette
	}
	if r := cued(strings.TrimRight(left, " :-(")); r != NoRole {
		return r
	}
	switch {
	case ownLine(s, start, end):
		if m.Value.Precision == Minute {
			return Published
		}
	case m.Value.Precision < Minute && placeDate(s, start, end):
		return Issue
	}
	if afterSymbol(strings.TrimRight(left, " ,(")) || opensIssuing(s, start, end) {
		return Issue
	}
	return NoRole
}

const leftWidth = 96

// leftWords returns the end of what stands before byte i as one lower-case line,
// without the signs that set off a label or a table cell.
func leftWords(s string, i int) string {
	from := max(0, i-leftWidth)
	for from < i && !utf8.RuneStart(s[from]) {
		from++
	}
	var buf [2 * leftWidth]byte
	out, gap := buf[:0], false
	for _, r := range s[from:i] {
		if unicode.IsSpace(r) || r == '|' || r == '*' || r == '_' {
			gap = len(out) > 0
			continue
		}
		if gap {
			out, gap = append(out, ' '), false
		}
		out = utf8.AppendRune(out, lower(r))
	}
	return string(out)
}

// lower is unicode.ToLower, the quicker for the letters of Vietnamese.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r >= 0x1EA0 && r <= 0x1EF9:
		return r | 1
	}
	return unicode.ToLower(r)
}

// cues are what a role's dates stand directly behind. Where since is set, a word
// for "from" must stand between.
var cues = [...]struct {
	suffix string
	role   Role
	since  bool
}{
	{"hết hiệu lực", Expiry, false}, {"hết hiệu lực thi hành", Expiry, false},
	{"đến hết", Expiry, false}, {"hết hạn", Expiry, false},
	{"hiệu lực", Effective, false}, {"hiệu lực thi hành", Effective, false},
	{"hiệu lực pháp luật", Effective, false}, {"áp dụng", Effective, true},
	{"thi hành", Effective, true}, {"thực hiện", Effective, true},
	{"trước", Deadline, false}, {"chậm nhất", Deadline, false},
	{"chậm nhất là", Deadline, false}, {"muộn nhất", Deadline, false},
	{"muộn nhất là", Deadline, false}, {"hạn chót", Deadline, false}, {"hạn cuối", Deadline, false},
	{"ngày xác thực", Authenticated, false}, {"thông qua", Passed, false},
	{"ngày công báo", Gazette, false}, {"ngày đăng công báo", Gazette, false},
	{"cập nhật", Published, false}, {"cập nhật lúc", Published, false},
	{"ngày đăng", Published, false}, {"đăng lúc", Published, false}, {"giờ đăng", Published, false},
	{"đăng ngày", Published, false}, {"ngày đăng bài viết gốc", Published, false},
	{"xuất bản", Published, false}, {"đăng tải", Published, false},
	{"ban hành", Issue, false}, {"đăng ký", NoRole, false}, {"ký", Issue, false},
}

var since = [...]string{" kể từ", " bắt đầu từ", " từ", " vào", " ngày"}

// cued returns the role of a date directly behind left.
func cued(left string) Role {
	from := false
	for _, w := range since {
		if rest, ok := strings.CutSuffix(left, w); ok {
			left, from = strings.TrimRight(rest, " :,"), w != " vào" && w != " ngày"
			break
		}
	}
	for _, c := range cues {
		if endsInWord(left, c.suffix) && (from || !c.since) {
			if c.role == Issue && from {
				return NoRole
			}
			return c.role
		}
	}
	return NoRole
}

func endsInWord(s, suffix string) bool {
	rest, ok := strings.CutSuffix(s, suffix)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(rest)
	return rest == "" || !unicode.IsLetter(r)
}

// ownLine reports whether the date is all that its line says.
func ownLine(s string, start, end int) bool {
	return bareLine(s[lineStart(s, start):start]) && bareLine(s[end:lineEnd(s, end)])
}

func bareLine(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	})
}

// placeDate reports whether the date ends a line that began with a place: "Cà Mau, ngày …".
func placeDate(s string, start, end int) bool {
	if !bareLine(s[end:lineEnd(s, end)]) {
		return false
	}
	place := strings.Trim(s[lineStart(s, start):start], " *_")
	place, ok := strings.CutSuffix(place, ",")
	place = strings.TrimPrefix(strings.TrimPrefix(place, "TP."), "Tp.")
	words := strings.Fields(place)
	if !ok || len(words) == 0 || len(words) > 6 || strings.ContainsAny(place, ".;:0123456789") {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && w != "-" {
			return false
		}
	}
	return true
}

// lineReach is how far the ends of a line are looked for: a line of one date, or of
// a place and a date, is shorter.
const lineReach = 200

// lineStart returns where the line or table cell of byte i begins.
func lineStart(s string, i int) int {
	from := max(0, i-lineReach)
	return from + strings.LastIndexAny(s[from:i], "\n|") + 1
}

func lineEnd(s string, i int) int {
	end := min(len(s), i+lineReach)
	if n := strings.IndexAny(s[i:end], "\n|"); n >= 0 {
		return i + n
	}
	return end
}

// afterSymbol reports whether left ends in the symbol of a document, as in
// "1819/BCT-TKNL năm 2018".
func afterSymbol(left string) bool {
	word := left[strings.LastIndexByte(left, ' ')+1:]
	slash := strings.LastIndexAny(word, "/-")
	if slash <= 0 || !strings.ContainsAny(word, "0123456789") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(word[slash+1:])
	return unicode.IsLetter(r)
}

// opensIssuing reports whether the date opens a sentence that says that something
// was issued: "Năm 2022, Thủ tướng … phê duyệt …".
func opensIssuing(s string, start, end int) bool {
	first, _ := utf8.DecodeRuneInString(s[start:])
	if !unicode.IsUpper(first) || end >= len(s) || s[end] != ',' || !opensSentence(s, start) {
		return false
	}
	rest := s[end:min(len(s), end+300)]
	if n := strings.IndexAny(rest, "\n;"); n >= 0 {
		rest = rest[:n]
	}
	for _, verb := range [...]string{" phê duyệt ", " ban hành ", " ký ", " thông qua "} {
		if strings.Contains(rest, verb) {
			return true
		}
	}
	return false
}

func opensSentence(s string, i int) bool {
	left := strings.TrimRight(s[:i], " ")
	return left == "" || strings.IndexByte("\n.!?|", left[len(left)-1]) >= 0
}
