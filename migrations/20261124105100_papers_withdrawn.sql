-- The first page counts the papers withdrawn of late: few of very many.
create index decision_withdrawn on decisions.decision (withdrawn_at) where withdrawn_at is not null;
