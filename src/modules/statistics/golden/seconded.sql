-- The number
with found as (
  select 1 as part, m.id as fact_id, m.person_id, null::uuid as class_id, 'seconded' as kind, lower(m.held) as at_day, lower(m.held) as from_day, upper(m.held) - 1 as to_day,
    m.from_unit_id as unit_id, m.host_unit_id as host_id, m.title_text, m.decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('task', m.task, 'plannedEnd', m.planned_end) as detail
  from movements.secondment m
  where upper_inf("m"."recorded") and m.from_unit_id = any($1::uuid[])
    and m.held && daterange($2::date, $3::date, '[]')
    and exists (
      select from organisation.unit_version v
      where v.unit_id = m.host_unit_id and v.held @> lower(m.held) and v.kind = any($4::text[]) and upper_inf("v"."recorded"))
)
select count(*)::int as value
from found;
-- $1 ["UNITS BELOW"], $2 "FROM", $3 "UNTIL", $4 ["commune","ward","township","special_zone"]

-- Its list
with found as (
  select 1 as part, m.id as fact_id, m.person_id, null::uuid as class_id, 'seconded' as kind, lower(m.held) as at_day, lower(m.held) as from_day, upper(m.held) - 1 as to_day,
    m.from_unit_id as unit_id, m.host_unit_id as host_id, m.title_text, m.decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('task', m.task, 'plannedEnd', m.planned_end) as detail
  from movements.secondment m
  where upper_inf("m"."recorded") and m.from_unit_id = any($1::uuid[])
    and m.held && daterange($2::date, $3::date, '[]')
    and exists (
      select from organisation.unit_version v
      where v.unit_id = m.host_unit_id and v.held @> lower(m.held) and v.kind = any($4::text[]) and upper_inf("v"."recorded"))
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
-- $1 ["UNITS BELOW"], $2 "FROM", $3 "UNTIL", $4 ["commune","ward","township","special_zone"], $5 100
