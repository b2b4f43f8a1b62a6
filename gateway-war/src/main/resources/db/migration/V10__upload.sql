-- Uploads on their way (tus): who sends what, how much of it is safe in storage, and who is writing at the moment.
create table upload (
    tenant      text        not null,
    id          uuid        not null,
    owner       text        not null,
    session     uuid        not null,
    state       text        not null default 'receiving' check (state in ('receiving', 'received', 'added', 'dropped')),
    title       text        not null,
    -- What the page told about its file, to know it again; never a path, and never a name of ours.
    mark        text        not null,
    language    text,
    duration_ms bigint,
    length      bigint      not null,
    received    bigint      not null default 0,
    object      text        not null,
    memo        text        not null,
    poster      text,
    media       text,
    writer      uuid,
    writing_until timestamptz,
    created     timestamptz not null,
    touched     timestamptz not null,
    primary key (tenant, id)
);
create index upload_owner on upload (tenant, owner);
create index upload_touched on upload (touched);
