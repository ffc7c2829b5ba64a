package fakebolt

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestEncodeDecode(t *testing.T) {
	list := make([]any, 300)
	for i := range list {
		list[i] = int64(i * 1_000_003)
	}
	for _, v := range []any{
		nil, true, false, int64(0), int64(-16), int64(127), int64(-17), int64(1 << 40), 0.5,
		"", "Điều 1", strings.Repeat("a", 300), strings.Repeat("b", 70_000), list,
		map[string]any{"k": []any{"v"}}, structure{0x70, []any{int64(1), "x"}},
	} {
		var b bytes.Buffer
		encode(&b, v)
		got, err := decode(b.Bytes())
		if err != nil || !reflect.DeepEqual(got, v) {
			t.Errorf("decode(encode(%.40v)) = %.40v, %v", v, got, err)
		}
		if v != nil && b.Len() > 1 {
			if _, err := decode(b.Bytes()[:b.Len()-1]); err == nil {
				t.Errorf("decode of a shortened %.40v: no error", v)
			}
		}
	}
}

// TestDriver speaks with the peer by the real driver, by both schemes.
func TestDriver(t *testing.T) {
	rows := make([][]any, 2500)
	for i := range rows {
		rows[i] = []any{int64(i)}
	}
	s := Start(t, func(c Call) Reply {
		if c.Query == "MANY" {
			return Reply{Keys: []string{"i"}, Rows: rows, Stats: map[string]any{"nodes-created": int64(3)}}
		}
		return Reply{}
	})
	for _, scheme := range []string{"bolt", "neo4j"} {
		d, err := neo4j.NewDriverWithContext(scheme+"://"+s.Addr(), neo4j.NoAuth())
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close(t.Context())
		r, err := neo4j.ExecuteQuery(t.Context(), d, "MANY", map[string]any{"q": "Điều 1"},
			neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
		if err != nil || len(r.Records) != 2500 || r.Summary.Counters().NodesCreated() != 3 {
			t.Errorf("%s: %d records, %v, want 2500", scheme, len(r.Records), err)
		}
	}
}
