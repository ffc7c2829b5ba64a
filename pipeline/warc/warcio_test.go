package warc

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"vnlex/testdata"
)

// python returns a command of Python with warcio, a tool of web archives: one that is
// installed, else the one in VNLEX_WARCIO or the folder for what tests need.
func python(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	dir := os.Getenv("VNLEX_WARCIO")
	if dir == "" {
		dir = filepath.Join(testdata.Root(t), ".cache", "warcio")
	}
	env := append(os.Environ(), "PYTHONPATH="+dir)
	probe := exec.Command("python3", "-c", "import warcio")
	probe.Env = env
	if out, err := probe.CombinedOutput(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("warcio is missing: %v\n%s", err, out)
		}
		t.Skipf("warcio is missing (python3 -m pip install warcio): %v", err)
	}
	cmd := exec.Command("python3", args...)
	cmd.Env = env
	return cmd
}

// TestOursByWarcio has another tool check our digests and read our pages.
func TestOursByWarcio(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pages.warc.gz")
	if err := os.WriteFile(file, write(t, visits()), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := python(t, "-m", "warcio.cli", "check", "-v",
		file).CombinedOutput(); err != nil ||
		strings.Contains(string(out), "fail") || !strings.Contains(string(out), "digest pass") {
		t.Errorf("warcio check: %v\n%s", err, out)
	}
	const script = `
import sys
from warcio.archiveiterator import ArchiveIterator
for r in ArchiveIterator(open(sys.argv[1], 'rb')):
    h = r.http_headers
    print(r.rec_type, r.rec_headers.get_header('WARC-Target-URI'), h.get_statuscode() if h else '-',
        len(r.content_stream().read()))
`
	out, err := python(t, "-c", script, file).CombinedOutput()
	const want = `warcinfo None - 139
resource file:a/Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.txt - 7
resource file:b.pdf - 6
response http://a.vn/v%C4%83n%20b%E1%BA%A3n?id=1 200 44
response https://a.vn/1 200 44
revisit https://a.vn/1 304 0
revisit https://a.vn/1 200 0
`
	if diff := cmp.Diff(want, string(out)); diff != "" || err != nil {
		t.Errorf("warcio reads: %v (-want +got)\n%s", err, diff)
	}
}

// TestTheirsByUs reads what another tool has written.
func TestTheirsByUs(t *testing.T) {
	const script = `
import sys, io
from warcio.warcwriter import WARCWriter
from warcio.statusandheaders import StatusAndHeaders
w = WARCWriter(open(sys.argv[1], 'wb'), gzip=sys.argv[2] == 'gz', warc_version=sys.argv[3])
w.write_record(w.create_warcinfo_record('x.warc.gz', {'software': 'warcio'}))
def put(url, body, kind='response', **more):
    h = StatusAndHeaders('200 OK', [('Content-Type', 'text/html; charset=utf-8')], protocol='HTTP/1.1')
    w.write_record(w.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=h,
        warc_headers_dict={'WARC-Date': '2026-03-02T01:02:03Z'}))
put('http://a.vn/1', 'Số: 5'.encode())
put('http://a.vn/2', b'abc')
w.write_record(w.create_revisit_record('http://a.vn/3', 'sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5',
    'http://a.vn/2', '2026-03-02T01:02:03Z'))
`
	for _, how := range [][]string{{"gz", "WARC/1.0"}, {"plain", "WARC/1.1"}} {
		file := filepath.Join(t.TempDir(), "theirs.warc")
		if out, err := python(t, "-c", script, file, how[0], how[1]).CombinedOutput(); err != nil {
			t.Fatalf("warcio: %v\n%s", err, out)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, codes := read(raw, most)
		const html = "text/html; charset=utf-8"
		want := []Record{{Page: "http://a.vn/1", At: monday, Media: html, Body: []byte("Số: 5"),
			Answer: true},
			{Page: "http://a.vn/2", At: monday, Media: html, Body: []byte("abc"),
				Answer: true},
			{Page: "http://a.vn/3", Same: "http://a.vn/2"}}
		if len(got) == len(want) {
			got[2].At = time.Time{}
		}
		ours := cmpopts.IgnoreFields(Record{}, "Refers")
		if diff := cmp.Diff(want, got, noOffset, ours); diff != "" || codes != nil {
			t.Errorf("%v: %v (-want +got)\n%s", how, codes, diff)
		}
	}
}
