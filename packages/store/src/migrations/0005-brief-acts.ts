import type { Migration } from "./migration.ts";

/**
 * Approved versions of briefs that are withdrawn, with the reason; briefs put away and brought back: rows that are only ever added.
 * A brief on which nobody signed off can be deleted, with its versions and all that was done with it; one with a sign-off cannot, as
 * the row of the sign-off refers to it.
 */
const SQL = `
create table kelisim.brief_act (
  seq bigint generated always as identity primary key,
  brief text not null,
  region text not null,
  party text not null,
  body text not null,
  act text not null check (act in ('withdrawn', 'archived', 'restored')),
  number integer,
  reason text,
  person text not null,
  at timestamptz not null,
  check (case act when 'withdrawn' then number is not null and reason <> '' else number is null and reason is null end),
  foreign key (brief, number) references kelisim.brief_version (brief, number),
  foreign key (brief, region, party, body) references kelisim.brief (id, region, party, body) on delete cascade
);
create unique index brief_act_withdrawn on kelisim.brief_act (brief, number) where act = 'withdrawn';

alter table kelisim.brief_version
  drop constraint brief_version_brief_region_party_body_fkey,
  add foreign key (brief, region, party, body) references kelisim.brief (id, region, party, body) on delete cascade;

-- Rows that go when the brief goes to which they belong, and never by themselves.
create function kelisim.refuse_change_but_with_brief() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return null;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op) using errcode = '42501';
end $$;

drop trigger append_only on kelisim.brief;
create trigger append_only before update or truncate on kelisim.brief
  for each statement execute function kelisim.refuse_change();
alter table kelisim.brief enable always trigger append_only;

drop trigger append_only on kelisim.brief_version;
do $$
declare name text;
begin
  foreach name in array array['brief_version', 'brief_act'] loop
    execute format('create trigger append_only before update or delete or truncate on kelisim.%I
      for each statement execute function kelisim.refuse_change_but_with_brief()', name);
    execute format('alter table kelisim.%I enable always trigger append_only', name);
  end loop;
end $$;

alter table kelisim.brief_act enable row level security;
create policy own on kelisim.brief_act using (
  region = (select current_setting('kelisim.region', true))
  and party = (select current_setting('kelisim.party', true))
  and body = (select current_setting('kelisim.body', true))
);
`;

export const BRIEF_ACTS: Migration = { id: 5, name: "brief-acts", sql: SQL };
