insert into graph_alias (alias, id) values (?, ?) on conflict do nothing
