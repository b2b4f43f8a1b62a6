-- Likes are the institution's: one person, one video, one like, in whatever course it is watched.
create table video_like (
    tenant      text        not null,
    media       text        not null,
    learner_key text        not null,
    at          timestamptz not null default now(),
    primary key (tenant, media, learner_key)
);
create index video_like_of on video_like (tenant, learner_key);

-- Comments are a course's: what is said in one is not shown in another. A removed one keeps its place, not its text.
create table comment (
    id          uuid        primary key,
    tenant      text        not null,
    scope       text        not null,
    media       text        not null,
    parent      uuid        references comment,
    learner_key text        not null,
    teaching    boolean     not null,
    body        text        not null,
    at          timestamptz not null default now(),
    removed     timestamptz,
    removed_by  text        check (removed_by in ('author', 'moderator'))
);
create index comment_of_video on comment (tenant, scope, media, at, id);
create index comment_answers on comment (parent) where parent is not null;
create index comment_author on comment (tenant, learner_key, at);

-- People who asked their institution's statements to leave their name out, where it lets them.
create table unnamed_learner (
    tenant      text        not null,
    learner_key text        not null,
    since       timestamptz not null default now(),
    primary key (tenant, learner_key)
);
create index learner_session_of on learner_session (tenant, learner_key);
