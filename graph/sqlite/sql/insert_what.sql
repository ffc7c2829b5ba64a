insert into graph_what (type, kind) values (?, ?) returning id
