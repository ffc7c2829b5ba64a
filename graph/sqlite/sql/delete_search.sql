delete from graph_search where rowid = ?
