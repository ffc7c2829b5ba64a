package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
)

func TestMetrics(t *testing.T) {
	m := newMetrics()
	m.event(crawlEvent{Site: "tin.test", Host: "tin.test", URL: "http://tin.test/1", Due: 7})
	m.event(crawlEvent{Site: "tin.test", Host: "tin.test", URL: "http://tin.test/2", Code: "timeout",
		Due: 6})
	at := time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
	m.report(pipeline.Report{Started: at, Ended: at.Add(time.Minute),
		Relations: pipeline.Tally{Added: 5}, Sites: []pipeline.SiteReport{{State: "changed",
			Counts: crawl.Counts{Site: "tin.test", New: 3, Failed: map[string]int{"timeout": 1}}}}}, nil)
	w := httptest.NewRecorder()
	m.handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	for _, want := range []string{
		`vnlex_fetches_total{code="",site="tin.test"} 1`,
		`vnlex_fetches_total{code="timeout",site="tin.test"} 1`,
		`vnlex_queue{host="tin.test"} 6`,
		`vnlex_refreshes_total{result="done"} 1`,
		`vnlex_refresh_pages{site="tin.test",what="new"} 3`,
		`vnlex_refresh_pages{site="tin.test",what="failed"} 1`,
		`vnlex_site_changed{site="tin.test"} 1`,
		`vnlex_graph_changes_total{op="added",what="relations"} 5`,
		`vnlex_refresh_duration_seconds 60`,
	} {
		if !strings.Contains(w.Body.String(), want+"\n") {
			t.Errorf("/metrics has no line %s", want)
		}
	}
	if t.Failed() {
		t.Log(w.Body)
	}
}
