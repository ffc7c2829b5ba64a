package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"

	"vnlex/cmd/internal/terminal"
)

// A logHandler writes records to the standard error: as lines
// "vnlex command: message key=value", or as JSON objects.
type logHandler struct {
	app   *app
	attrs []slog.Attr
}

func (h *logHandler) Enabled(_ context.Context, level slog.Level) bool {
	switch {
	case h.app.Verbose:
		return true
	case h.app.Quiet:
		return level >= slog.LevelError
	}
	return level >= slog.LevelInfo
}

func (h *logHandler) Handle(_ context.Context, r slog.Record) error {
	attrs := append([]slog.Attr(nil), h.attrs...)
	r.Attrs(func(a slog.Attr) bool {
		attrs = append(attrs, a)
		return true
	})
	line := h.line(r, attrs)
	_, err := terminal.Writer{W: h.app.stderr}.Write([]byte(line + "\n"))
	return err
}

func (h *logHandler) line(r slog.Record, attrs []slog.Attr) string {
	if h.app.LogFormat == "json" {
		return h.json(r, attrs)
	}
	who := strings.TrimRight("vnlex "+h.app.called(), " ") + ": "
	var b strings.Builder
	b.WriteString(who + strings.ReplaceAll(r.Message, "\n", "\n"+who))
	for _, a := range attrs {
		fmt.Fprintf(&b, " %s=%v", a.Key, a.Value)
	}
	return b.String()
}

// json keeps the order of the attributes, behind level, command and message.
func (h *logHandler) json(r slog.Record, attrs []slog.Attr) string {
	head := []slog.Attr{
		slog.String("level", r.Level.String()),
		slog.String("command", h.app.command),
		slog.String("msg", r.Message),
	}
	var fields []string
	for _, a := range append(head, attrs...) {
		fields = append(fields, string(jsonText(a.Key))+":"+string(jsonText(a.Value.Any())))
	}
	return "{" + strings.Join(fields, ",") + "}"
}

func jsonText(v any) []byte {
	if err, ok := v.(error); ok {
		v = err.Error()
	}
	text, err := json.Marshal(v)
	if err != nil {
		text, _ = json.Marshal(fmt.Sprint(v))
	}
	return text
}

func (h *logHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &logHandler{h.app, append(append([]slog.Attr(nil), h.attrs...), attrs...)}
}

// WithGroup keeps the keys flat: they are the same everywhere.
func (h *logHandler) WithGroup(string) slog.Handler { return h }
