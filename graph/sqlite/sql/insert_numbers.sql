insert into graph_number (number, id) values :rows
