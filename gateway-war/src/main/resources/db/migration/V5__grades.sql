-- What launches told of a link's grade: where its line item is, and what its grade stands for. Made: the line item is one that we
-- made or found, since launches name none.
create table grade_link (
    tenant     text        not null,
    platform   text        not null,
    link       text        not null,
    media      text,
    title      text        not null,
    line_items text,
    line_item  text,
    made       boolean     not null,
    scopes     text        not null,
    mode       text        not null check (mode in ('none', 'share', 'completion')),
    family     text,
    updated    timestamptz not null default now(),
    primary key (tenant, platform, link)
);

-- What platforms call the learners of graded links, sealed. Personal data, and nowhere else: deleting the rows of a learner is all
-- that erasure needs here.
create table grade_learner (
    tenant      text        not null,
    platform    text        not null,
    learner_key text        not null,
    sealed      text        not null,
    seen        timestamptz not null default now(),
    primary key (tenant, platform, learner_key)
);

-- The last grade decided for each learner and link, so that none is ever lowered and stamps grow.
create table grade_score (
    tenant      text        not null,
    platform    text        not null,
    link        text        not null,
    learner_key text        not null,
    given       int         not null,
    finished    boolean     not null,
    stamp       timestamptz not null,
    decided     timestamptz not null,
    state       text        not null check (state in ('waiting', 'delivered', 'declined')),
    primary key (tenant, platform, link, learner_key)
) with (fillfactor = 70);
