-- The number
with found as (
  select 1 as part, s.id as fact_id, s.person_id, null::uuid as class_id, s.kind, s.sent_on as at_day, s.sent_on as from_day, null::date as to_day,
    s.unit_id, null::uuid as host_id, s.title_text, s.decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('institution', s.institution, 'outcome', s.outcome, 'purpose', s.purpose) as detail
  from training.sending s
  where upper_inf("s"."recorded") and s.status = 'sent' and s.sent_on between $1::date and $2::date
    and s.unit_id <> all($3::uuid[]) and exists (
      select from organisation.closure c
      where c.ancestor_id = $4::uuid and c.descendant_id = s.unit_id and c.held @> s.sent_on and upper_inf("c"."recorded"))
    and s.kind = any($5::text[])
)
select count(*)::int as value
from found;
-- $1 "FROM", $2 "UNTIL", $3 ["UNITS BELOW"], $4 "UNIT", $5 ["LLCT_CC","DT_NC","DT_DH","DT_CD","LLCT_TC","QLNN_CV","QLNN_CVC","BD_BCV"]

-- Its list
with found as (
  select 1 as part, s.id as fact_id, s.person_id, null::uuid as class_id, s.kind, s.sent_on as at_day, s.sent_on as from_day, null::date as to_day,
    s.unit_id, null::uuid as host_id, s.title_text, s.decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('institution', s.institution, 'outcome', s.outcome, 'purpose', s.purpose) as detail
  from training.sending s
  where upper_inf("s"."recorded") and s.status = 'sent' and s.sent_on between $1::date and $2::date
    and s.unit_id <> all($3::uuid[]) and exists (
      select from organisation.closure c
      where c.ancestor_id = $4::uuid and c.descendant_id = s.unit_id and c.held @> s.sent_on and upper_inf("c"."recorded"))
    and s.kind = any($5::text[])
), named as (
  select f.*, p.full_name, coalesce(p.given, '') as given, coalesce(p.family, '') as family, coalesce(p.middle, '') as middle
  from found f left join people.profile p on p.person_id = f.person_id and upper_inf("p"."recorded")
), page as (
  select * from named
  where true
  order by part, given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", at_day, fact_id
  limit $6
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
-- $1 "FROM", $2 "UNTIL", $3 ["UNITS BELOW"], $4 "UNIT", $5 ["LLCT_CC","DT_NC","DT_DH","DT_CD","LLCT_TC","QLNN_CV","QLNN_CVC","BD_BCV"], $6 100
