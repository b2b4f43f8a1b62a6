-- Times are the database's own (now()) wherever nodes compare them: leases, expiries, back-off.

-- One row per OIDC login, consumed once (Security Framework 1.0 §5.1.1). Hashes only: the row cannot replay a login. The
-- platform's hints are kept until it is used, to start the login anew in a window of its own.
create table login (
    state_hash      text primary key,
    nonce_hash      text        not null,
    binding_hash    text        not null,
    issuer          text        not null,
    client_id       text        not null,
    deployment_hint text,
    target_link_uri text        not null,
    storage_target  text,
    login_hint      text,
    message_hint    text,
    created         timestamptz not null,
    expires         timestamptz not null,
    used            timestamptz
);
create index login_expires on login (expires);

-- Every launch, with its verdict. A refused one may have no tenant.
create table launch_log (
    id            bigint generated always as identity primary key,
    at            timestamptz not null default now(),
    correlation   text        not null,
    tenant        text,
    platform      text,
    issuer        text,
    client_id     text,
    deployment_id text,
    message_type  text,
    verdict       text        not null,
    detail        text,
    carrier       text,
    clock_skew_ms bigint
);
create index launch_log_tenant on launch_log (tenant, id);
create index launch_log_at on launch_log (at);

-- Deployments of a known platform that no tenant claims: parked for approval, never guessed.
create table parked_deployment (
    issuer        text        not null,
    client_id     text        not null,
    deployment_id text        not null,
    first_seen    timestamptz not null default now(),
    last_seen     timestamptz not null default now(),
    launches      bigint      not null default 1,
    primary key (issuer, client_id, deployment_id)
);

-- Our own key pairs; sealed with this deployment's secret.
create table tool_key (
    kid     text primary key,
    state   text        not null check (state in ('next', 'active', 'retiring')),
    created timestamptz not null,
    sealed  text        not null
);
create unique index tool_key_one_active on tool_key (state) where state = 'active';

-- What a trusted launch opened. The bearer token is kept as its SHA-256 only.
create table learner_session (
    id           uuid primary key,
    tenant       text        not null,
    token_hash   text        not null unique,
    platform     text        not null,
    learner_key  text        not null,
    actor        text        not null,
    role         text        not null,
    course_id    text,
    course_title text,
    link_id      text,
    media        text,
    language     text        not null,
    created      timestamptz not null default now(),
    expires      timestamptz not null,
    facts_until  timestamptz not null
);
create index learner_session_facts_until on learner_session (facts_until);

-- Attempt: one learner, one course (or link), one video. Its id is the xAPI registration.
create table attempt (
    id             uuid primary key,
    tenant         text        not null,
    learner_key    text        not null,
    scope          text        not null,
    media          text        not null,
    segments       text        not null default '',
    milestones     int         not null default 0,
    time_spent_ms  bigint      not null default 0,
    position_ms    bigint      not null default 0,
    length_ms      bigint,
    completed      boolean     not null default false,
    finished       boolean     not null default false,
    updated        timestamptz not null default now(),
    unique (tenant, learner_key, scope, media)
) with (fillfactor = 70);

-- Playback: one load of the player, the state machine's row.
create table playback (
    tenant     text        not null,
    id         uuid        not null,
    session    uuid        not null,
    attempt    uuid        not null references attempt,
    media      text        not null,
    through    bigint      not null default 0,
    state      text        not null,
    pending    text        not null default '',
    playing    boolean     not null default false,
    last_seen  timestamptz not null default now(),
    open       boolean     not null default true,
    primary key (tenant, id)
) with (fillfactor = 50);
-- Over what never changes, so that a page's report rewrites the row alone and no index; the sweep reads all open ones.
create index playback_open on playback (id) where open;

-- What an adapter failed to tell of an action that was accepted: for the operator, who can tell it again by hand.
create table failed_telling (
    id         uuid primary key,
    tenant     text        not null,
    vocabulary text        not null,
    action     text        not null,
    happened   timestamptz not null,
    error      text        not null,
    at         timestamptz not null default now()
);
create index failed_telling_tenant on failed_telling (tenant, at);

-- A lane: one tenant, one destination, one shard of its actors. Everything up to and including "settled" is done with.
create table lane (
    id            int generated always as identity primary key,
    tenant        text        not null,
    destination   text        not null,
    shard         int         not null,
    settled       bigint      not null default 0,
    state         text        not null default 'running' check (state in ('running', 'backing-off', 'paused')),
    reason        text,
    since         timestamptz not null default now(),
    until         timestamptz,
    failures      int         not null default 0,
    by_hand       boolean     not null default false,
    lease_owner   text,
    lease_until   timestamptz,
    fence         bigint      not null default 0,
    max_bytes     int,
    max_count     int,
    pace_ms       int         not null default 0,
    delivered     bigint      not null default 0,
    dead          bigint      not null default 0,
    last_delivery timestamptz,
    settings      text,
    unique (tenant, destination, shard)
);

-- The lane's last position taken. Apart from "lane", so that accepting and delivering never wait for each other's row.
-- Its lock is held until the commit that uses it: positions become visible in order and without gaps.
create table lane_head (
    lane     int primary key references lane,
    position bigint not null default 0
) with (fillfactor = 20);

-- Outbox and archive in one: rows beyond "settled" wait, the others are kept for the tenant's retention time.
create table outbox (
    lane         int         not null,
    position     bigint      not null,
    tenant       text        not null,
    statement_id uuid        not null,
    actor_key    text        not null,
    at           timestamptz not null,
    accepted     timestamptz not null default now(),
    body         bytea       not null,
    primary key (lane, position)
);
create index outbox_accepted on outbox using brin (accepted);
alter table outbox alter column body set storage external;

-- What an LRS will not take, with its words. A body is never changed; resending appends it to its lane again.
create table dead_letter (
    id           bigint generated always as identity primary key,
    tenant       text        not null,
    destination  text        not null,
    lane         int         not null,
    position     bigint      not null,
    statement_id uuid        not null,
    actor_key    text        not null,
    at           timestamptz not null,
    body         bytea       not null,
    reason       text        not null,
    detail       text,
    died         timestamptz not null default now(),
    closed       timestamptz,
    outcome      text,
    outcome_why  text
);
create unique index dead_letter_once on dead_letter (lane, position);
create index dead_letter_open on dead_letter (tenant, id) where closed is null;

-- Who did what: written before the deed.
create table audit_log (
    id     bigint generated always as identity primary key,
    at     timestamptz not null default now(),
    who    text        not null,
    tenant text,
    deed   text        not null,
    detail text
);
