update graph_bucket set hash = ?2 where bucket = ?1
