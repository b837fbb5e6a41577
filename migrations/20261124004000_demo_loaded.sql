-- A demo whose loading was cut off has no such instant, and is loaded anew.
alter table organisation.authority add column demo_loaded_at timestamptz;
