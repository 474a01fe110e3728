-- Records that were opened without the caller's team being involved in the person's care: by breaking the glass, or because the
-- organisation knows the person. What is written here is in the audit first. Rows are never deleted.
-- Runs unchanged on H2 and PostgreSQL; "if not exists" as in the first migration.
create table if not exists exceptional_access (
  seq bigint generated always as identity primary key,
  id varchar(64) not null unique,
  -- BREAK_GLASS or ORGANISATIONAL.
  kind varchar(16) not null,
  issuer varchar(500) not null,
  caller varchar(500) not null,
  caller_name varchar(500) not null,
  -- Names of roles, with commas between them.
  roles varchar(1000) not null,
  organisation varchar(64),
  -- Sealed, as in the audit.
  person varchar(500) not null,
  reason varchar(500) not null,
  opened_at timestamp(6) with time zone not null,
  until timestamp(6) with time zone not null,
  -- Whether somebody is to look at it: all that broke the glass, and some of the others.
  to_review boolean not null
);
create index if not exists exceptional_access_of on exceptional_access (person, caller);
