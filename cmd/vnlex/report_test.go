package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vnlex/cmd/internal/message"
	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
)

// speaker is an app that writes into buffers.
func speaker(lang message.Lang) (a *app, stdout, stderr *bytes.Buffer) {
	stdout, stderr = &bytes.Buffer{}, &bytes.Buffer{}
	a = &app{lang: lang, command: "refresh", stdout: &output{Writer: stdout}, stderr: stderr}
	a.Limit, a.LogFormat = 100, "text"
	a.log = slog.New(&logHandler{app: a})
	return a, stdout, stderr
}

// aReport has something of everything, and pages that mean no good.
func aReport() pipeline.Report {
	at := time.Date(2026, 11, 24, 2, 0, 0, 0, vietnam)
	return pipeline.Report{
		Run: 12, Started: at, Ended: at.Add(14 * time.Minute), Interrupted: true,
		Documents: pipeline.Tally{Added: 12, Changed: 3, Removed: 1},
		Relations: pipeline.Tally{Added: 34, Changed: 2, Removed: 5},
		Sites: []pipeline.SiteReport{
			{State: "ok", Documents: pipeline.Moved{Gained: 10, Lost: 1},
				Relations: pipeline.Moved{Gained: 30, Lost: 2},
				Counts: crawl.Counts{Site: "bao.test", Fetched: 120, Unchanged: 100, New: 15, Changed: 3,
					Gone: 2, Removed: 1, Moved: 4, Refused: map[string]int{"robots": 4, "depth": 1}}},
			{State: "changed", Reason: "items found nothing", Relations: pipeline.Moved{Lost: 3},
				Counts: crawl.Counts{Site: "luat.test", Fetched: 60, Unchanged: 20, New: 5, Waiting: 7,
					Failed: map[string]int{"timeout": 3, "http_status": 1}},
				Breaches: []pipeline.Breach{{URL: "https://luat.test/<b>", Layout: "listing", Name: "items",
					Selector: "div > a", Want: "1 or more", Got: "0"},
					{Layout: "news", Name: "date", Want: "90 %", Got: "12 %"}},
				Off: []pipeline.Off{{Part: "diagram", Reason: "robots.txt forbids /api/"}}},
			{State: "ok", Counts: crawl.Counts{Site: "idle.test"},
				Off: []pipeline.Off{{Part: "what nobody asked for", Reason: "none"}}},
		},
		Failures: []pipeline.Failure{{URL: "https://luat.test/?<script>alert(1)</script>\x1b[2J",
			Code: "timeout", Reason: "no answer within 30 s"}},
	}
}

func TestReportText(t *testing.T) {
	t.Setenv("COLUMNS", "100")
	for _, lang := range message.Langs {
		a, stdout, _ := speaker(lang)
		a.reportText(a.stdout, aReport())
		golden(t, "report/"+string(lang)+".txt", stdout.String())
	}
}

func TestReportPage(t *testing.T) {
	for _, lang := range message.Langs {
		a, stdout, _ := speaker(lang)
		if err := a.reportPage(a.stdout, aReport()); err != nil {
			t.Fatal(err)
		}
		got := stdout.String()
		golden(t, "report/"+string(lang)+".html", got)
		for _, never := range []string{"<script", "\x1b", "src=", "href=", "@import", "url("} {
			if strings.Contains(got, never) {
				t.Errorf("the page has %q: it fetches nothing, runs nothing, and escapes the rest", never)
			}
		}
	}
}

func TestDryRunText(t *testing.T) {
	a, stdout, _ := speaker(message.English)
	a.Limit = 1
	a.reportText(a.stdout, pipeline.Report{DryRun: true, Due: []string{"http://a.test/", "http://b.test/"}})
	want := "a dry run: 2 addresses are due, nothing was fetched\nhttp://a.test/\n" +
		"… and 1 more (--limit 0 shows all)\n"
	if got := stdout.String(); got != want {
		t.Errorf("a dry run prints (-want +got)\n%s", cmp.Diff(want, got))
	}
}

// Where there is no terminal, one line a minute tells how far all hosts are.
func TestCrawlLines(t *testing.T) {
	a, _, stderr := speaker(message.English)
	p := a.crawlProgress()
	for i := range 12 {
		for _, host := range []string{"a.test", "b.test"} {
			p.event(crawlEvent{Host: host, URL: "u", Done: i + 1, Due: 20 - i, Rate: 0.1,
				Left: time.Duration(20-i) * 10 * time.Second, Elapsed: time.Duration(i) * 15 * time.Second})
		}
	}
	p.done()
	want := "vnlex refresh: 1m0s, 2 hosts: 9 done, 33 waiting, 0 failed, 0.2/s, 2m50s left\n" +
		"vnlex refresh: 2m0s, 2 hosts: 17 done, 25 waiting, 0 failed, 0.2/s, 2m10s left\n"
	if got := stderr.String(); got != want {
		t.Errorf("progress prints (-want +got)\n%s", cmp.Diff(want, got))
	}
}

// golden compares with a file under testdata, which -update rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; go test ./cmd/vnlex -update rewrites)\n%s", name, diff)
	}
}
