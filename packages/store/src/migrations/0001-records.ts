import type { Migration } from "./migration.ts";

/** Who may read a row is decided here, and restated in `may-read.ts`. SQL of PostgreSQL 15. */
const SQL = `
create table kelisim.body (
  region text not null check (region <> ''),
  party text not null check (party <> ''),
  id text not null check (id <> ''),
  name text not null,
  kind text not null,
  primary key (region, party, id)
);

create table kelisim.member (
  person text not null,
  region text not null,
  party text not null,
  body text not null,
  roles text[] not null check (roles <@ array['reader', 'drafter', 'releaser', 'administrator']),
  primary key (person, region, party, body),
  foreign key (region, party, body) references kelisim.body (region, party, id)
);

create table kelisim.record (
  seq bigint generated always as identity primary key,
  id text not null unique,
  region text not null check (region <> ''),
  kind text not null,
  from_party text,
  to_parties text[] not null,
  owner_party text not null check (owner_party <> ''),
  owner_body text not null check (owner_body <> ''),
  marking text,
  label text not null
    check (label in ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED')),
  release_to text[] not null,
  occurred timestamptz not null,
  recorded timestamptz not null,
  known timestamptz not null,
  corrects text,
  withdraws text,
  header text not null,
  body_sha256 bytea,
  key_slot bigint,
  nonce bytea,
  ciphertext bytea,
  check ((key_slot is null) = (nonce is null) and (key_slot is null) = (ciphertext is null))
);
create index record_occurred on kelisim.record (occurred, seq);
create index record_owner on kelisim.record (region, owner_party, owner_body, seq);
create index record_about on kelisim.record ((coalesce(corrects, withdraws)))
  where corrects is not null or withdraws is not null;

-- Copies of bodies, many in one, for reading all records fast. They can be made again from the records.
create table kelisim.pack (
  first_seq bigint primary key,
  last_seq bigint not null,
  key_slot bigint not null,
  nonce bytea not null,
  ciphertext bytea not null
);

create table kelisim.erasure (
  record text primary key,
  key_slots bigint[] not null,
  reason text not null,
  by_person text not null,
  at timestamptz not null
);

create table kelisim.draft (
  id text primary key,
  region text not null,
  party text not null,
  body text not null,
  kind text not null,
  title text not null,
  drafted_by text[] not null,
  created timestamptz not null,
  changed timestamptz not null,
  version integer not null,
  key_slot bigint not null,
  nonce bytea not null,
  ciphertext bytea not null
);
create index draft_body on kelisim.draft (region, party, body, changed);

create table kelisim.seen (
  region text not null,
  party text not null,
  body text not null,
  person text not null,
  screen text not null,
  seq bigint not null,
  at timestamptz not null,
  primary key (region, party, body, person, screen)
);

create table kelisim.audit (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  person text not null,
  region text,
  party text,
  body text,
  action text not null,
  about text,
  detail jsonb
);
create index audit_about on kelisim.audit (about, seq) where about is not null;
create index audit_person on kelisim.audit (person, seq);

create table kelisim.setting (
  name text primary key,
  value jsonb not null,
  by_person text not null,
  at timestamptz not null
);

create table kelisim.adoption (
  id bigint generated always as identity primary key,
  region text not null,
  instrument text not null,
  version text not null,
  text text not null,
  decided_by text not null,
  note text not null,
  at timestamptz not null
);
create index adoption_instrument on kelisim.adoption (region, instrument, id);

create table kelisim.subscription (
  id text primary key,
  person text not null,
  region text not null,
  party text not null,
  body text not null,
  by_way text not null,
  address text not null,
  topics text[] not null,
  locale text not null
);

create table kelisim.calendar_token (
  id text primary key,
  token_sha256 bytea not null unique,
  person text not null,
  region text not null,
  party text not null,
  body text not null,
  label text not null,
  created timestamptz not null
);

create table kelisim.node_address (
  single boolean primary key default true check (single),
  address text not null,
  at timestamptz not null
);

-- Append-only, for the owner too. ALWAYS: also where replication has switched ordinary triggers off.
create function kelisim.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op) using errcode = '42501';
end $$;
do $$
declare name text;
begin
  foreach name in array array['record', 'erasure', 'audit', 'adoption'] loop
    execute format('create trigger append_only before update or delete or truncate on kelisim.%I
      for each statement execute function kelisim.refuse_change()', name);
    execute format('alter table kelisim.%I enable always trigger append_only', name);
  end loop;
end $$;

-- A correction or withdrawal comes from the body that keeps the record it is about.
create function kelisim.check_about() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from kelisim.record as r
    where r.id = coalesce(new.corrects, new.withdraws)
      and (r.region, r.owner_party, r.owner_body) = (new.region, new.owner_party, new.owner_body)
  ) then
    raise exception 'corrects or withdraws no record of its own body' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger own_record before insert on kelisim.record for each row
  when (new.corrects is not null or new.withdraws is not null) execute function kelisim.check_about();
alter table kelisim.record enable always trigger own_record;

-- Who reads what. Each setting is read once a statement; where it is missing or empty nothing is visible.
alter table kelisim.record enable row level security;
create policy record_read on kelisim.record for select using (
  region = (select current_setting('kelisim.region', true))
  and (
    (
      owner_party = (select current_setting('kelisim.party', true))
      and (owner_body = (select current_setting('kelisim.body', true)) or label = 'TLP:AMBER')
    )
    or label in ('TLP:CLEAR', 'TLP:GREEN')
    or to_parties && (select array['*', current_setting('kelisim.party', true)])
    or release_to && (select array[
      current_setting('kelisim.party', true),
      current_setting('kelisim.party', true) || '/' || current_setting('kelisim.body', true)
    ])
  )
);
create policy record_write on kelisim.record for insert with check (
  region = (select current_setting('kelisim.region', true))
  and owner_party = (select current_setting('kelisim.party', true))
  and owner_body = (select current_setting('kelisim.body', true))
);

alter table kelisim.draft enable row level security;
create policy draft_own on kelisim.draft using (
  region = (select current_setting('kelisim.region', true))
  and party = (select current_setting('kelisim.party', true))
  and body = (select current_setting('kelisim.body', true))
);

alter table kelisim.seen enable row level security;
create policy seen_own on kelisim.seen using (
  region = (select current_setting('kelisim.region', true))
  and party = (select current_setting('kelisim.party', true))
  and body = (select current_setting('kelisim.body', true))
);
`;

export const RECORDS: Migration = { id: 1, name: "records", sql: SQL };
