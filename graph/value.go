package graph

import "fmt"

// props returns the values of the fields that are present.
func props(fields []field) []Prop {
	out := make([]Prop, 0, len(fields))
	for _, f := range fields {
		if f.always || !f.zero() {
			out = append(out, Prop{f.name, f.value()})
		}
	}
	return out
}

// zero reports whether the field's value is absent; of a list, whether it is empty.
func (f field) zero() bool {
	switch p := f.ptr.(type) {
	case *string:
		return *p == ""
	case *bool:
		return !*p
	case *int:
		return *p == 0
	case *float64:
		return *p == 0
	case *[]string:
		return len(*p) == 0
	case *[]int:
		return len(*p) == 0
	case *[]float64:
		return len(*p) == 0
	}
	panic(fmt.Sprintf("unreachable: a property of type %T", f.ptr))
}

// value returns the field's value as a Prop holds it.
func (f field) value() any {
	switch p := f.ptr.(type) {
	case *string:
		return *p
	case *bool:
		return *p
	case *int:
		return int64(*p)
	case *float64:
		return *p
	case *[]string:
		return *p
	case *[]int:
		return wide(*p)
	case *[]float64:
		return *p
	}
	panic(fmt.Sprintf("unreachable: a property of type %T", f.ptr))
}

func wide(list []int) []int64 {
	out := make([]int64, len(list))
	for i, n := range list {
		out[i] = int64(n)
	}
	return out
}

// setFields sets the fields from properties; one that no field takes is an error.
func setFields(fields []field, properties map[string]any) error {
	set := 0
	for _, f := range fields {
		v, ok := properties[f.name]
		if !ok || v == nil {
			continue
		}
		if !f.set(v) {
			return fmt.Errorf("property %s is a %T", f.name, v)
		}
		set++
	}
	if set == len(properties) {
		return nil
	}
	return unknown(fields, properties)
}

func unknown(fields []field, properties map[string]any) error {
	known := make(map[string]bool)
	for _, f := range fields {
		known[f.name] = true
	}
	first := ""
	for name, v := range properties {
		if v != nil && !known[name] && (first == "" || name < first) {
			first = name
		}
	}
	if first == "" {
		return nil
	}
	return fmt.Errorf("unknown property %q", first)
}

// set reports whether v is of the field's type and was taken.
func (f field) set(v any) (ok bool) {
	switch p := f.ptr.(type) {
	case *string:
		*p, ok = v.(string)
	case *bool:
		*p, ok = v.(bool)
	case *int:
		*p, ok = toInt(v)
	case *float64:
		*p, ok = v.(float64)
	case *[]string:
		*p, ok = list(v, func(v any) (string, bool) { s, ok := v.(string); return s, ok })
	case *[]int:
		*p, ok = list(v, toInt)
	case *[]float64:
		*p, ok = list(v, func(v any) (float64, bool) { x, ok := v.(float64); return x, ok })
	}
	return ok
}

func toInt(v any) (int, bool) {
	switch n := v.(type) {
	case int64:
		return int(n), true
	case int:
		return n, true
	}
	return 0, false
}

// list takes a slice of the type itself, of int64 for int, or of any.
func list[T any](v any, one func(any) (T, bool)) ([]T, bool) {
	var out []T
	switch vs := v.(type) {
	case []T:
		return vs, true
	case []int64:
		for _, v := range vs {
			x, ok := one(v)
			if !ok {
				return nil, false
			}
			out = append(out, x)
		}
		return out, true
	case []any:
		for _, v := range vs {
			x, ok := one(v)
			if !ok {
				return nil, false
			}
			out = append(out, x)
		}
		return out, true
	}
	return nil, false
}
