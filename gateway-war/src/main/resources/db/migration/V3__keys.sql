-- Our own key pairs through their whole life: since when a key is in its state, and why it was revoked. A revoked key
-- stays as a name without its private half.
alter table tool_key drop constraint tool_key_state_check;
alter table tool_key add constraint tool_key_state_check check (state in ('next', 'active', 'retiring', 'revoked'));
alter table tool_key add column since timestamptz;
alter table tool_key add column why text;
update tool_key set since = created;
alter table tool_key alter column since set not null;
alter table tool_key alter column sealed drop not null;
alter table tool_key add constraint tool_key_revoked_is_empty check ((state = 'revoked') = (sealed is null));
alter table tool_key add constraint tool_key_revoked_says_why check ((state = 'revoked') = (why is not null));
