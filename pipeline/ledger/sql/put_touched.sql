insert into touched (owner) values (?) on conflict do nothing
