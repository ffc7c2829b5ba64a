delete from graph_alias where alias = ? and id = ?
