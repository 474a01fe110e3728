-- Advice that was given, what its reader made of it, and what was found twice: for figures. No name and no number is in it:
-- people and readers are keyed pseudonyms. Runs unchanged on H2 and PostgreSQL; "if not exists" as in the first migration.
create table if not exists advice_given (
  advice_id varchar(64) not null,
  reader varchar(64) not null,
  person varchar(64) not null,
  neighbourhood varchar(64),
  instrument varchar(64) not null,
  -- The organisation that would assess, and the one whose record or plan the advice rests on.
  partner varchar(128) not null,
  relied_on varchar(128),
  decision varchar(16) not null,
  reason varchar(32) not null,
  required integer not null,
  covered integer not null,
  silent integer not null,
  risk_band varchar(16),
  given_at timestamp(6) with time zone not null,
  outcome varchar(32),
  outcome_reason varchar(500),
  outcome_at timestamp(6) with time zone,
  -- What was seen after a reuse: when all was looked at and no such assessment was there, or when one was done after all.
  checked_on date,
  done_on date,
  band_changed boolean,
  primary key (advice_id, reader)
);

create index if not exists advice_given_person on advice_given (person, decision);

create index if not exists advice_given_neighbourhood on advice_given (neighbourhood, given_at);

-- Of each person and month, what the latest look found.
create table if not exists duplicate_finding (
  person varchar(64) not null,
  found_in date not null,
  neighbourhood varchar(64),
  assessments integer not null,
  same_instrument integer not null,
  same_family integer not null,
  overlap integer not null,
  overlap_statutory integer not null,
  in_90_days integer not null,
  repeated_domains integer not null,
  primary key (person, found_in)
);

create index if not exists duplicate_finding_neighbourhood on duplicate_finding (neighbourhood, found_in);
