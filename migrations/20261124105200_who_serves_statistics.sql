-- How many posts are held on a day: PostgreSQL's own guess for ranges is wrong by a thousand where most have no end.
create statistics people.assignment_held on (coalesce(lower(held), '-infinity'::date)), (coalesce(upper(held), 'infinity'::date)) from people.assignment;
create statistics people.membership_held on (coalesce(lower(held), '-infinity'::date)), (coalesce(upper(held), 'infinity'::date)) from people.membership;
