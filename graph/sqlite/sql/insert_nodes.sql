insert into graph_node (id, props) values :rows
