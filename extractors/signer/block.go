package signer

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// Blocks returns the signature of the document in l that stands between bytes
// from and to, and behind it those of its co-signers. It is the first complete
// block; the later ones stand in forms. Where only an authority is printed, a
// signature without a name is returned.
func Blocks(l *sentence.Layout, from, to int) []Signature {
	p := parser{norm: l.Norm}
	for _, b := range l.Blocks[l.At(from):] {
		if b.Start >= to {
			break
		}
		if b.Start < from {
			continue
		}
		if p.ended(b) {
			break
		}
		p.block(l, b)
	}
	p.drop()
	if len(p.found) == 0 && p.bare.At.Len() > 0 {
		return []Signature{p.bare}
	}
	return p.found
}

// A parser collects the lines of a signature block.
type parser struct {
	norm  string
	lines []string // authority and post lines at hand
	start int
	first int // where the first of them ends
	found []Signature
	bare  Signature // an authority without a name
	since int       // blocks since the last signature
}

// cosigners stand close to each other.
const apart = 8

// longLine is the most bytes of a line of a signature block.
const longLine = 300

// ended reports whether no co-signer can follow any more.
func (p *parser) ended(b sentence.Block) bool {
	if len(p.found) == 0 {
		return false
	}
	p.since++
	return p.since > apart
}

func (p *parser) block(l *sentence.Layout, b sentence.Block) {
	text := l.Text(b)
	if len(text) > longLine {
		line, rest, _ := strings.Cut(text, "\n")
		if len(p.lines) == 0 || len(line) > longLine || !endsLine("\n"+rest) {
			p.drop()
			return
		}
		text = line
	}
	text = cutOverlay(text)
	if n := dateLine(text); n > 0 {
		text, b.Start, b.Shouted = text[n:], b.Start+n, isShouted(text[n:])
	}
	switch {
	case len(p.lines) == 0 && !b.Shouted && !startsCaps(text) && !strings.Contains(text, "ký)"):
	case isNote(text):
	case b.Shouted || isShouted(text) || isPostLine(text) || isAuthority(text):
		at := b.Start
		for line := range strings.SplitSeq(text, "\n") {
			p.line(Clean(line), extractors.Span{Start: at, End: at + len(line)})
			at += len(line) + 1
		}
	default:
		p.signed(text, b)
	}
}

// dateLine returns the length of the place-date line that a text repair left
// before the lines of a signature: "Hà Nội, ngày 13 tháng 4 năm 2018"; 0 when
// there is none.
func dateLine(text string) int {
	line, rest, more := strings.Cut(text, "\n")
	if !more || !strings.Contains(line, "ngày") || !strings.Contains(line, "năm") ||
		!startsCaps(rest) || strings.HasSuffix(strings.TrimRight(line, " "), ",") {
		return 0
	}
	first, _, _ := strings.Cut(rest, "\n")
	if first = Clean(first); !isAuthority(first) && !isPostLine(first) {
		return 0
	}
	return len(line) + 1
}

// line adds a line of capitals; one that is neither authority nor post
// continues the one before, or names the body of its post.
func (p *parser) line(s string, at extractors.Span) {
	switch {
	case s == "":
	case len(p.lines) > 0 && goesOn(p.lines[len(p.lines)-1], s):
		p.lines[len(p.lines)-1] += " " + s
	case isAuthority(s), isPostLine(s):
		if len(p.lines) == 0 {
			p.start, p.first = at.Start, at.End
		}
		p.lines = append(p.lines, cutDeputy(s)...)
	case len(p.lines) > 0 && len(p.lines) < 6 && len(s) < 120 && !strings.ContainsAny(s, "0123456789"):
		last := &p.lines[len(p.lines)-1]
		if joined := *last + " " + s; isAuthority(*last) && !isWhole(*last) || isPostLine(joined) && !isPostLine(*last) {
			*last = joined
		} else {
			p.lines = append(p.lines, s)
		}
	default:
		p.drop()
	}
}

// cutDeputy parts the post of the signer from the line that names whom he signs
// for: "KT. TRƯỞNG BAN DÂN TỘC PHÓ TRƯỞNG BAN".
func cutDeputy(s string) []string {
	if code, _ := cutAuthority(s); code == "" {
		return []string{s}
	}
	for _, w := range []string{" PHÓ ", " THỨ TRƯỞNG"} {
		if i := strings.Index(s, w); i > 0 {
			if _, n := postAt(s[i+1:]); n > 0 {
				return []string{s[:i], s[i+1:]}
			}
		}
	}
	return []string{s}
}

// goesOn reports whether line s ends what the line before began: behind a comma, or
// where that is the post of another with the name of its body begun.
func goesOn(last, s string) bool {
	if strings.HasSuffix(last, ",") {
		return true
	}
	_, of := cutAuthority(last)
	_, n := postAt(of)
	return n > 0 && n < len(of) && !isAuthority(s) && !isPostLine(s)
}

// signed takes a line that is not in capitals: the name, or something else
// that ends the block.
func (p *parser) signed(text string, b sentence.Block) {
	if caps, rest := leadingCaps(text); rest > 0 && (isPostLine(caps) || isAuthority(caps)) {
		for _, line := range splitPosts(caps) {
			p.line(line, extractors.Span{Start: b.Start, End: b.Start + rest})
		}
		b.Start, text = b.Start+rest, text[rest:]
	}
	if len(p.lines) == 0 {
		p.labelled(text, b)
		return
	}
	sig := Signature{}
	i := skipHonours(text, 0, &sig)
	end, ok := NameAt(text, i)
	if !ok || strings.Trim(text[end:], " .*|()[]\n") != "" && !isNote(text[end:]) && !endsLine(text[end:]) {
		p.drop()
		return
	}
	p.finish(&sig)
	sig.Name = Clean(text[i:end])
	sig.NameAt = extractors.Span{Start: b.Start + i, End: b.Start + end}
	sig.At = extractors.Span{Start: p.start, End: b.Start + end}
	p.found = append(p.found, sig)
	p.lines, p.since = nil, 0
}

// endsLine reports whether a name has its line for itself: blank lines part it from
// what a text repair joined to it.
func endsLine(rest string) bool {
	line, more, _ := strings.Cut(rest, "\n")
	blank, _, _ := strings.Cut(more, "\n")
	return strings.TrimSpace(line) == "" && strings.TrimSpace(blank) == ""
}

// drop forgets the lines at hand; an authority among them is kept for the
// metadata to complete.
func (p *parser) drop() {
	if len(p.lines) > 0 && p.bare.At.Len() == 0 && isAuthority(p.lines[0]) {
		p.finish(&p.bare)
		p.bare.At = extractors.Span{Start: p.start, End: p.first}
	}
	p.lines = nil
}

// finish reads capacity, principal and title from the lines.
func (p *parser) finish(sig *Signature) {
	posts := p.lines
	for len(posts) > 0 && isAuthority(posts[0]) {
		code, of := cutAuthority(posts[0])
		sig.Capacity = append(sig.Capacity, code)
		posts = posts[1:]
		switch {
		case code == "Q":
			posts = append([]string{of}, posts...)
		case code != "TM":
			sig.Principal = Spell(of)
		case sig.Title == "":
			sig.Title = chairs(of)
		}
	}
	var title, organ string
	for _, line := range posts {
		if post, n := postAt(line); n > 0 && title == "" {
			title = Spell(line)
			if post == title && organ != "" {
				title += " " + organ
			}
		} else if title == "" {
			organ = spellOrgan(line)
		} else if !strings.Contains(title, spellOrgan(line)) {
			title += " " + spellOrgan(line)
		}
	}
	if sig.Title != "" && strings.HasPrefix(sig.Title, title) && title != "" {
		return
	}
	sig.Title = title
}

// chairs gives the title under which the head of a collective signs: the
// chairman of the Standing Committee is that of the National Assembly.
func chairs(collective string) string {
	if strings.EqualFold(spellOrgan(collective), "Ủy ban Thường vụ Quốc hội") {
		return "Chủ tịch Quốc hội"
	}
	return ""
}

// startsCaps reports whether s begins with two capitals, as signature blocks do.
func startsCaps(s string) bool {
	r, n := sentence.RuneAt(s, 0)
	second, _ := sentence.RuneAt(s, n)
	return sentence.IsUpper(r) && (sentence.IsUpper(second) || second == '.' || second == '/')
}

// cutOverlay cuts the rest of a "[daky]" that a gazette prints over the seal:
// "PHÓ THỦ TƯỚNGy]".
func cutOverlay(s string) string {
	if !strings.HasSuffix(s, "]") || strings.Contains(s, "[") {
		return s
	}
	return strings.TrimRight(s[:len(s)-1], "adkyđã ý")
}

func isShouted(s string) bool { return len(s) < 150 && s == strings.ToUpper(s) }

func isNote(s string) bool {
	s = strings.ToLower(strings.Trim(s, " *|()[]\n."))
	switch s {
	case "đã ký", "daky", "da ky", "ký", "ký tên, đóng dấu", "ký tên", "chữ ký, dấu", "đã kí", "ký, ghi rõ họ tên", "signed", "ký, đóng dấu":
		return true
	}
	return s == ""
}

// isPostLine reports whether s is a post, with at most the name of its body.
func isPostLine(s string) bool {
	s = Clean(s)
	if len(s) > 100 || strings.ContainsAny(s, ".;:,0123456789") && !strings.HasPrefix(s, "Q.") {
		return false
	}
	post, n := postAt(s)
	if n == 0 {
		return false
	}
	return strings.TrimSpace(s[n:]) == "" && post != "" || s == strings.ToUpper(s)
}
