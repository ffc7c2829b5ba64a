// Takes the epoch: only its holder may write from now on.
// Parameters: epoch.
MERGE (s:VnlexSync {id: 'state'})
SET s.epoch = $epoch
