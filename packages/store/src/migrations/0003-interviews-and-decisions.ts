import type { Migration } from "./migration.ts";

/**
 * Interviews that a body has coded: each body sees its own, each interview is encrypted under a key of its own, destroyed when it
 * goes. And what bodies decided on recommendations: rows are only ever added.
 */
const SQL = `
create table kelisim.interview (
  id text primary key,
  region text not null check (region <> ''),
  party text not null check (party <> ''),
  body text not null check (body <> ''),
  label text not null check (label <> ''),
  added_by text not null,
  added timestamptz not null,
  key_slot bigint not null,
  nonce bytea not null,
  ciphertext bytea not null,
  unique (region, party, body, label)
);

create table kelisim.recommendation_decision (
  seq bigint generated always as identity primary key,
  id text not null unique,
  region text not null check (region <> ''),
  party text not null check (party <> ''),
  body text not null check (body <> ''),
  claim text not null check (claim <> ''),
  state text not null check (state in ('done', 'rejected', 'open')),
  -- At the precision of its source: 2026-11-21, 2026-11 or 2026.
  decided text not null check (decided ~ '^\\d{4}(-\\d{2}(-\\d{2})?)?$'),
  source text not null check (source <> ''),
  note text,
  person text not null,
  at timestamptz not null
);
create index recommendation_decision_body on kelisim.recommendation_decision (region, party, body, seq);
create trigger append_only before update or delete or truncate on kelisim.recommendation_decision
  for each statement execute function kelisim.refuse_change();
alter table kelisim.recommendation_decision enable always trigger append_only;

do $$
declare name text;
begin
  foreach name in array array['interview', 'recommendation_decision'] loop
    execute format('alter table kelisim.%I enable row level security', name);
    execute format($p$create policy own on kelisim.%I using (
      region = (select current_setting('kelisim.region', true))
      and party = (select current_setting('kelisim.party', true))
      and body = (select current_setting('kelisim.body', true))
    )$p$, name);
  end loop;
end $$;
`;

export const INTERVIEWS_AND_DECISIONS: Migration = { id: 3, name: "interviews-and-decisions", sql: SQL };
