package source

import (
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Lines say where a key of a site file stands: "start[1].url".
type lines map[string]int

// linesOf walks the file once more, for the lines that values do not keep.
func linesOf(raw []byte) lines {
	var p unstable.Parser
	p.Reset(raw)
	found, count, table := lines{}, map[string]int{}, ""
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.ArrayTable:
			path, line := keyOf(&p, e, count)
			n := count[path]
			count[path] = n + 1
			table = fmt.Sprintf("%s[%d]", path, n)
			found[table] = line
		case unstable.Table:
			path, line := keyOf(&p, e, count)
			table = path
			found[table] = line
		default:
			path, line := keyOf(&p, e, nil)
			found[strings.TrimPrefix(table+"."+path, ".")] = line
		}
	}
	return found
}

// keyOf returns the key of an expression; an array of tables on the way stands for the
// last of them.
func keyOf(p *unstable.Parser, e *unstable.Node, count map[string]int) (path string, line int) {
	for it := e.Key(); it.Next(); {
		n := it.Node()
		if line == 0 {
			line = p.Shape(n.Raw).Start.Line
		}
		if path != "" {
			if c := count[path]; c > 0 {
				path = fmt.Sprintf("%s[%d]", path, c-1)
			}
			path += "."
		}
		path += string(n.Data)
	}
	return path, line
}

// at returns the line of a key, else of the table around it.
func (l lines) at(key string) int {
	for {
		if n, ok := l[key]; ok {
			return n
		}
		i := strings.LastIndexAny(key, ".[")
		if i < 0 {
			return 0
		}
		key = key[:i]
	}
}
