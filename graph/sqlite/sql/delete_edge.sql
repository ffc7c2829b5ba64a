delete from graph_edge where id = ?
