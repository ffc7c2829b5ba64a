select id, type, kind from graph_what
