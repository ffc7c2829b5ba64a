-- The dates of the documents of the batch.
select b.unit, d.issued from batch b join document d on d.key = b.unit
