select bucket, seq, hash from graph_bucket
