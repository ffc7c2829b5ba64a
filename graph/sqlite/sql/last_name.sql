select coalesce(max(id), 0) from graph_name
