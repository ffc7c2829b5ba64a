package main

import "context"

// A backupCmd copies the database while others read and write it.
type backupCmd struct {
	File string `arg:""`
}

func (c backupCmd) Run(ctx context.Context, a *app) error {
	p, err := a.ledger()
	if err != nil {
		return err
	}
	defer p.Close()
	if err := p.Backup(ctx, c.File); err != nil {
		return err
	}
	a.say("backup.done", c.File)
	return nil
}
