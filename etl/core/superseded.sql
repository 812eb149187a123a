-- grain: one row per record that a later file of its source has given again
create table superseded (source varchar, batch_id varchar, row_number bigint)
