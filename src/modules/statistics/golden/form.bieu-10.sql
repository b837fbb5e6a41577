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
    when kind = any($12::text[]) and place = $13 then $14
    when kind = any($15::text[]) and place = $16 then $17
    when kind = any($18::text[]) and place = $19 then $20
    when kind = any($21::text[]) and place = $22 then $23
    when kind = any($24::text[]) and place = $25 then $26
    when kind = any($27::text[]) and place = $28 then $29
    when kind = any($30::text[]) and place = $31 then $32
    when kind = any($33::text[]) and place = $34 then $35
    when kind = any($36::text[]) and place = $37 then $38
    when kind = any($39::text[]) and mode = $40 then $41
    when kind = any($42::text[]) and mode = $43 then $44
    when kind = any($45::text[]) and coalesce(mode not in ('TT', 'KTT'), true) then $46
    when kind = any($47::text[]) and mode = $48 then $49
    when kind = any($50::text[]) and mode = $51 then $52
    when kind = any($53::text[]) and coalesce(mode not in ('TT', 'KTT'), true) then $54
    when kind = any($55::text[]) and mode = $56 then $57
    when kind = any($58::text[]) and mode = $59 then $60
    when kind = any($61::text[]) and coalesce(mode not in ('TT', 'KTT'), true) then $62
    when kind = any($63::text[]) then $64
    when kind = any($65::text[]) then $66
    when kind = any($67::text[]) and place = $68 then $69
    when kind = any($70::text[]) and place = $71 then $72
    when kind = any($73::text[]) and place = $74 then $75
    when kind = any($76::text[]) and place = $77 then $78
    when kind = any($79::text[]) and place = $80 then $81
    when kind = any($82::text[]) and place = $83 then $84
    when kind = any($85::text[]) and place = $86 then $87
    when kind = any($88::text[]) and place = $89 then $90
    when kind = any($91::text[]) and place = $92 then $93
    when kind = any($94::text[]) then $95
    when kind = any($96::text[]) then $97
    when kind = any($98::text[]) then $99
    when kind = any($100::text[]) then $101
    when kind = any($102::text[]) then $103
    when kind = any($104::text[]) then $105
    else 'rest:' || kind end as programme, case
    when level = $106 and official then $107
    when level = $108 and official then $109
    when level = $110 and official then $111
    when official then $112
    when not official then $113
    else $114::text end as audience from judged
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
-- $1 ["UNITS BELOW"], $2 "FROM", $3 "UNTIL", $4 "FROM", $5 "UNTIL", $6 ["UNITS BELOW"], $7 ["UNITS BELOW"], $8 ["commune","ward","township","special_zone"], $9 ["district","city","town","urban_district"], $10 ["province","central_city"], $11 ["02","03","04","05","06","07","08","09","10","11","12","13","14","15","16","17","18","19","20","21","22","23","24","25","26","27","28","29","30","31","32","33","34","35","36","37","38","39","40","41","42","43","44","45","46","47","48","49","50","51","52","53","54"], $12 ["DT_DH"], $13 "home", $14 "I.1.DH.home", $15 ["DT_DH"], $16 "abroad", $17 "I.1.DH.abroad", $18 ["DT_DH"], $19 "joint", $20 "I.1.DH.joint", $21 ["DT_SDH_THS"], $22 "home", $23 "I.1.THS.home", $24 ["DT_SDH_THS"], $25 "abroad", $26 "I.1.THS.abroad", $27 ["DT_SDH_THS"], $28 "joint", $29 "I.1.THS.joint", $30 ["DT_SDH_TS"], $31 "home", $32 "I.1.TS.home", $33 ["DT_SDH_TS"], $34 "abroad", $35 "I.1.TS.abroad", $36 ["DT_SDH_TS"], $37 "joint", $38 "I.1.TS.joint", $39 ["LLCT_TC"], $40 "TT", $41 "I.2.TC.TT", $42 ["LLCT_TC"], $43 "KTT", $44 "I.2.TC.KTT", $45 ["LLCT_TC"], $46 "I.2.TC.unsaid", $47 ["LLCT_CC"], $48 "TT", $49 "I.2.CC.TT", $50 ["LLCT_CC"], $51 "KTT", $52 "I.2.CC.KTT", $53 ["LLCT_CC"], $54 "I.2.CC.unsaid", $55 ["LLCT_CN"], $56 "TT", $57 "I.2.CN.TT", $58 ["LLCT_CN"], $59 "KTT", $60 "I.2.CN.KTT", $61 ["LLCT_CN"], $62 "I.2.CN.unsaid", $63 ["BD_XDD"], $64 "II.1", $65 ["BD_DT"], $66 "II.2", $67 ["QLNN_CS","QLNN_CV","QLNN_CVC","QLNN_CVCC"], $68 "home", $69 "II.3.home", $70 ["QLNN_CS","QLNN_CV","QLNN_CVC","QLNN_CVCC"], $71 "abroad", $72 "II.3.abroad", $73 ["QLNN_CS","QLNN_CV","QLNN_CVC","QLNN_CVCC"], $74 "joint", $75 "II.3.joint", $76 ["BD_KTQL"], $77 "home", $78 "II.4.home", $79 ["BD_KTQL"], $80 "abroad", $81 "II.4.abroad", $82 ["BD_KTQL"], $83 "joint", $84 "II.4.joint", $85 ["BD_NN"], $86 "home", $87 "II.5.home", $88 ["BD_NN"], $89 "abroad", $90 "II.5.abroad", $91 ["BD_NN"], $92 "joint", $93 "II.5.joint", $94 ["BD_TH"], $95 "II.6", $96 ["BD_CN"], $97 "II.7", $98 ["BD_QPAN_1"], $99 "II.8.1", $100 ["BD_QPAN_2"], $101 "II.8.2", $102 ["BD_QPAN_3"], $103 "II.8.3", $104 ["BD_QPAN_4"], $105 "II.8.4", $106 "province", $107 "4", $108 "district", $109 "6", $110 "commune", $111 "8", $112 "unplaced", $113 "outside", $114 "none"

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
    when kind = any($15::text[]) and place = $16 then $17
    when kind = any($18::text[]) and place = $19 then $20
    when kind = any($21::text[]) and place = $22 then $23
    when kind = any($24::text[]) and place = $25 then $26
    when kind = any($27::text[]) and place = $28 then $29
    when kind = any($30::text[]) and place = $31 then $32
    when kind = any($33::text[]) and place = $34 then $35
    when kind = any($36::text[]) and place = $37 then $38
    when kind = any($39::text[]) and place = $40 then $41
    when kind = any($42::text[]) and mode = $43 then $44
    when kind = any($45::text[]) and mode = $46 then $47
    when kind = any($48::text[]) and coalesce(mode not in ('TT', 'KTT'), true) then $49
    when kind = any($50::text[]) and mode = $51 then $52
    when kind = any($53::text[]) and mode = $54 then $55
    when kind = any($56::text[]) and coalesce(mode not in ('TT', 'KTT'), true) then $57
    when kind = any($58::text[]) and mode = $59 then $60
    when kind = any($61::text[]) and mode = $62 then $63
    when kind = any($64::text[]) and coalesce(mode not in ('TT', 'KTT'), true) then $65
    when kind = any($66::text[]) then $67
    when kind = any($68::text[]) then $69
    when kind = any($70::text[]) and place = $71 then $72
    when kind = any($73::text[]) and place = $74 then $75
    when kind = any($76::text[]) and place = $77 then $78
    when kind = any($79::text[]) and place = $80 then $81
    when kind = any($82::text[]) and place = $83 then $84
    when kind = any($85::text[]) and place = $86 then $87
    when kind = any($88::text[]) and place = $89 then $90
    when kind = any($91::text[]) and place = $92 then $93
    when kind = any($94::text[]) and place = $95 then $96
    when kind = any($97::text[]) then $98
    when kind = any($99::text[]) then $100
    when kind = any($101::text[]) then $102
    when kind = any($103::text[]) then $104
    when kind = any($105::text[]) then $106
    when kind = any($107::text[]) then $108
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
-- $1 ["UNITS BELOW"], $2 "FROM", $3 "UNTIL", $4 "FROM", $5 "UNTIL", $6 ["UNITS BELOW"], $7 ["UNITS BELOW"], $8 ["UNITS BELOW"], $9 ["UNITS BELOW"], $10 "FROM", $11 "UNTIL", $12 ["commune","ward","township","special_zone"], $13 ["district","city","town","urban_district"], $14 ["province","central_city"], $15 ["DT_DH"], $16 "home", $17 "I.1.DH.home", $18 ["DT_DH"], $19 "abroad", $20 "I.1.DH.abroad", $21 ["DT_DH"], $22 "joint", $23 "I.1.DH.joint", $24 ["DT_SDH_THS"], $25 "home", $26 "I.1.THS.home", $27 ["DT_SDH_THS"], $28 "abroad", $29 "I.1.THS.abroad", $30 ["DT_SDH_THS"], $31 "joint", $32 "I.1.THS.joint", $33 ["DT_SDH_TS"], $34 "home", $35 "I.1.TS.home", $36 ["DT_SDH_TS"], $37 "abroad", $38 "I.1.TS.abroad", $39 ["DT_SDH_TS"], $40 "joint", $41 "I.1.TS.joint", $42 ["LLCT_TC"], $43 "TT", $44 "I.2.TC.TT", $45 ["LLCT_TC"], $46 "KTT", $47 "I.2.TC.KTT", $48 ["LLCT_TC"], $49 "I.2.TC.unsaid", $50 ["LLCT_CC"], $51 "TT", $52 "I.2.CC.TT", $53 ["LLCT_CC"], $54 "KTT", $55 "I.2.CC.KTT", $56 ["LLCT_CC"], $57 "I.2.CC.unsaid", $58 ["LLCT_CN"], $59 "TT", $60 "I.2.CN.TT", $61 ["LLCT_CN"], $62 "KTT", $63 "I.2.CN.KTT", $64 ["LLCT_CN"], $65 "I.2.CN.unsaid", $66 ["BD_XDD"], $67 "II.1", $68 ["BD_DT"], $69 "II.2", $70 ["QLNN_CS","QLNN_CV","QLNN_CVC","QLNN_CVCC"], $71 "home", $72 "II.3.home", $73 ["QLNN_CS","QLNN_CV","QLNN_CVC","QLNN_CVCC"], $74 "abroad", $75 "II.3.abroad", $76 ["QLNN_CS","QLNN_CV","QLNN_CVC","QLNN_CVCC"], $77 "joint", $78 "II.3.joint", $79 ["BD_KTQL"], $80 "home", $81 "II.4.home", $82 ["BD_KTQL"], $83 "abroad", $84 "II.4.abroad", $85 ["BD_KTQL"], $86 "joint", $87 "II.4.joint", $88 ["BD_NN"], $89 "home", $90 "II.5.home", $91 ["BD_NN"], $92 "abroad", $93 "II.5.abroad", $94 ["BD_NN"], $95 "joint", $96 "II.5.joint", $97 ["BD_TH"], $98 "II.6", $99 ["BD_CN"], $100 "II.7", $101 ["BD_QPAN_1"], $102 "II.8.1", $103 ["BD_QPAN_2"], $104 "II.8.2", $105 ["BD_QPAN_3"], $106 "II.8.3", $107 ["BD_QPAN_4"], $108 "II.8.4"
