-- The audit trail: one row for one fact of one request, chained per gateway node.
-- Runs unchanged on H2 and PostgreSQL. "if not exists" because H2 commits each statement by itself: a start that was
-- killed half-way must be able to run this again.
create table if not exists audit_event (
  node varchar(64) not null,
  seq bigint not null,
  recorded_at timestamp(6) with time zone not null,
  request_id varchar not null,
  kind varchar not null,
  person varchar,
  section varchar,
  partner varchar,
  outcome varchar not null,
  caller_id varchar not null,
  organisation varchar,
  purpose varchar not null,
  -- JSON, but kept as text: the hash covers its bytes, and a JSON column may give back others.
  details varchar not null,
  previous varchar(64) not null,
  hash varchar(64) not null,
  -- Also what keeps a chain from forking.
  primary key (node, seq)
);

create index if not exists audit_event_person on audit_event (person, recorded_at);

create index if not exists audit_event_request on audit_event (request_id);
