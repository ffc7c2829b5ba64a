-- What ids of names mean.
select id, label, ident from graph_name where id in (select value from json_each(?))
