-- Where the chain stands: the entry last sealed and how many there are. A tail cut off the log is missed by the entries that are left,
-- and known here. The row is also the one lock under which entries are appended.
create table audit.head (
  only_one boolean primary key default true check (only_one),
  seq bigint not null,
  hash bytea not null,
  count bigint not null,
  day date                                  -- the latest Hanoi day of any entry so far
) with (fillfactor = 10);

-- The head as each day ended: what a report printed on that day can be held against. An entry whose instant lies in a day that has
-- ended already (a long import over midnight) belongs to the day on which it was sealed.
create table audit.day_seal (
  day date primary key,
  seq bigint not null,
  hash bytea not null
);

insert into audit.head (seq, hash, count, day)
select coalesce(max(seq), 0), coalesce((select hash from audit.entry order by seq desc limit 1), '\x00'), count(*),
  max((at at time zone 'Asia/Ho_Chi_Minh')::date)
from audit.entry;

insert into audit.day_seal (day, seq, hash)
select distinct on (day) day, seq, hash
from (select max((at at time zone 'Asia/Ho_Chi_Minh')::date) over (order by seq) as day, seq, hash from audit.entry) e
where day < (select h.day from audit.head h)
order by day, seq desc;

-- Seals the next entry over the last one. Parts of the seal are parted by a sign that no part may hold.
create or replace function audit.append(
  entry_id uuid, at timestamptz, account_id uuid, actor text, operation text,
  subject_id uuid, person_id uuid, reason text, input jsonb, changes jsonb
) returns bigint
language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  last audit.head;
  e audit.entry;
  on_day date := (at at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  -- One writer of the chain at a time; held only from here to the commit.
  select * into last from audit.head for update;
  if not found then
    raise exception 'the head of the audit log is missing' using errcode = 'data_corrupted';
  end if;
  e := row(last.seq + 1, entry_id, at, account_id, translate(actor, chr(31), ' '), translate(operation, chr(31), ' '), subject_id, person_id,
    nullif(translate(reason, chr(31), ' '), ''), coalesce(input, '{}'), coalesce(changes, '[]'), last.hash, '\x00'::bytea);
  e.hash := audit.seal(e.previous, e);
  insert into audit.entry values (e.*);
  if on_day > last.day then
    insert into audit.day_seal (day, seq, hash) values (last.day, last.seq, last.hash);
  end if;
  update audit.head set seq = e.seq, hash = e.hash, count = count + 1, day = greatest(last.day, on_day);
  return e.seq;
end $$;

create trigger append_only before update or delete on audit.day_seal for each row execute function audit.refuse_change();
create trigger append_only_whole before truncate on audit.day_seal for each statement execute function audit.refuse_change();
create trigger kept before delete on audit.head for each row execute function audit.refuse_change();
create trigger kept_whole before truncate on audit.head for each statement execute function audit.refuse_change();

-- The server reads both and writes them through audit.append only.
revoke all on audit.head, audit.day_seal from kecan_app;
grant select on audit.head, audit.day_seal to kecan_app;
