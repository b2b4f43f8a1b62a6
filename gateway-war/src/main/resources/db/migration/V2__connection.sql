-- A link by which an institution's administrator registers a platform, once. Only its hash is kept.
create table invitation (
    id           bigint generated always as identity primary key,
    token_hash   text        not null unique,
    tenant       text        not null,
    active       boolean     not null,
    created      timestamptz not null default now(),
    expires      timestamptz not null,
    -- Taken for the seconds in which a platform is asked, so that a double click registers once.
    busy_until   timestamptz,
    used         timestamptz,
    platform     text,
    last_try     timestamptz,
    last_verdict text,
    last_detail  text
);
create index invitation_tenant on invitation (tenant, id);

-- A platform that was registered by an invitation. Those of the configuration file are not here. A removed one keeps its
-- row: its name is never given to another, for sessions and attempts may still bear it.
create table platform_registration (
    tenant            text        not null,
    platform          text        not null,
    issuer            text        not null,
    client_id         text        not null,
    authorization_url text        not null,
    token_url         text        not null,
    token_audience    text        not null,
    jwks_url          text        not null,
    family            text        not null,
    name              text,
    way               text        not null check (way in ('dynamic', 'manual')),
    state             text        not null check (state in ('inactive', 'active', 'removed')),
    -- Whether it takes the first deployment that a verified launch names; see docs/decisions/0018.
    takes_first       boolean     not null default false,
    scopes            text        not null default '',
    configuration_url text,
    management_url    text,
    management_token  text,
    names             boolean     not null default false,
    created           timestamptz not null default now(),
    updated           timestamptz not null default now(),
    primary key (tenant, platform)
);
create unique index platform_registration_client on platform_registration (tenant, issuer, client_id)
    where state <> 'removed';
create index platform_registration_issuer on platform_registration (issuer, client_id);

-- Which deployments of a platform belong to which institution; a deployment belongs to one at most.
create table registered_deployment (
    issuer        text        not null,
    client_id     text        not null,
    deployment_id text        not null,
    tenant        text        not null,
    platform      text        not null,
    created       timestamptz not null default now(),
    primary key (issuer, client_id, deployment_id),
    foreign key (tenant, platform) references platform_registration
);
create index registered_deployment_platform on registered_deployment (tenant, platform);
