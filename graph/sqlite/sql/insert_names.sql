insert into graph_name (id, label, ident, present) values :rows
