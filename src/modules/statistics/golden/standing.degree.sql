-- The number
with found as (
  select 1 as part, a.id as fact_id, a.person_id, null::uuid as class_id, 'serving' as kind, $1::date as at_day,
    case when a.from_known then lower(a.held) end as from_day, null::date as to_day,
    a.unit_id, null::uuid as host_id, a.title_text, a.decision_id, 1 as times, test.meets, test.detail
  from people.assignment a
  left join organisation.title t on t.code = a.title_code
  cross join lateral (
    select coalesce(best.rank >= $2, false) as meets, to_jsonb(best) as detail
    from (select) one left join lateral (
      select q.level, q.state, q.rank, q.field_text as field
      from qualifications.qualification q
      where q.person_id = a.person_id and upper_inf("q"."recorded") and q.held @> $3::date
        and q.kind = $4 and q.state = any($5::text[])
      order by q.rank >= $6 desc, q.state = 'finished' desc, q.rank desc, q.id
      limit 1
    ) best on true) test
  where upper_inf("a"."recorded") and a.kind = 'main' and a.held @> $7::date and a.unit_id = any($8::uuid[])
    and coalesce(a.official_kind, t.official_kind) = any($9::text[]) and coalesce(t.is_full_time, true)
)
select count(*) filter (where meets)::int as meeting, count(meets)::int as judged, count(*) filter (where meets is null)::int as unmapped,
  count(*) filter (where meets and detail ->> 'state' = 'studying')::int as studying
from found;
-- $1 "ON", $2 4, $3 "ON", $4 "degree", $5 ["finished"], $6 4, $7 "ON", $8 ["UNITS OF THE COMMUNE"], $9 ["CB","CC","CBX","CCX"]

-- Its list
with found as (
  select 1 as part, a.id as fact_id, a.person_id, null::uuid as class_id, 'serving' as kind, $1::date as at_day,
    case when a.from_known then lower(a.held) end as from_day, null::date as to_day,
    a.unit_id, null::uuid as host_id, a.title_text, a.decision_id, 1 as times, test.meets, test.detail
  from people.assignment a
  left join organisation.title t on t.code = a.title_code
  cross join lateral (
    select coalesce(best.rank >= $2, false) as meets, to_jsonb(best) as detail
    from (select) one left join lateral (
      select q.level, q.state, q.rank, q.field_text as field
      from qualifications.qualification q
      where q.person_id = a.person_id and upper_inf("q"."recorded") and q.held @> $3::date
        and q.kind = $4 and q.state = any($5::text[])
      order by q.rank >= $6 desc, q.state = 'finished' desc, q.rank desc, q.id
      limit 1
    ) best on true) test
  where upper_inf("a"."recorded") and a.kind = 'main' and a.held @> $7::date and a.unit_id = any($8::uuid[])
    and coalesce(a.official_kind, t.official_kind) = any($9::text[]) and coalesce(t.is_full_time, true)
), named as (
  select f.*, p.full_name, coalesce(p.given, '') as given, coalesce(p.family, '') as family, coalesce(p.middle, '') as middle
  from found f left join people.profile p on p.person_id = f.person_id and upper_inf("p"."recorded")
), page as (
  select * from named
  where true
  order by part, given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", at_day, fact_id
  limit $10
)
select page.*, unit.name_vi as unit_vi, unit.name_en as unit_en, host.name_vi as host_vi, host.name_en as host_en,
  d.code as decision_code, d.issued_on as decision_issued_on, c.title as class_title
from page
left join lateral (
  select v.name_vi, v.name_en from organisation.unit_version v
  where v.unit_id = "page"."unit_id" and upper_inf("v"."recorded")
  order by v.held @> page.at_day desc, lower(v.held) desc limit 1) unit on true
left join lateral (
  select v.name_vi, v.name_en from organisation.unit_version v
  where v.unit_id = "page"."host_id" and upper_inf("v"."recorded")
  order by v.held @> page.at_day desc, lower(v.held) desc limit 1) host on true
left join decisions.decision d on d.id = page.decision_id
left join training.class_version c on c.class_id = page.class_id and upper_inf("c"."recorded")
order by part, given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", at_day, fact_id;
-- $1 "ON", $2 4, $3 "ON", $4 "degree", $5 ["finished"], $6 4, $7 "ON", $8 ["UNITS OF THE COMMUNE"], $9 ["CB","CC","CBX","CCX"], $10 100
