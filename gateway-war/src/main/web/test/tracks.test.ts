import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languagesFor } from '../tracks/languages';
import { Refused, TrackWire } from '../tracks/trackWire';

const session = { token: 'secret', api: '/api/v1', renew: '/session' };

function answers(status: number, body: object): { url: string; init: RequestInit }[] {
  const asked: { url: string; init: RequestInit }[] = [];
  globalThis.fetch = ((url: string, init: RequestInit) => {
    asked.push({ url, init });
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status }));
  }) as typeof fetch;
  return asked;
}

test('names the languages in the reader’s own, in its order, each once', () => {
  const german = languagesFor('de');
  assert.equal(german.find(({ tag }) => tag === 'en')?.name, 'Englisch');
  assert.ok(german.findIndex(({ tag }) => tag === 'af') < german.findIndex(({ tag }) => tag === 'zu'));
  assert.equal(new Set(german.map(({ tag }) => tag)).size, german.length);
  assert.equal(new Set(german.map(({ name }) => name)).size, german.length);
});

test('puts a file where its kind and language belong, with the token in no address', async () => {
  const asked = answers(200, { kind: 'captions' });
  await new TrackWire(session, 'a/b').put('captions', 'pt-BR', new Blob(['x']));
  assert.equal(asked[0]?.url, '/api/v1/media/a%2Fb/tracks/captions/pt-BR');
  assert.equal(asked[0]?.init.method, 'PUT');
  assert.equal((asked[0]?.init.headers as Record<string, string>)['Authorization'], 'Bearer secret');
});

test('a refusal keeps its name and the line it is about', async () => {
  answers(422, { title: 'captions.timing', detail: 'Line 12: this is no time' });
  await assert.rejects(new TrackWire(session, 'a').put('captions', 'en', new Blob()), (refused) =>
    refused instanceof Refused && refused.code === 'captions.timing' && refused.line === '12' && refused.status === 422);
});

test('an answer that is no JSON is a refusal without a name', async () => {
  globalThis.fetch = (() => Promise.resolve(new Response('<html>', { status: 502 }))) as typeof fetch;
  await assert.rejects(new TrackWire(session, 'a').list(), (refused) => refused instanceof Refused && refused.code === '');
});
