-- The number
with found as (
  select 1 as part, e.id as fact_id, e.person_id, e.class_id, c.kind, lower(c.held) as at_day, lower(c.held) as from_day, upper(c.held) - 1 as to_day,
    e.unit_id, null::uuid as host_id, e.title_text, coalesce(e.decision_id, c.decision_id) as decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('result', e.result) as detail
  from training.enrolment e join training.class_version c on c.class_id = e.class_id
  where upper_inf("e"."recorded") and upper_inf("c"."recorded") and c.opener_unit_id = any($1::uuid[]) and c.kind = any($2::text[])
    and lower(c.held) between $3::date and $4::date
  union all
  select 0, c.class_id, null, c.class_id, c.kind, lower(c.held), lower(c.held), upper(c.held) - 1,
    c.opener_unit_id, null, null, c.decision_id, c.head_count, null, jsonb_build_object('place', c.place, 'listed', 0)
  from training.class_version c
  where upper_inf("c"."recorded") and c.opener_unit_id = any($5::uuid[]) and c.kind = any($6::text[])
    and lower(c.held) between $7::date and $8::date and c.head_count > 0
    and not exists (select from training.enrolment e where e.class_id = c.class_id and upper_inf("e"."recorded"))
)
select coalesce(sum(times) filter (where person_id is not null), 0)::int as listed,
  coalesce(sum(times) filter (where person_id is null), 0)::int as "byHeadCount"
from found;
-- $1 ["UNITS BELOW"], $2 ["BD_CD"], $3 "FROM", $4 "UNTIL", $5 ["UNITS BELOW"], $6 ["BD_CD"], $7 "FROM", $8 "UNTIL"

-- Its list
with found as (
  select 1 as part, e.id as fact_id, e.person_id, e.class_id, c.kind, lower(c.held) as at_day, lower(c.held) as from_day, upper(c.held) - 1 as to_day,
    e.unit_id, null::uuid as host_id, e.title_text, coalesce(e.decision_id, c.decision_id) as decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('result', e.result) as detail
  from training.enrolment e join training.class_version c on c.class_id = e.class_id
  where upper_inf("e"."recorded") and upper_inf("c"."recorded") and c.opener_unit_id = any($1::uuid[]) and c.kind = any($2::text[])
    and lower(c.held) between $3::date and $4::date
  union all
  select 0, c.class_id, null, c.class_id, c.kind, lower(c.held), lower(c.held), upper(c.held) - 1,
    c.opener_unit_id, null, null, c.decision_id, c.head_count, null, jsonb_build_object('place', c.place, 'listed', 0)
  from training.class_version c
  where upper_inf("c"."recorded") and c.opener_unit_id = any($5::uuid[]) and c.kind = any($6::text[])
    and lower(c.held) between $7::date and $8::date and c.head_count > 0
    and not exists (select from training.enrolment e where e.class_id = c.class_id and upper_inf("e"."recorded"))
), named as (
  select f.*, p.full_name, coalesce(p.given, '') as given, coalesce(p.family, '') as family, coalesce(p.middle, '') as middle
  from found f left join people.profile p on p.person_id = f.person_id and upper_inf("p"."recorded")
), page as (
  select * from named
  where true
  order by part, given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", at_day, fact_id
  limit $9
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
-- $1 ["UNITS BELOW"], $2 ["BD_CD"], $3 "FROM", $4 "UNTIL", $5 ["UNITS BELOW"], $6 ["BD_CD"], $7 "FROM", $8 "UNTIL", $9 100
