-- What was read of a row is kept with it, packed, so that neither showing nor applying it reads the file again.
alter table imports.run add reading jsonb;        -- what was read beside the rows; null where a run must be read again
alter table imports.row
  add id uuid not null default uuidv7(),          -- of the person whom the row enters, should it enter one
  add reading text not null default '["person","",0,[]]';

-- A list of names looks each of them up.
create index profile_folded on people.profile (search, birth_low) where upper_inf(recorded);
