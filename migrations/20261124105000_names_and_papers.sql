-- Each name that anyone has or had, once. Of a common fragment the first persons are found by going through the names in order, of which
-- there are few, and not through the persons. Who may not see everybody does not see the names either.
create table people.name (
  given text not null,
  family text not null,
  middle text not null,
  search text not null,
  primary key (given, family, middle)
);
create index name_search on people.name using gin (search gin_trgm_ops);
alter table people.name enable row level security;
create policy wide on people.name to kecan_wide using (true) with check (true);

insert into people.name (given, family, middle, search)
select distinct on (given, family, middle) given, family, middle, search from people.profile;

-- What a unit sent, by the day: a review reads these and nothing else of the table.
create index sending_unit on training.sending (unit_id, sent_on) include (kind, person_id) where upper_inf(recorded) and status = 'sent';
create index class_version_opened on training.class_version (opener_unit_id, lower(held)) include (kind, class_id, head_count) where upper_inf(recorded);
drop index training.class_version_opener;

-- Which facts a paper made, and whose papers they are.
create index decision_issuer on decisions.decision (issuer_unit_id);
create index profile_decision on people.profile (decision_id) where decision_id is not null;
create index identity_decision on people.identity (decision_id) where decision_id is not null;
create index membership_decision on people.membership (decision_id) where decision_id is not null;
create index enrolment_decision on training.enrolment (decision_id) where decision_id is not null;
create index secondment_decision on movements.secondment (decision_id) where decision_id is not null;
