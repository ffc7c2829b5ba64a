select id, props from graph_node where id in (select value from json_each(?))
