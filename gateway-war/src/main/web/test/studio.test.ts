import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, query, Refused } from '../session/calling';
import type { Session } from '../session/session';
import { fieldOf, tagsOf, why } from '../studio/studioData';

const session: Session = { token: 'secret', api: '/api/v1', renew: '/session' };

test('tags are separated by commas of any script, none twice', () => {
  assert.deepEqual(tagsOf(' exam, week 1,exam,, '), ['exam', 'week 1']);
  assert.deepEqual(tagsOf('細胞、構造，試験'), ['細胞', '構造', '試験']);
  assert.deepEqual(tagsOf(' '), []);
});

test('a refusal is explained beside the field that it is about', () => {
  const refused = (status: number, code: string) => new Refused(status, code, '');
  assert.equal(fieldOf(refused(422, 'video.title_too_long')), 'title');
  assert.equal(fieldOf(refused(422, 'video.too_many_tags')), 'tags');
  assert.equal(fieldOf(refused(422, 'video.tag_too_long')), 'tags');
  assert.equal(fieldOf(refused(422, 'video.language_unknown')), 'language');
  assert.equal(fieldOf(refused(403, 'media.not_yours')), undefined);
  assert.equal(fieldOf(new TypeError('network')), undefined);
  assert.equal(why(refused(422, 'video.title_missing')), 'studio.wrong.title_missing');
  assert.equal(why(refused(401, 'session.expired')), 'studio.over');
  assert.equal(why(refused(404, 'media.unknown')), 'studio.gone');
  assert.equal(why(new TypeError('network')), 'studio.failed');
});

test('a call carries the token in its header and nothing in its address', async () => {
  const seen: { url: string; init: RequestInit }[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    seen.push({ url: String(url), init: init ?? {} });
    return seen.length === 1 ? Response.json({ id: 'a' }) : new Response('{"title":"media.unknown","detail":"gone"}', { status: 404 });
  };
  try {
    assert.deepEqual(await call(session, 'PUT', `/videos/a${query({ q: 'x & y', after: undefined, channel: '' })}`, { state: 'private' }), { id: 'a' });
    assert.equal(seen[0]?.url, '/api/v1/videos/a?q=x+%26+y');
    assert.equal(new Headers(seen[0]?.init.headers).get('Authorization'), 'Bearer secret');
    assert.equal(seen[0]?.init.body, '{"state":"private"}');
    await assert.rejects(call(session, 'GET', '/videos/b'), (cause) => cause instanceof Refused && cause.status === 404 && cause.code === 'media.unknown');
  } finally {
    globalThis.fetch = real;
  }
});
