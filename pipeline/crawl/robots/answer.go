package robots

import (
	"fmt"
	"time"
)

const (
	// Fresh is how long an answer is good for (RFC 9309, 2.4).
	Fresh = 24 * time.Hour
	// LongUnreachable is after how long a robots.txt that cannot be reached no longer
	// keeps a crawler out (RFC 9309, 2.3.1.4).
	LongUnreachable = 30 * 24 * time.Hour
	// MaxRedirects is how many redirects are followed to one (RFC 9309, 2.3.1.2).
	MaxRedirects = 5
)

// An Answer is what asking for a robots.txt came to.
type Answer struct {
	Rules  *Rules
	Wait   bool   // nothing may be fetched until it is asked for again; Rules is nil
	Reason string // why, in short
}

// Decide says what the answer to a request for /robots.txt means, after redirects were
// followed (RFC 9309, 2.3.1): a file is obeyed, one that is not there allows everything,
// and where nobody knows the crawler waits. So it does on 429, which is no "not there".
func Decide(status int, body []byte, err error) Answer {
	switch {
	case err != nil:
		return Answer{Wait: true, Reason: "robots.txt cannot be reached: " + err.Error()}
	case status >= 200 && status < 300:
		return Answer{Rules: Parse(body), Reason: "robots.txt"}
	case status >= 300 && status < 400:
		return Answer{Rules: &Rules{}, Reason: "robots.txt redirects for ever"}
	case status >= 400 && status < 500 && status != 429:
		return Answer{Rules: &Rules{}, Reason: fmt.Sprintf("no robots.txt (status %d)", status)}
	}
	return Answer{Wait: true, Reason: fmt.Sprintf("robots.txt gives status %d", status)}
}

// Aged is the answer when none but waiting came for so long: after LongUnreachable the
// last rules that were known hold again, and if there were none, all is allowed.
func (a Answer) Aged(waiting time.Duration, last *Rules) Answer {
	if !a.Wait || waiting < LongUnreachable {
		return a
	}
	if last == nil {
		last = &Rules{}
	}
	return Answer{Rules: last, Reason: a.Reason + ", for more than 30 days"}
}
