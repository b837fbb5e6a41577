-- Each issuer numbers its own papers from 01: two communes may both sign 01/QĐ-UBND on one day.
alter table decisions.decision drop constraint decision_taken;
alter table decisions.decision add constraint decision_taken unique nulls not distinct (code_key, issued_on, issuer_unit_id);
