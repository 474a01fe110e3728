-- What reviewers search the audit by, newest first. Runs unchanged on H2 and PostgreSQL.
create index if not exists audit_event_recorded on audit_event (recorded_at, node, seq);

create index if not exists audit_event_caller on audit_event (caller_id, recorded_at);

-- What is looked for when its time of keeping is over.
create index if not exists audit_event_kind on audit_event (node, kind, recorded_at);
