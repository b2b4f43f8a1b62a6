import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendLeftovers } from '../report/leftovers';
import { pageLife } from '../report/pageLife';
import { heartbeat, MemoryShelf, settled, Workbench } from './workbench';

const session = { api: '/api/v1', token: 'new-token', owner: 'ada', flushSeconds: 5 };
const MINUTE = 60_000;

async function left(bench: Workbench, changes: { owner?: string; api?: string; touched?: number } = {}): Promise<MemoryShelf> {
  const shelf = new MemoryShelf();
  const kept = { playback: 'old', media: 'intro', api: '/api/v1', token: 'old-token', owner: 'ada', touched: bench.time - 2 * MINUTE, ...changes };
  for (const seq of [4, 5]) await shelf.put(kept, { seq, fact: heartbeat(seq) });
  bench.committed.set('old', 3);
  return shelf;
}

/** Web Locks as far as we use them: a name is held or free. */
function lockManager(held: ReadonlySet<string>): LockManager {
  const request = async (name: string, _: unknown, action: (lock: unknown) => unknown) => action(held.has(name) ? null : { name });
  return { request } as unknown as LockManager;
}

test('sends what an earlier page left, under its own playback, numbers and token', async () => {
  const bench = new Workbench();
  const shelf = await left(bench);
  await sendLeftovers(session, shelf, bench.wire, pageLife(lockManager(new Set()), bench.wire.now));
  assert.deepEqual(bench.requests.map(({ playback, seqs, token }) => [playback, seqs, token]), [['old', [4, 5], 'old-token']]);
  assert.deepEqual(await shelf.leftovers(), []);
});

test('uses the present token when the old one is refused', async () => {
  const bench = new Workbench();
  bench.answers = [{ status: 401 }];
  const shelf = await left(bench);
  await sendLeftovers(session, shelf, bench.wire, pageLife(undefined, bench.wire.now));
  assert.deepEqual(bench.requests.map(({ token }) => token), ['old-token', 'new-token']);
  assert.equal(bench.committed.get('old'), 5);
});

test('never tells one learner\'s watching as another\'s', async () => {
  const bench = new Workbench();
  bench.answers = [{ status: 401 }];
  const shelf = await left(bench, { owner: 'grace' });
  await sendLeftovers(session, shelf, bench.wire, pageLife(undefined, bench.wire.now));
  assert.deepEqual(bench.requests.map(({ token }) => token), ['old-token']);
  assert.equal((await shelf.leftovers()).length, 1);
});

test('leaves alone what belongs to another gateway', async () => {
  const bench = new Workbench();
  await sendLeftovers(session, await left(bench, { api: '/other/api/v1' }), bench.wire, pageLife(undefined, bench.wire.now));
  assert.equal(bench.requests.length, 0);
});

test('leaves alone what a living page is sending: by lock, without locks by age', async () => {
  const bench = new Workbench();
  const locked = lockManager(new Set(['lectern-playback-old']));
  await sendLeftovers(session, await left(bench), bench.wire, pageLife(locked, bench.wire.now));
  await sendLeftovers(session, await left(bench, { touched: bench.time - MINUTE / 2 }), bench.wire, pageLife(undefined, bench.wire.now));
  assert.equal(bench.requests.length, 0);
});

test('goes by age when the browser refuses locks to the frame', async () => {
  const bench = new Workbench();
  const refusing = { request: () => Promise.reject(new DOMException('no storage access', 'SecurityError')) } as unknown as LockManager;
  await sendLeftovers(session, await left(bench), bench.wire, pageLife(refusing, bench.wire.now));
  assert.equal(bench.committed.get('old'), 5);
});

test('throws away what is older than any server takes', async () => {
  const bench = new Workbench();
  const shelf = await left(bench, { touched: bench.time - 15 * 24 * 60 * MINUTE });
  await sendLeftovers(session, shelf, bench.wire, pageLife(undefined, bench.wire.now));
  assert.equal(bench.requests.length, 0);
  assert.deepEqual(await shelf.leftovers(), []);
});

test('keeps trying when the server stumbles over leftovers', async () => {
  const bench = new Workbench();
  bench.answers = ['drop', { status: 503, headers: { 'Retry-After': '7' } }];
  const shelf = await left(bench);
  const done = sendLeftovers(session, shelf, bench.wire, pageLife(undefined, bench.wire.now));
  await settled();
  await bench.wind(10_000);
  await done;
  assert.equal(bench.requests.length, 3);
  assert.deepEqual(await shelf.leftovers(), []);
});
