select hash from graph_log where bucket = ? and seq = ?
