-- The number
with found as (
  select 0 as part, c.class_id as fact_id, null::uuid as person_id, c.class_id, c.kind, lower(c.held) as at_day, lower(c.held) as from_day, upper(c.held) - 1 as to_day,
    c.opener_unit_id as unit_id, null::uuid as host_id, null::text as title_text, c.decision_id,
    coalesce(nullif((select count(*)::int from training.enrolment e where e.class_id = c.class_id and upper_inf("e"."recorded")), 0), c.head_count, 0) as times, null::boolean as meets,
    jsonb_build_object('place', c.place, 'listed', (select count(*)::int from training.enrolment e where e.class_id = c.class_id and upper_inf("e"."recorded"))) as detail
  from training.class_version c
  where upper_inf("c"."recorded") and c.opener_unit_id = any($1::uuid[]) and c.kind = any($2::text[])
    and lower(c.held) between $3::date and $4::date
)
select count(*)::int as value
from found;
-- $1 ["UNITS BELOW"], $2 ["BD_CD"], $3 "FROM", $4 "UNTIL"

-- Its list
with found as (
  select 0 as part, c.class_id as fact_id, null::uuid as person_id, c.class_id, c.kind, lower(c.held) as at_day, lower(c.held) as from_day, upper(c.held) - 1 as to_day,
    c.opener_unit_id as unit_id, null::uuid as host_id, null::text as title_text, c.decision_id,
    coalesce(nullif((select count(*)::int from training.enrolment e where e.class_id = c.class_id and upper_inf("e"."recorded")), 0), c.head_count, 0) as times, null::boolean as meets,
    jsonb_build_object('place', c.place, 'listed', (select count(*)::int from training.enrolment e where e.class_id = c.class_id and upper_inf("e"."recorded"))) as detail
  from training.class_version c
  where upper_inf("c"."recorded") and c.opener_unit_id = any($1::uuid[]) and c.kind = any($2::text[])
    and lower(c.held) between $3::date and $4::date
), named as (
  select f.*, p.full_name, coalesce(p.given, '') as given, coalesce(p.family, '') as family, coalesce(p.middle, '') as middle
  from found f left join people.profile p on p.person_id = f.person_id and upper_inf("p"."recorded")
), page as (
  select * from named
  where true
  order by part, given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", at_day, fact_id
  limit $5
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
-- $1 ["UNITS BELOW"], $2 ["BD_CD"], $3 "FROM", $4 "UNTIL", $5 100
