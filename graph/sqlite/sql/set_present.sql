update graph_name set present = ?1 where id in (select value from json_each(?2))
