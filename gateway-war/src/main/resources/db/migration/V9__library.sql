-- An institution's own videos, beside those that its configuration declares. Ids are ours: random, fit for addresses.
-- Deleted: until the grace time is over it can be had back.
-- Origin: of a video at another host, so that a page may say beforehand from where it will play.
-- Search: what people may type to find it, each with the tenant before it, so that nobody's words are among another's.
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
    origin      text,
    created     timestamptz not null default now(),
    changed     timestamptz not null default now(),
    deleted     timestamptz,
    search      tsvector    not null default '',
    primary key (tenant, id)
);
create index video_owner on video (tenant, owner, created desc, id desc);
create index video_newest on video (tenant, created desc, id desc) where deleted is null;
create index video_deleted on video (deleted) where deleted is not null;
create index video_origin on video (tenant, origin) where origin is not null;
create index video_search on video using gin (search);

-- Who else edits a video: learner keys, no names.
create table video_editor (
    tenant      text        not null,
    video       text        not null,
    learner_key text        not null,
    added       timestamptz not null default now(),
    primary key (tenant, video, learner_key),
    foreign key (tenant, video) references video on delete cascade
);
create index video_editor_of on video_editor (tenant, learner_key);

-- A code that makes whoever enters it co-editor, once. Granted by: the actor of who gave it, sealed, since it may be a mail address.
create table video_invitation (
    tenant    text        not null,
    code_hash text        not null,
    video     text        not null,
    granted   text        not null,
    expires   timestamptz not null,
    primary key (tenant, code_hash),
    foreign key (tenant, video) references video on delete cascade
);
create index video_invitation_video on video_invitation (tenant, video);

-- Where videos are published. Of a course, or of the whole institution when platform and course are not named. A gallery is there by
-- itself, one for each course and one for the institution; channels are made by people.
create table channel (
    tenant    text        not null,
    id        bigint      not null,
    platform  text,
    course_id text,
    gallery   boolean     not null,
    title     text        not null,
    place     int         not null default 0,
    created   timestamptz not null default now(),
    primary key (tenant, id)
);
create index channel_course on channel (tenant, platform, course_id);

-- What is published where, in its order. Created: the video's own time, so that several channels make one list, newest first.
-- Listed: while the video is published and not deleted.
create table channel_video (
    tenant   text        not null,
    channel  bigint      not null,
    video    text        not null,
    position bigint      not null,
    created  timestamptz not null,
    listed   boolean     not null,
    primary key (tenant, channel, video),
    foreign key (tenant, channel) references channel on delete cascade,
    foreign key (tenant, video) references video on delete cascade
);
create index channel_video_order on channel_video (tenant, channel, position, video) where listed;
create index channel_video_newest on channel_video (tenant, channel, created desc, video desc) where listed;
create index channel_video_video on channel_video (tenant, video);
