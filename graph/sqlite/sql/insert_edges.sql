insert or ignore into graph_edge (src, what, dst, low, props) values :rows
