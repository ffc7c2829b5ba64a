-- Deletes exactly the marks of what was taken: no other can come into this transaction.
delete from mark where stage = ?1 and exists (
	select 1 from batch where batch.unit = mark.unit and batch.bucket = mark.bucket
)
