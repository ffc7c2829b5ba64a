insert into graph_meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value
