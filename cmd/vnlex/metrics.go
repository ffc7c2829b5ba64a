package main

import (
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"vnlex/pipeline"
)

// metrics are what a monitor may ask of refresh, in the form of Prometheus.
type metrics struct {
	registry *prometheus.Registry

	fetches *prometheus.CounterVec // answers by site and code
	queue   *prometheus.GaugeVec   // addresses due by host
	runs    *prometheus.CounterVec // by how they ended
	ended   prometheus.Gauge       // when the last run ended
	took    prometheus.Gauge       // how long the last run took
	pages   *prometheus.GaugeVec   // what the last run did, by site
	changed *prometheus.GaugeVec   // sites that count as changed: 1
	graph   *prometheus.CounterVec // changes of documents and relations
}

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		fetches: counters("vnlex_fetches_total", "Answers of servers; code is empty where a "+
			"page came.", "site", "code"),
		queue: gauges("vnlex_queue", "Addresses that are due.", "host"),
		runs:  counters("vnlex_refreshes_total", "Runs that ended.", "result"),
		pages: gauges("vnlex_refresh_pages", "What the last run did.", "site", "what"),
		changed: gauges("vnlex_site_changed", "1 for a site whose pages are no longer as its "+
			"file says.", "site"),
		graph: counters("vnlex_graph_changes_total", "What runs changed in the graph.",
			"what", "op"),
		ended: prometheus.NewGauge(prometheus.GaugeOpts{Name: "vnlex_refresh_end_timestamp_seconds",
			Help: "When the last run ended."}),
		took: prometheus.NewGauge(prometheus.GaugeOpts{Name: "vnlex_refresh_duration_seconds",
			Help: "How long the last run took."}),
	}
	m.registry.MustRegister(m.fetches, m.queue, m.runs, m.pages, m.changed, m.graph, m.ended, m.took,
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func counters(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

func gauges(name, help string, labels ...string) *prometheus.GaugeVec {
	return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, labels)
}

// serve answers /metrics at an address until it is stopped.
func (m *metrics) serve(address string) (stop func(), err error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	s := &http.Server{Handler: m.handler(), ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second}
	go s.Serve(l)
	return func() { s.Close() }, nil
}

func (m *metrics) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	return mux
}

func (m *metrics) event(e crawlEvent) {
	if e.URL != "" {
		m.fetches.WithLabelValues(e.Site, e.Code).Inc()
	}
	m.queue.WithLabelValues(e.Host).Set(float64(e.Due))
}

// report takes what a run did, whether or not it came to its end.
func (m *metrics) report(r pipeline.Report, failed error) {
	result := "done"
	if failed != nil {
		result = "failed"
	}
	m.runs.WithLabelValues(result).Inc()
	if r.Ended.IsZero() {
		return
	}
	m.ended.Set(float64(r.Ended.Unix()))
	m.took.Set(r.Ended.Sub(r.Started).Seconds())
	for _, s := range r.Sites {
		m.site(s)
	}
	m.tally("documents", r.Documents)
	m.tally("relations", r.Relations)
}

func (m *metrics) site(s pipeline.SiteReport) {
	for what, n := range map[string]int{
		"fetched": s.Fetched, "unchanged": s.Unchanged, "new": s.New, "changed": s.Changed,
		"gone": s.Gone, "dead": s.Dead, "removed": s.Removed, "waiting": s.Waiting,
		"failed": sum(s.Failed),
	} {
		m.pages.WithLabelValues(s.Site, what).Set(float64(n))
	}
	changed := 0.0
	if s.State == "changed" {
		changed = 1
	}
	m.changed.WithLabelValues(s.Site).Set(changed)
}

func (m *metrics) tally(what string, t pipeline.Tally) {
	m.graph.WithLabelValues(what, "added").Add(float64(t.Added))
	m.graph.WithLabelValues(what, "changed").Add(float64(t.Changed))
	m.graph.WithLabelValues(what, "removed").Add(float64(t.Removed))
}
