insert into graph_log (bucket, seq, count, run, hash, entries) values (?, ?, ?, ?, ?, ?)
