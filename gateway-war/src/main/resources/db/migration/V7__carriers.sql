-- Who started a login: the platform; we, anew in the same frame after an error that may pass; or somebody, anew in a window of its own.
alter table login
    add column started_by text not null default 'platform' check (started_by in ('platform', 'frame', 'window'));
