-- Objections of people to their records being shared by this gateway, and when each was withdrawn. What is written here is in the audit
-- first. Rows are never deleted: that somebody objected for a time explains what was not shown then.
-- Runs unchanged on H2 and PostgreSQL; "if not exists" as in the first migration.
create table if not exists objection (
  seq bigint generated always as identity primary key,
  id varchar(64) not null unique,
  -- Sealed, as in the audit.
  person varchar(500) not null,
  -- Why, and how the person said so.
  basis varchar(500) not null,
  -- Issuer, id and name of whoever recorded it.
  recorded_issuer varchar(500) not null,
  recorded_by varchar(500) not null,
  recorded_name varchar(500) not null,
  recorded_at timestamp(6) with time zone not null,
  -- Null while it stands.
  withdrawn_basis varchar(500),
  withdrawn_issuer varchar(500),
  withdrawn_by varchar(500),
  withdrawn_name varchar(500),
  withdrawn_at timestamp(6) with time zone
);
create index if not exists objection_of on objection (person);
