update graph_node set props = ?2 where id = ?1
