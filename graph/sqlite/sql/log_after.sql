-- The log of a bucket after a place, one delta's part at a time.
select seq, count, entries from graph_log where bucket = ?1 and seq > ?2 order by seq limit ?3
