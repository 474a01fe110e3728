-- What reviewers found of records that were opened without the caller's team being involved. Rows are only ever added: an enquiry stays
-- beside what came of it. What is written here is in the audit first.
-- Runs unchanged on H2 and PostgreSQL; "if not exists" as in the first migration.
create table if not exists exceptional_access_review (
  opening varchar(64) not null references exceptional_access (id),
  -- 0 for the first of an opening. Of two reviewers at the same moment, one is first.
  step integer not null,
  -- APPROPRIATE, NOT_APPROPRIATE or FURTHER_ENQUIRY.
  outcome varchar(32) not null,
  -- Whether nothing may follow.
  settled boolean not null,
  note varchar(500) not null,
  issuer varchar(500) not null,
  reviewer varchar(500) not null,
  reviewer_name varchar(500) not null,
  reviewed_at timestamp(6) with time zone not null,
  primary key (opening, step)
);
