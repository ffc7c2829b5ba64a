package page

import (
	"encoding/json"
	"strings"
)

// linkedData returns what the JSON-LD of a page says: of the first thing in it with
// a date of publication.
func linkedData(text string) head {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(text)), &v) != nil {
		return head{}
	}
	return published(v, 0)
}

const deepestData = 16

func published(v any, depth int) head {
	if depth > deepestData {
		return head{}
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if h := published(item, depth+1); h.published != "" {
				return h
			}
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok && moment(s) != "" {
			return head{published: moment(s), author: authorOf(v["author"], depth)}
		}
		return published(v["@graph"], depth+1)
	}
	return head{}
}

func authorOf(v any, depth int) string {
	if depth > deepestData {
		return ""
	}
	switch v := v.(type) {
	case string:
		return oneLine(v)
	case []any:
		if len(v) > 0 {
			return authorOf(v[0], depth+1)
		}
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return oneLine(s)
		}
	}
	return ""
}
