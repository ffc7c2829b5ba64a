package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"vnlex/cmd/internal/message"
	"vnlex/graph/neo4j"
	"vnlex/pipeline"
	"vnlex/pipeline/ledger"
)

// explain words an error and, where there is one, the next step.
func (a *app) explain(err error) string {
	var db *ledger.Error
	var server *neo4j.Error
	var foreign *pipeline.ForeignError
	switch {
	case errors.As(err, &db):
		return a.explainDatabase(db)
	case errors.As(err, &server):
		return a.explainServer(server)
	case errors.As(err, &foreign):
		return a.text("neo4j.foreign", foreign.Node.Label, foreign.Node.ID)
	}
	if hint := hintOf(err); hint != "" {
		return err.Error() + "\n" + a.text(hint)
	}
	return a.worded(err)
}

// hintOf returns the message that says what to do about an error.
func hintOf(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "hint.missing"
	case errors.Is(err, fs.ErrPermission):
		return "hint.permission"
	case errors.Is(err, syscall.ENOSPC):
		return "hint.full"
	}
	return ""
}

func (a *app) explainDatabase(e *ledger.Error) string {
	text := a.text("db."+string(e.Code), e.Path)
	if e.Holder != 0 {
		text += a.text("db.holder", e.Holder)
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (a *app) explainServer(e *neo4j.Error) string {
	text := a.text("neo4j.failed", e.Address, e.Err)
	if hint := "hint.neo4j." + string(e.Kind); a.has(hint) {
		text += "\n" + a.text(hint)
	}
	return text
}

// reason says why a page failed. The reasons in the ledger are English; in another
// language the code is worded instead, where it says enough.
func (a *app) reason(code, reason string) string {
	key, status, ok := strings.Cut(code, "_")
	if key = "code." + key; a.lang != message.English && ok && status != "" && a.has(key+".status") {
		return a.text(key+".status", status)
	}
	if key = "code." + code; a.lang != message.English && a.has(key) {
		return a.text(key)
	}
	return reason
}
