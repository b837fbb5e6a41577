-- A person is found by the beginning of an identity number.
create index identity_number on people.identity (number text_pattern_ops) where upper_inf(recorded);
