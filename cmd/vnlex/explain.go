package main

import (
	"errors"
	"io/fs"
	"syscall"
)

// explain words an error and, where there is one, the next step.
func (a *app) explain(err error) string {
	if hint := hintOf(err); hint != "" {
		return err.Error() + "\n" + a.text(hint)
	}
	return err.Error()
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
