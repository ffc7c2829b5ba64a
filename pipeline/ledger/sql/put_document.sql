insert into document (key, issued) values (?, ?) on conflict (key) do update set issued = excluded.issued
