-- An institution's own videos, beside those that its configuration declares. Ids are ours: random, fit for addresses.
create table video (
    tenant      text        not null,
    id          text        not null,
    title       text        not null,
    description text        not null default '',
    tags        text[]      not null default '{}',
    state       text        not null default 'private' check (state in ('private', 'unlisted', 'published')),
    owner       text        not null,
    language    text,
    duration_ms bigint,
    poster      text,
    source      jsonb       not null,
    created     timestamptz not null default now(),
    changed     timestamptz not null default now(),
    primary key (tenant, id)
);
create index video_owner on video (tenant, owner);
