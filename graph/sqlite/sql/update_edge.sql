update graph_edge set low = ?2, props = ?3 where id = ?1
