vacuum into ?;
