package fakebolt

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
)

// Messages of Bolt.
const (
	mHello    = 0x01
	mGoodbye  = 0x02
	mReset    = 0x0F
	mRun      = 0x10
	mBegin    = 0x11
	mCommit   = 0x12
	mRollback = 0x13
	mDiscard  = 0x2F
	mPull     = 0x3F
	mRoute    = 0x66
	mLogon    = 0x6A
	mSuccess  = 0x70
	mRecord   = 0x71
	mIgnored  = 0x7E
	mFailure  = 0x7F
)

// A conversation is one connection.
type conversation struct {
	server *Server
	in     *bufio.Reader
	out    *bufio.Writer
	failed bool  // all is ignored until a reset
	result Reply // of the last statement
}

func newConversation(s *Server, c net.Conn) *conversation {
	return &conversation{server: s, in: bufio.NewReader(c), out: bufio.NewWriter(c)}
}

// errDone ends a conversation.
var errDone = errors.New("done")

func (c *conversation) run() {
	if c.handshake() != nil {
		return
	}
	for {
		message, err := c.receive()
		if err != nil || c.handle(message) != nil {
			return
		}
	}
}

// handshake agrees on Bolt 5.4 whatever is offered.
func (c *conversation) handshake() error {
	offer := make([]byte, 20)
	if _, err := io.ReadFull(c.in, offer); err != nil {
		return err
	}
	c.out.Write([]byte{0, 0, 4, 5})
	return c.out.Flush()
}

// receive reads the chunks of one message.
func (c *conversation) receive() (structure, error) {
	var message []byte
	for {
		var n uint16
		if err := binary.Read(c.in, binary.BigEndian, &n); err != nil {
			return structure{}, err
		}
		if n == 0 && len(message) > 0 {
			break
		}
		chunk := make([]byte, n)
		if _, err := io.ReadFull(c.in, chunk); err != nil {
			return structure{}, err
		}
		message = append(message, chunk...)
	}
	v, err := decode(message)
	s, _ := v.(structure)
	return s, err
}

func (c *conversation) send(tag byte, fields ...any) error {
	var b bytes.Buffer
	encode(&b, structure{tag, fields})
	for p := b.Bytes(); len(p) > 0; {
		n := min(len(p), 1<<16-1)
		c.out.Write([]byte{byte(n >> 8), byte(n)})
		c.out.Write(p[:n])
		p = p[n:]
	}
	c.out.Write([]byte{0, 0})
	return c.out.Flush()
}

func (c *conversation) handle(m structure) error {
	if c.failed && m.tag != mReset && m.tag != mGoodbye {
		return c.send(mIgnored)
	}
	switch m.tag {
	case mGoodbye:
		return errDone
	case mReset:
		c.failed = false
		return c.send(mSuccess, map[string]any{})
	case mHello:
		return c.hello()
	case mRoute:
		return c.send(mSuccess, map[string]any{"rt": c.routes()})
	case mBegin, mCommit, mRollback:
		name := map[byte]string{mBegin: Begin, mCommit: Commit, mRollback: Rollback}[m.tag]
		return c.call(Call{Query: name, Extra: dict(m, 0)}, map[string]any{"bookmark": "b:1"})
	case mRun:
		return c.statement(m)
	case mPull, mDiscard:
		return c.pull(m)
	}
	return c.send(mSuccess, map[string]any{}) // LOGON, TELEMETRY
}

func dict(m structure, i int) map[string]any {
	if i >= len(m.fields) {
		return nil
	}
	d, _ := m.fields[i].(map[string]any)
	return d
}

func (c *conversation) hello() error {
	r := c.server.answer(Call{Query: Hello})
	if r.Agent == "" {
		r.Agent = "Neo4j/5.26.0"
	}
	return c.reply(r, map[string]any{"server": r.Agent, "connection_id": "fake", "hints": map[string]any{}})
}

// routes names this server for everything.
func (c *conversation) routes() map[string]any {
	var servers []any
	for _, role := range []string{"ROUTE", "READ", "WRITE"} {
		servers = append(servers, map[string]any{"addresses": []any{c.server.Addr()}, "role": role})
	}
	return map[string]any{"ttl": 300, "db": "neo4j", "servers": servers}
}

func (c *conversation) call(call Call, success map[string]any) error {
	return c.reply(c.server.answer(call), success)
}

// reply answers as r says.
func (c *conversation) reply(r Reply, success map[string]any) error {
	if r.Hang != nil {
		<-r.Hang
	}
	switch {
	case r.Drop:
		return errDone
	case r.Code != "":
		c.failed = true
		return c.send(mFailure, map[string]any{"code": r.Code, "message": r.Message})
	}
	return c.send(mSuccess, success)
}

func (c *conversation) statement(m structure) error {
	call := Call{Params: dict(m, 1), Extra: dict(m, 2)}
	call.Query, _ = m.fields[0].(string)
	c.result = c.server.answer(call)
	keys := []any{}
	for _, k := range c.result.Keys {
		keys = append(keys, k)
	}
	return c.reply(c.result, map[string]any{"fields": keys, "qid": 0, "t_first": 0})
}

// pull sends as many rows as are asked for.
func (c *conversation) pull(m structure) error {
	n, limited := dict(m, 0)["n"].(int64)
	for sent := int64(0); len(c.result.Rows) > 0 && (!limited || n < 0 || sent < n); sent++ {
		if m.tag == mPull {
			if err := c.send(mRecord, c.result.Rows[0]); err != nil {
				return err
			}
		}
		c.result.Rows = c.result.Rows[1:]
	}
	if len(c.result.Rows) > 0 {
		return c.send(mSuccess, map[string]any{"has_more": true})
	}
	success := map[string]any{"type": "rw", "t_last": 0, "db": "neo4j"}
	if c.result.Stats != nil {
		success["stats"] = c.result.Stats
	}
	return c.send(mSuccess, success)
}
