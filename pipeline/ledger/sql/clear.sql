delete from batch;
delete from moved;
delete from touched;
