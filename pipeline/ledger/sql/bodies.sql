-- The units of the batch with what each has put into the graph.
select b.unit, b.bucket, u.body from batch b left join unit u on u.stage = ?1 and u.unit = b.unit
order by b.bucket, b.unit
