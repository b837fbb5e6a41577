-- The class of ours in which a qualification was gained or given up, so that a corrected result takes it along.
alter table qualifications.qualification add class_id uuid;
