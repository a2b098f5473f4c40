import type { Migration } from "./migration.ts";

/**
 * The day from which a decision is in force and who entered it, and a table of official texts. Both were settings:
 * `agreement.from/REGION/ID` (a day in quotes) and `official-text/REGION/INSTRUMENT/LANGUAGE` (an object, or null where
 * the text was taken away) beside the shelf `official-texts/REGION`. They move here and are no settings any more.
 */
const SQL = `
alter table kelisim.adoption
  add column in_force_from date,
  add column person text not null default 'node';

-- Rows of before get their day once; from then on nothing changes them again.
alter table kelisim.adoption disable trigger append_only;
update kelisim.adoption as a set in_force_from = (a.at at time zone 'UTC')::date;
update kelisim.adoption as a
  set in_force_from = case when s.value #>> '{}' ~ '^[1-9]\\d{3}-\\d{2}-\\d{2}$'
      then (s.value #>> '{}')::date else a.in_force_from end,
    person = s.by_person
  from kelisim.setting as s where s.name = 'agreement.from/' || a.region || '/' || a.id;
alter table kelisim.adoption enable always trigger append_only;
alter table kelisim.adoption alter column in_force_from set not null;

create table kelisim.official_text (
  id bigint generated always as identity primary key,
  region text not null check (region <> ''),
  instrument text not null check (instrument <> ''),
  language text not null check (language <> ''),
  -- Null: from here on the node holds no text in this language.
  text text,
  sha256 text,
  source text,
  read_on date,
  authentic boolean,
  -- As it is shown; beside it the login id.
  added_by text not null,
  person text not null,
  at timestamptz not null,
  check (num_nulls(text, sha256, source, read_on, authentic) in (0, 5))
);
create index official_text_newest on kelisim.official_text (region, instrument, language, id);
create trigger append_only before update or delete or truncate on kelisim.official_text
  for each statement execute function kelisim.refuse_change();
alter table kelisim.official_text enable always trigger append_only;

insert into kelisim.official_text
  (region, instrument, language, text, sha256, source, read_on, authentic, added_by, person, at)
select split_part(name, '/', 2), split_part(name, '/', 3), split_part(name, '/', 4), value ->> 'text',
  encode(sha256(convert_to(value ->> 'text', 'UTF8')), 'hex'), value ->> 'source', (value ->> 'read')::date,
  (value ->> 'authentic')::boolean, value ->> 'addedBy', by_person, (value ->> 'addedAt')::timestamptz
from kelisim.setting
where name like 'official-text/%/%/%' and jsonb_typeof(value) = 'object'
order by at, name;

delete from kelisim.setting
where name like 'agreement.from/%' or name like 'official-text/%' or name like 'official-texts/%';
`;

export const DECISIONS_AND_TEXTS: Migration = { id: 2, name: "decisions-and-texts", sql: SQL };
