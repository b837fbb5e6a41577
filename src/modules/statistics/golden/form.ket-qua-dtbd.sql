-- All that counts

with times as (
  select s.id as fact_id, s.person_id, s.class_id, s.kind, s.sent_on as at_day, s.unit_id, s.title_text, s.decision_id,
    lower(s.study) as from_day, upper(s.study) - 1 as to_day, s.mode, case when lower(concat_ws(' ', "s"."institution", "s"."study_text")) like '%liên kết%' then 'joint' when lower(concat_ws(' ', "s"."institution", "s"."study_text")) ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end as place, true as by_decision
  from training.sending s
  where upper_inf("s"."recorded") and s.status = 'sent' and s.unit_id = any($1::uuid[])
    and s.sent_on between $2::date and $3::date
  union all
  select e.id, e.person_id, e.class_id, c.kind, lower(c.held), e.unit_id, e.title_text, coalesce(e.decision_id, c.decision_id),
    lower(c.held), upper(c.held) - 1, c.mode, case when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) like '%liên kết%' then 'joint' when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end, false
  from training.enrolment e join training.class_version c on c.class_id = e.class_id and upper_inf("c"."recorded")
  where upper_inf("e"."recorded") and e.state <> 'withdrawn'
    and lower(c.held) between $4::date and $5::date
    and (e.unit_id = any($6::uuid[]) or (e.unit_id is null and c.opener_unit_id = any($7::uuid[])))
    and not exists (
      select from training.sending s
      where s.person_id = e.person_id and (s.id = e.sending_id or s.class_id = e.class_id) and upper_inf("s"."recorded") and s.status = 'sent')
)
select count(*)::int as times, count(distinct person_id)::int as people from times;
-- $1 ["UNITS BELOW"], $2 "FROM", $3 "UNTIL", $4 "FROM", $5 "UNTIL", $6 ["UNITS BELOW"], $7 ["UNITS BELOW"]

-- By the lines of the form
with times as materialized (
  select s.id as fact_id, s.person_id, s.class_id, s.kind, s.sent_on as at_day, s.unit_id, s.title_text, s.decision_id,
    lower(s.study) as from_day, upper(s.study) - 1 as to_day, s.mode, case when lower(concat_ws(' ', "s"."institution", "s"."study_text")) like '%liên kết%' then 'joint' when lower(concat_ws(' ', "s"."institution", "s"."study_text")) ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end as place, true as by_decision
  from training.sending s
  where upper_inf("s"."recorded") and s.status = 'sent' and s.unit_id = any($1::uuid[])
    and s.sent_on between $2::date and $3::date
  union all
  select e.id, e.person_id, e.class_id, c.kind, lower(c.held), e.unit_id, e.title_text, coalesce(e.decision_id, c.decision_id),
    lower(c.held), upper(c.held) - 1, c.mode, case when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) like '%liên kết%' then 'joint' when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end, false
  from training.enrolment e join training.class_version c on c.class_id = e.class_id and upper_inf("c"."recorded")
  where upper_inf("e"."recorded") and e.state <> 'withdrawn'
    and lower(c.held) between $4::date and $5::date
    and (e.unit_id = any($6::uuid[]) or (e.unit_id is null and c.opener_unit_id = any($7::uuid[])))
    and not exists (
      select from training.sending s
      where s.person_id = e.person_id and (s.id = e.sending_id or s.class_id = e.class_id) and upper_inf("s"."recorded") and s.status = 'sent')
), levels as materialized (
  select coalesce(jsonb_object_agg(unit_id::text || at_day::text, level), '{}') as levels from (
  select p.unit_id, p.at_day, case
    when bool_or(v.kind = any($8::text[])) then 'commune'
    when bool_or(v.kind = any($9::text[])) then 'district'
    when bool_or(v.kind = any($10::text[])) then 'province' end as level
  from (select distinct unit_id, at_day from times where unit_id is not null) p
  join organisation.closure l on l.descendant_id = p.unit_id and l.held @> p.at_day and upper_inf("l"."recorded")
  join organisation.unit_version v on v.unit_id = l.ancestor_id and v.held @> p.at_day and upper_inf("v"."recorded")
  group by p.unit_id, p.at_day) each
), judged as materialized (
  select t.*, levels.levels ->> ("t"."unit_id"::text || "t"."at_day"::text) as level, coalesce(post.leader, false) as leader, post.official_kind, t.by_decision or post.serves is not null as official,
    exists (select from people.membership m where m.person_id = t.person_id and m.kind = 'deputy' and m.held @> t.at_day and upper_inf("m"."recorded")) as deputy,
    coalesce(p.sex = 'female', false) as women, coalesce(p.ethnicity = any($11::text[]), false) as minority
  from times t cross join levels
  left join people.profile p on p.person_id = t.person_id and upper_inf("p"."recorded")
  left join lateral (
    select true as serves, bool_or(coalesce(h.is_leader, false)) as leader,
      (array_agg(coalesce(a.official_kind, h.official_kind) order by a.kind = 'main' desc, a.id))[1] as official_kind
    from people.assignment a left join organisation.title h on h.code = a.title_code
    where a.person_id = t.person_id and a.held @> t.at_day and upper_inf("a"."recorded")
    group by a.person_id
  ) post on true
), sorted as materialized (
  select judged.*, case
    when kind = any($12::text[]) then $13
    when kind = any($14::text[]) then $15
    when kind = any($16::text[]) then $17
    when kind = any($18::text[]) then $19
    when kind = any($20::text[]) then $21
    when kind = any($22::text[]) then $23
    when kind = any($24::text[]) then $25
    when kind = any($26::text[]) then $27
    when kind = any($28::text[]) then $29
    when kind = any($30::text[]) then $31
    when kind = any($32::text[]) then $33
    when kind = any($34::text[]) then $35
    when kind = any($36::text[]) then $37
    when kind = any($38::text[]) then $39
    when kind = any($40::text[]) then $41
    when kind = any($42::text[]) then $43
    when kind = any($44::text[]) then $45
    when kind = any($46::text[]) then $47
    when kind = any($48::text[]) then $49
    else 'rest:' || kind end as programme, case
    when level = $50 and leader then $51
    when level = $52 and leader then $53
    when level = $54 and leader and official_kind = any($55::text[]) then $56
    when official_kind = any($57::text[]) then $58
    when official_kind = any($59::text[]) then $60
    when deputy and not official then $61
    when official_kind = any($62::text[]) then $63
    when official_kind = any($64::text[]) then $65
    when official then $66
    when not official then $67
    else $68::text end as audience from judged
), placed as (
  select sorted.*, row_number() over (partition by programme, person_id order by at_day desc, fact_id) = 1 as is_latest,
    (count(*) over (partition by programme, person_id))::int as times_of_person
  from sorted
)
select programme, audience,
  (count(*) filter (where is_latest and true))::int as "people", (count(*) filter (where true))::int as "times",
  (count(*) filter (where is_latest and leader))::int as "leaderPeople", (count(*) filter (where leader))::int as "leaderTimes",
  (count(*) filter (where is_latest and women))::int as "womenPeople", (count(*) filter (where women))::int as "womenTimes",
  (count(*) filter (where is_latest and minority))::int as "minorityPeople", (count(*) filter (where minority))::int as "minorityTimes"
from placed
group by programme, audience;
-- $1 ["UNITS BELOW"], $2 "FROM", $3 "UNTIL", $4 "FROM", $5 "UNTIL", $6 ["UNITS BELOW"], $7 ["UNITS BELOW"], $8 ["commune","ward","township","special_zone"], $9 ["district","city","town","urban_district"], $10 ["province","central_city"], $11 ["02","03","04","05","06","07","08","09","10","11","12","13","14","15","16","17","18","19","20","21","22","23","24","25","26","27","28","29","30","31","32","33","34","35","36","37","38","39","40","41","42","43","44","45","46","47","48","49","50","51","52","53","54"], $12 ["LLCT_CC","LLCT_CN"], $13 "llct-cc", $14 ["LLCT_TC"], $15 "llct-tc", $16 ["LLCT_SC"], $17 "llct-sc", $18 ["BD_CN"], $19 "llct-bd", $20 ["QLNN_CVCC"], $21 "qlnn-cvcc", $22 ["QLNN_CVC"], $23 "qlnn-cvc", $24 ["QLNN_CV"], $25 "qlnn-cv", $26 ["QLNN_CS"], $27 "qlnn-cs", $28 ["BD_LD"], $29 "ldql", $30 ["BD_VTVL","BD_XDD","BD_DT","BD_CD","BD_KTQL"], $31 "vtvl", $32 ["BD_QPAN_1","BD_QPAN_2","BD_QPAN_3","BD_QPAN_4"], $33 "qpan", $34 ["BD_NN"], $35 "nn", $36 ["BD_TH"], $37 "th", $38 ["BD_TDT"], $39 "tdt", $40 ["DT_TC"], $41 "dt-tc", $42 ["DT_CD"], $43 "dt-cd", $44 ["DT_DH"], $45 "dt-dh", $46 ["DT_SDH_THS"], $47 "dt-ths", $48 ["DT_SDH_TS"], $49 "dt-ts", $50 "province", $51 "leaders-p", $52 "district", $53 "leaders-d", $54 "commune", $55 ["CB","CC","VC"], $56 "leaders-c", $57 ["CBX"], $58 "cbx", $59 ["CCX"], $60 "ccx", $61 "hdnd", $62 ["VC"], $63 "vc", $64 ["CB","CC"], $65 "no-rank", $66 "other", $67 "outside", $68 "none"

-- Its classes
with times as materialized (
  select s.id as fact_id, s.person_id, s.class_id, s.kind, s.sent_on as at_day, s.unit_id, s.title_text, s.decision_id,
    lower(s.study) as from_day, upper(s.study) - 1 as to_day, s.mode, case when lower(concat_ws(' ', "s"."institution", "s"."study_text")) like '%liên kết%' then 'joint' when lower(concat_ws(' ', "s"."institution", "s"."study_text")) ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end as place, true as by_decision
  from training.sending s
  where upper_inf("s"."recorded") and s.status = 'sent' and s.outcome = 'completed' and s.unit_id = any($1::uuid[])
    and s.outcome_on between $2::date and $3::date
  union all
  select e.id, e.person_id, e.class_id, c.kind, lower(c.held), e.unit_id, e.title_text, coalesce(e.decision_id, c.decision_id),
    lower(c.held), upper(c.held) - 1, c.mode, case when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) like '%liên kết%' then 'joint' when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end, false
  from training.enrolment e join training.class_version c on c.class_id = e.class_id and upper_inf("c"."recorded")
  where upper_inf("e"."recorded") and e.state = 'completed'
    and coalesce(e.state_on, upper(c.held) - 1, lower(c.held)) between $4::date and $5::date
    and (e.unit_id = any($6::uuid[]) or (e.unit_id is null and c.opener_unit_id = any($7::uuid[])))
    and not exists (
      select from training.sending s
      where s.person_id = e.person_id and (s.id = e.sending_id or s.class_id = e.class_id) and upper_inf("s"."recorded") and s.status = 'sent' and s.outcome = 'completed')
), found as materialized (
  select c.class_id, c.kind, lower(c.held) as at_day, upper(c.held) - 1 as to_day, c.opener_unit_id as unit_id, c.decision_id, c.mode, c.head_count,
    case when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) like '%liên kết%' then 'joint' when lower(concat_ws(' ', "c"."institution", "c"."place", "c"."title")) ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end as place, c.opener_unit_id = any($8::uuid[]) as is_own
  from training.class_version c
  where upper_inf("c"."recorded") and (
    (c.opener_unit_id = any($9::uuid[])
      and coalesce(upper(c.held) - 1, lower(c.held)) between $10::date and $11::date)
    or c.class_id in (select class_id from times))
), levels as materialized (
  select coalesce(jsonb_object_agg(unit_id::text || at_day::text, level), '{}') as levels from (
  select p.unit_id, p.at_day, case
    when bool_or(v.kind = any($12::text[])) then 'commune'
    when bool_or(v.kind = any($13::text[])) then 'district'
    when bool_or(v.kind = any($14::text[])) then 'province' end as level
  from (select distinct unit_id, at_day from found) p
  join organisation.closure l on l.descendant_id = p.unit_id and l.held @> p.at_day and upper_inf("l"."recorded")
  join organisation.unit_version v on v.unit_id = l.ancestor_id and v.held @> p.at_day and upper_inf("v"."recorded")
  group by p.unit_id, p.at_day) each
), opened as (
  select found.*, case
    when kind = any($15::text[]) then $16
    when kind = any($17::text[]) then $18
    when kind = any($19::text[]) then $20
    when kind = any($21::text[]) then $22
    when kind = any($23::text[]) then $24
    when kind = any($25::text[]) then $26
    when kind = any($27::text[]) then $28
    when kind = any($29::text[]) then $30
    when kind = any($31::text[]) then $32
    when kind = any($33::text[]) then $34
    when kind = any($35::text[]) then $36
    when kind = any($37::text[]) then $38
    when kind = any($39::text[]) then $40
    when kind = any($41::text[]) then $42
    when kind = any($43::text[]) then $44
    when kind = any($45::text[]) then $46
    when kind = any($47::text[]) then $48
    when kind = any($49::text[]) then $50
    when kind = any($51::text[]) then $52
    else 'rest:' || kind end as programme, coalesce(levels.levels ->> ("found"."unit_id"::text || "found"."at_day"::text), 'none') as level, learners.listed,
    found.is_own and coalesce(found.head_count, 0) > 0 and learners.listed = 0 as is_counted
  from found cross join levels
  cross join lateral (
    select count(*)::int as listed from training.enrolment e where e.class_id = found.class_id and upper_inf("e"."recorded")) learners
)
select programme, level, count(*)::int as classes, (count(*) filter (where is_counted))::int as counted,
  coalesce(sum(head_count) filter (where is_counted), 0)::int as learners
from opened
group by programme, level;
-- $1 ["UNITS BELOW"], $2 "FROM", $3 "UNTIL", $4 "FROM", $5 "UNTIL", $6 ["UNITS BELOW"], $7 ["UNITS BELOW"], $8 ["UNITS BELOW"], $9 ["UNITS BELOW"], $10 "FROM", $11 "UNTIL", $12 ["commune","ward","township","special_zone"], $13 ["district","city","town","urban_district"], $14 ["province","central_city"], $15 ["LLCT_CC","LLCT_CN"], $16 "llct-cc", $17 ["LLCT_TC"], $18 "llct-tc", $19 ["LLCT_SC"], $20 "llct-sc", $21 ["BD_CN"], $22 "llct-bd", $23 ["QLNN_CVCC"], $24 "qlnn-cvcc", $25 ["QLNN_CVC"], $26 "qlnn-cvc", $27 ["QLNN_CV"], $28 "qlnn-cv", $29 ["QLNN_CS"], $30 "qlnn-cs", $31 ["BD_LD"], $32 "ldql", $33 ["BD_VTVL","BD_XDD","BD_DT","BD_CD","BD_KTQL"], $34 "vtvl", $35 ["BD_QPAN_1","BD_QPAN_2","BD_QPAN_3","BD_QPAN_4"], $36 "qpan", $37 ["BD_NN"], $38 "nn", $39 ["BD_TH"], $40 "th", $41 ["BD_TDT"], $42 "tdt", $43 ["DT_TC"], $44 "dt-tc", $45 ["DT_CD"], $46 "dt-cd", $47 ["DT_DH"], $48 "dt-dh", $49 ["DT_SDH_THS"], $50 "dt-ths", $51 ["DT_SDH_TS"], $52 "dt-ts"
