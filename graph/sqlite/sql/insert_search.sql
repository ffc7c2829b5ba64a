insert into graph_search (rowid, words) values (?, ?)
