package crawl

import (
	"time"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/likeness"
	"vnlex/pipeline/source"
)

// An outcome is what an answer means for the ledger.
type outcome struct {
	answer   ledger.Answer
	postpone time.Time // nothing but this; zero: all the rest
	coming   *ledger.Coming
	page     *ledger.Page
	sign     likeness.Sign
	failure  *ledger.Failure
	again    bool   // a page that failed in between is what it was
	remove   string // code: why the page leaves the graph
	reason   string
	links    []ledger.Link
	more     *ledger.Link // the page of a listing to go on with if this one has news
	list     bool         // it is no page, it lists pages

	wait  time.Duration // to let the host alone
	heal  bool          // the host answers again
	asked bool          // a request was sent
	heard bool          // and answered

	changed bool // other bytes than before
	gone    bool // 404 or 410
	known   bool // it has been there
	start   bool // a site begins there
	code    string
	bytes   int
	seen    *source.Seen
	refused map[string]int
}

// answerOf is the state of an address as it is.
func answerOf(e ledger.Entry) ledger.Answer {
	return ledger.Answer{State: e.State, Due: e.Due, Tries: e.Tries, ETag: e.ETag,
		Modified: e.Modified, SHA256: e.SHA256, Unread: e.Unread, Visited: e.Visited, Changed: e.Changed,
		Every: e.Every, Gone: e.Gone}
}
