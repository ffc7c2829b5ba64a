-- Tells whose file it is, of which version, and how many tables are in it.
select (select application_id from pragma_application_id), (select user_version from pragma_user_version),
(select count(*) from sqlite_schema);
