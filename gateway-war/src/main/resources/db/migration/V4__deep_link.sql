-- One row per deep linking request: what the platform takes, and whether the session's page has answered. An answer takes the
-- return address and the data with it, which may hold the platform's session key.
create table deep_link (
    session          uuid primary key references learner_session (id) on delete cascade,
    tenant           text        not null,
    deployment_id    text        not null,
    return_url       text,
    data             bytea,
    accept_types     text[]      not null,
    presentations    text[]      not null,
    accept_multiple  boolean     not null,
    accept_line_item boolean,
    expires          timestamptz not null,
    answered         timestamptz,
    check (answered is not null or return_url is not null)
);
create index deep_link_expires on deep_link (expires);
