-- Numbers the entries of one delta in a bucket.
insert into graph_bucket (bucket, seq, hash) values (?1, ?2, x'')
on conflict (bucket) do update set seq = seq + excluded.seq
returning seq, hash
