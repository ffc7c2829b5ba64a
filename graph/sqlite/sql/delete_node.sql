delete from graph_node where id = ?
