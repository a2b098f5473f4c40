import type { Migration } from "./migration.ts";

/**
 * Briefs of a body: their versions, encrypted under a key of each brief, and who reviewed and approved which version. Rows are only
 * ever added; each body sees its own.
 */
const SQL = `
create table kelisim.brief (
  id text primary key,
  region text not null check (region <> ''),
  party text not null check (party <> ''),
  body text not null check (body <> ''),
  person text not null,
  at timestamptz not null,
  key_slot bigint not null,
  unique (id, region, party, body)
);
create index brief_body on kelisim.brief (region, party, body, at);

create table kelisim.brief_version (
  brief text not null,
  region text not null,
  party text not null,
  body text not null,
  number integer not null check (number > 0),
  title text not null,
  note text not null,
  person text not null,
  at timestamptz not null,
  nonce bytea not null,
  ciphertext bytea not null,
  primary key (brief, number),
  foreign key (brief, region, party, body) references kelisim.brief (id, region, party, body)
);

create table kelisim.brief_sign_off (
  seq bigint generated always as identity primary key,
  brief text not null,
  region text not null,
  party text not null,
  body text not null,
  number integer not null,
  act text not null check (act in ('reviewed', 'approved')),
  note text,
  person text not null,
  at timestamptz not null,
  unique (brief, number, act, person),
  foreign key (brief, number) references kelisim.brief_version (brief, number),
  foreign key (brief, region, party, body) references kelisim.brief (id, region, party, body)
);

do $$
declare name text;
begin
  foreach name in array array['brief', 'brief_version', 'brief_sign_off'] loop
    execute format('create trigger append_only before update or delete or truncate on kelisim.%I
      for each statement execute function kelisim.refuse_change()', name);
    execute format('alter table kelisim.%I enable always trigger append_only', name);
    execute format('alter table kelisim.%I enable row level security', name);
    execute format($p$create policy own on kelisim.%I using (
      region = (select current_setting('kelisim.region', true))
      and party = (select current_setting('kelisim.party', true))
      and body = (select current_setting('kelisim.body', true))
    )$p$, name);
  end loop;
end $$;
`;

export const BRIEFS: Migration = { id: 4, name: "briefs", sql: SQL };
