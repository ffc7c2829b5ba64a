package crawl

import (
	"context"
	"time"

	"vnlex/pipeline/ledger"
)

// host returns what is counted of a host; isNew: its queue was counted just now.
func (r *reporter) host(n *lane) (h *hostReport, isNew bool) {
	if h = r.hosts[n.host]; h != nil {
		return h, false
	}
	h = &hostReport{begun: n.clock.Now()}
	h.due, _ = n.opt.Ledger.CountDue(context.Background(), n.host, h.begun)
	r.hosts[n.host] = h
	return h, true
}

// tell sends an event of an answer.
func (r *reporter) tell(n *lane, e ledger.Entry, o *outcome, w *written) {
	h, isNew := r.host(n)
	h.done++
	if !isNew {
		h.due += w.found.New
		if o.code == "" || o.failure != nil || o.gone { // else it is asked for once more
			h.due = max(h.due-1, 0)
		}
	}
	if o.failure != nil {
		h.failed++
	}
	r.opt.Progress(r.event(n, h, Event{Site: e.Site, URL: e.URL, Code: o.code}))
}

// rests sends an event of a host that waits for long.
func (r *reporter) rests(n *lane, until time.Time) {
	const long = 5 * time.Second
	if until.Sub(n.clock.Now()) < long {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	h, _ := r.host(n)
	r.opt.Progress(r.event(n, h, Event{Until: until}))
}

func (r *reporter) event(n *lane, h *hostReport, ev Event) Event {
	now := n.clock.Now()
	ev.Host, ev.Done, ev.Due, ev.Failed = n.lease.Host, h.done, h.due, h.failed
	ev.Hosts, ev.Elapsed = n.working(), now.Sub(n.begun)
	if d := now.Sub(h.begun); d > 0 && h.done > 0 {
		ev.Rate = float64(h.done) / d.Seconds()
		ev.Left = time.Duration(float64(h.due) / ev.Rate * float64(time.Second))
	}
	return ev
}
