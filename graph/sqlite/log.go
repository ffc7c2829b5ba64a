package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"vnlex/graph"
)

// An entry of the log says what happened to one node or edge that readers see:
// the hash of its content before and after, 0 for absent. An edge also comes
// and goes with its ends. It is written as place.what (0 for a node), place.src
// and, of an edge, place.dst as varints, then the hashes.
type entry struct {
	place
	before, after uint64
}

// A segment is what one delta adds to the log of a bucket.
type segment struct {
	count   int64
	entries []byte
}

type segments map[byte]*segment

func (c *change) logNode(n *name, before, after uint64) {
	c.log.add(n.bucket, entry{place{src: n.id}, before, after})
}

func (c *change) logEdge(bucket byte, p place, before, after uint64) {
	c.log.add(bucket, entry{p, before, after})
}

func (s segments) add(bucket byte, e entry) {
	g := s[bucket]
	if g == nil {
		g = &segment{}
		s[bucket] = g
	}
	g.count++
	g.entries = e.append(g.entries)
}

func (e entry) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(e.what))
	b = binary.AppendUvarint(b, uint64(e.src))
	if e.what != 0 {
		b = binary.AppendUvarint(b, uint64(e.dst))
	}
	b = binary.LittleEndian.AppendUint64(b, e.before)
	return binary.LittleEndian.AppendUint64(b, e.after)
}

// decodeEntries reads what append wrote.
func decodeEntries(b []byte) ([]entry, error) {
	var entries []entry
	number := func() int64 {
		n, k := binary.Uvarint(b)
		b = b[max(k, 0):]
		return int64(n)
	}
	for len(b) > 0 {
		var e entry
		e.what, e.src = number(), number()
		if e.what != 0 {
			e.dst = number()
		}
		if len(b) < 16 || e.src == 0 {
			return nil, fmt.Errorf("log entry %d is damaged", len(entries))
		}
		e.before = binary.LittleEndian.Uint64(b)
		e.after = binary.LittleEndian.Uint64(b[8:])
		entries, b = append(entries, e), b[16:]
	}
	return entries, nil
}

func (e entry) op() graph.Op {
	switch {
	case e.before == 0:
		return graph.Added
	case e.after == 0:
		return graph.Removed
	}
	return graph.Changed
}

// writeLog numbers the entries of the delta in each bucket and chains their hashes.
func (c *change) writeLog(ctx context.Context, run int64) error {
	for _, bucket := range slices.Sorted(maps.Keys(c.log)) {
		if err := c.writeSegment(ctx, run, bucket, c.log[bucket]); err != nil {
			return fmt.Errorf("log bucket %d: %w", bucket, err)
		}
	}
	return nil
}

func (c *change) writeSegment(ctx context.Context, run int64, bucket byte, g *segment) error {
	stmt, err := c.prepare(ctx, sqlNextSeq)
	if err != nil {
		return err
	}
	var seq int64
	var hash []byte
	if err := stmt.QueryRowContext(ctx, bucket, g.count).Scan(&seq, &hash); err != nil {
		return err
	}
	hash = chain(hash, g.entries)
	if _, err := c.exec(ctx, sqlSetHash, bucket, hash); err != nil {
		return err
	}
	_, err = c.exec(ctx, sqlInsertLog, bucket, seq, g.count, run, hash, g.entries)
	return err
}

// chain returns the hash of a log that had the hash before and grows by entries.
func chain(before, entries []byte) []byte {
	h := sha256.New()
	h.Write(before)
	h.Write(entries)
	return h.Sum(nil)[:16]
}

func (c *change) hashNode(ref graph.NodeRef, props []byte) uint64 {
	return c.hash(props, string(ref.Label), ref.ID)
}

func (c *change) hashEdge(ref graph.EdgeRef, props []byte) uint64 {
	return c.hash(props, string(ref.Type), string(ref.From.Label), ref.From.ID,
		string(ref.To.Label), ref.To.ID, ref.Kind)
}

// hash returns the hash of an identity, each part with its length, and of
// properties. It is never 0, which means absent.
func (c *change) hash(props []byte, identity ...string) uint64 {
	b := c.text[:0]
	for _, part := range identity {
		b = append(binary.AppendUvarint(b, uint64(len(part))), part...)
	}
	c.text = append(b, props...)
	sum := sha256.Sum256(c.text)
	return max(1, binary.LittleEndian.Uint64(sum[:]))
}
