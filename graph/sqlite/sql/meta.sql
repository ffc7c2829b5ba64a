select value from graph_meta where name = ?
