-- Where a course's members can be read, as its last launch said (NRPS 2.0 section 2.1). No members: they are read when asked for.
create table course_roster (
    tenant     text        not null,
    platform   text        not null,
    course_id  text        not null,
    url        text        not null,
    updated    timestamptz not null default now(),
    primary key (tenant, platform, course_id)
);

-- Whose viewing a submission review shows: a learner key, no name.
create table review (
    session     uuid primary key references learner_session on delete cascade,
    learner_key text not null
);

-- What staff may look up about their own launch, sealed with this deployment's secret: custom parameters may name a person.
create table launch_diagnosis (
    session uuid primary key references learner_session on delete cascade,
    sealed  text not null
);

-- What the operator says about a platform's roles, with blanks between; platforms declared by file have theirs there.
create table role_mapping (
    tenant     text        not null,
    platform   text        not null,
    instructor text        not null,
    learner    text        not null,
    updated    timestamptz not null default now(),
    primary key (tenant, platform)
);

-- Everybody's attempts at one video of one course, for its instructors. Over what never changes, so that progress rewrites the row alone.
create index attempt_viewing on attempt (tenant, scope, media);
