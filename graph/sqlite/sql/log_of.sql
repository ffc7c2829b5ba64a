-- What a run wrote to the log, in order.
select bucket, entries from graph_log where run = ? order by bucket, seq
