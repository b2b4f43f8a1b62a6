-- Whose pages frame ours on a registered platform besides those its addresses tell: origins and patterns with blanks between. What
-- administrators entered stays; what the platform told is renewed whenever it registers (docs/decisions/0018).
alter table platform_registration
    add column origins text not null default '',
    add column told_origins text not null default '';

-- Those that registered before told their host, too.
update platform_registration
    set told_origins = coalesce(lower(substring(configuration_url from '^https?://[^/?#@]+')), '');
