package graph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// errCut is the error of a row that ends too early.
var errCut = errors.New("row is cut short")

// AppendNode appends the properties of n in compact form: for each that is
// present its place in the list of fields, from 1, then its value. Equal
// properties give equal bytes.
func AppendNode(b []byte, n Node) []byte { return appendFields(b, nodeFields(n)) }

// AppendEdge appends the properties of e in the same form.
func AppendEdge(b []byte, e *Edge) []byte {
	return appendFields(b, e.fields(newColumns(e.Evidence)))
}

// DecodeNode makes a node of what AppendNode wrote.
func DecodeNode(ref NodeRef, row []byte) (Node, error) {
	n, err := emptyNode(ref)
	if err != nil {
		return nil, err
	}
	if err := decodeFields(nodeFields(n), row); err != nil {
		return nil, fmt.Errorf("decode node %q: %w", ref.ID, err)
	}
	return n, nil
}

// DecodeEdge makes an edge of what AppendEdge wrote.
func DecodeEdge(ref EdgeRef, row []byte) (*Edge, error) {
	e, c := &Edge{EdgeRef: ref}, &columns{}
	err := decodeFields(e.fields(c), row)
	if err == nil {
		e.Evidence, err = c.rows()
	}
	if err != nil {
		return nil, fmt.Errorf("decode edge %q to %q: %w", ref.From.ID, ref.To.ID, err)
	}
	return e, nil
}

func appendFields(b []byte, fields []field) []byte {
	for i, f := range fields {
		if f.zero() {
			continue
		}
		b = f.append(append(b, byte(i+1)))
	}
	return b
}

func (f field) append(b []byte) []byte {
	switch p := f.ptr.(type) {
	case *string:
		return appendString(b, *p)
	case *int:
		return binary.AppendVarint(b, int64(*p))
	case *float64:
		return appendFloat(b, *p)
	case *[]string:
		return appendList(b, *p, appendString)
	case *[]int:
		return appendList(b, *p, func(b []byte, n int) []byte {
			return binary.AppendVarint(b, int64(n))
		})
	case *[]float64:
		return appendList(b, *p, appendFloat)
	}
	return b // a bool that is present is true
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendFloat(b []byte, x float64) []byte {
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
}

func appendList[T any](b []byte, list []T, one func([]byte, T) []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, v := range list {
		b = one(b, v)
	}
	return b
}

func decodeFields(fields []field, row []byte) error {
	d := &decoder{row: row}
	for len(d.row) > 0 && d.err == nil {
		tag := int(d.row[0])
		d.row = d.row[1:]
		if tag < 1 || tag > len(fields) {
			return fmt.Errorf("unknown field %d", tag)
		}
		d.field(fields[tag-1])
	}
	return d.err
}

// A decoder takes values off the front of a row; its first error stands.
type decoder struct {
	row []byte
	err error
}

func (d *decoder) field(f field) {
	switch p := f.ptr.(type) {
	case *string:
		*p = d.string()
	case *bool:
		*p = true
	case *int:
		*p = d.int()
	case *float64:
		*p = d.float()
	case *[]string:
		*p = decodeList(d, d.string)
	case *[]int:
		*p = decodeList(d, d.int)
	case *[]float64:
		*p = decodeList(d, d.float)
	}
}

func (d *decoder) string() string { return string(d.bytes(d.size())) }

func (d *decoder) float() float64 {
	b := d.bytes(8)
	if d.err != nil {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b))
}

func (d *decoder) int() int {
	n, k := binary.Varint(d.row)
	return int(d.skip(k, n))
}

// size returns a length, which is never more than what is left of the row.
func (d *decoder) size() int {
	n, k := binary.Uvarint(d.row)
	if n > uint64(len(d.row)) {
		d.err = errCut
		return 0
	}
	return int(d.skip(k, int64(n)))
}

func (d *decoder) skip(k int, n int64) int64 {
	if k <= 0 || d.err != nil {
		d.err = errors.Join(d.err, errCut)
		return 0
	}
	d.row = d.row[k:]
	return n
}

func (d *decoder) bytes(n int) []byte {
	if d.err != nil || n > len(d.row) {
		d.err = errors.Join(d.err, errCut)
		return nil
	}
	b := d.row[:n]
	d.row = d.row[n:]
	return b
}

func decodeList[T any](d *decoder, one func() T) []T {
	n := d.size()
	if d.err != nil || n == 0 {
		return nil
	}
	list := make([]T, 0, n)
	for range n {
		list = append(list, one())
		if d.err != nil {
			return nil
		}
	}
	return list
}
