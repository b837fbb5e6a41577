-- A session that is no longer held stays behind the marks it once had.
alter table training.class_session add removed_at timestamptz;
alter table training.class_session drop constraint session_taken;
create unique index session_taken on training.class_session (class_id, on_day, part) where removed_at is null;
create index class_session_day on training.class_session (on_day) where removed_at is null;

-- The last day on which learners may say what they thought.
alter table training.class add feedback_until date;
alter table training.class add check ((feedback_code is null) = (feedback_until is null));
