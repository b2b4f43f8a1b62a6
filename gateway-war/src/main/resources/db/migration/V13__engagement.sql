-- How one video is watched in one course, added up. It follows from attempts and can be made from them again at any time.
create table engagement (
    tenant    text        not null,
    scope     text        not null,
    media     text        not null,
    length_ms bigint      not null default 0,
    measured  int         not null default 0,
    viewers   int         not null default 0,
    finished  int         not null default 0,
    seen      int[]       not null default '{}',
    plays     int[]       not null default '{}',
    stops     int[]       not null default '{}',
    updated   timestamptz not null default now(),
    primary key (tenant, scope, media)
) with (fillfactor = 50);

-- What is in those sums of each attempt, so that adding it again changes nothing. No foreign key: checking one would wait for learners' rows.
create table engagement_attempt (
    attempt  uuid primary key,
    tenant   text not null,
    segments text not null
) with (fillfactor = 70);

-- Views by the hour, so that everybody can have days of their own time zone.
create table engagement_hour (
    tenant text        not null,
    scope  text        not null,
    media  text        not null,
    hour   timestamptz not null,
    views  int         not null,
    primary key (tenant, scope, media, hour)
) with (fillfactor = 70);

-- Whether a playback was counted as a view, and whether its attempt was added up after it ended. A report of a page changes neither, nor
-- anything else in the index: it holds what has ended and still has to be added up, after a crash too, and is empty most of the time.
alter table playback
    add column viewed boolean not null default false,
    add column folded boolean not null default false;
create index playback_unfolded on playback (tenant, id) where not open and not folded;
