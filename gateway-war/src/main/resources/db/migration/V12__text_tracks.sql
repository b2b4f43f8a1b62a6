-- Captions and chapters of an institution's own videos, as clean WebVTT: what is uploaded is never kept as it came.
create table text_track (
    tenant   text        not null,
    media    text        not null,
    kind     text        not null check (kind in ('captions', 'chapters')),
    language text        not null,
    webvtt   text        not null,
    cues     int         not null,
    changed  timestamptz not null,
    primary key (tenant, media, kind, language),
    foreign key (tenant, media) references video on delete cascade
);
