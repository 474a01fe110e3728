-- Assessments that somebody announced, so that nobody else starts the same one. Rows are never deleted.
-- Runs unchanged on H2 and PostgreSQL; "if not exists" as in the first migration.
create table if not exists announcement (
  id varchar(64) not null primary key,
  -- Sealed: the database holds no NHS number.
  person varchar not null,
  instrument varchar(64) not null,
  subject varchar(16) not null,
  carer varchar(128),
  setting varchar(16) not null,
  -- Names of domains, with commas between them; null for all of the instrument.
  domains varchar(1000),
  -- Whose plan it is: a partner's id, or an organisation that is no partner.
  partner varchar(128) not null,
  organisation varchar(64),
  organisation_name varchar(200),
  team varchar(200),
  caller varchar(500) not null,
  who varchar(200) not null,
  planned_at timestamp(6) with time zone not null,
  place varchar(200),
  phone varchar(40),
  email varchar(254),
  hours varchar(200),
  -- Of one person no two are the same, and the order is that of the commits: see announcement_turn.
  announced_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  idempotency_key varchar(64) not null,
  -- SHA-256 of all that was announced: the same key with other content is a mistake.
  content varchar(64) not null,
  withdrawn_at timestamp(6) with time zone,
  withdrawn_because varchar(500),
  fulfilled_on date
);

create unique index if not exists announcement_key on announcement (caller, idempotency_key);

create index if not exists announcement_person on announcement (person, expires_at);

create index if not exists announcement_planned on announcement (planned_at, id);

-- Whose turn it is to announce for a person: its row is locked from before the moment is chosen until the commit.
create table if not exists announcement_turn (
  person varchar not null primary key,
  latest timestamp(6) with time zone not null
);
