import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FactReporter } from '../report/factReporter';
import { noShelf, type FactShelf } from '../report/factShelf';
import { heartbeat, MemoryShelf, settled, Workbench } from './workbench';

function reporter(bench: Workbench, shelf: FactShelf = new MemoryShelf()) {
  let ended = 0;
  let begun = 0;
  const session = { api: '/api/v1', token: 'token-a', owner: 'ada', flushSeconds: 5 };
  const made = new FactReporter(session, 'intro', () => `playback-${begun += 1}`, shelf, bench.wire, () => { ended += 1; });
  const reports = (count: number) => { for (let n = 0; n < count; n += 1) made.report(heartbeat(n)); };
  return { made, reports, shelf, ended: () => ended };
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('numbers facts from 1 and sends them together after the flush time', async () => {
  const bench = new Workbench();
  const { made } = reporter(bench);
  made.report({ kind: 'play', at: Date.UTC(2026, 10, 22, 10), time: 0 });
  made.report({ kind: 'pause', at: Date.UTC(2026, 10, 22, 10, 0, 1, 5), time: 1.005 });
  await bench.wind(4_900);
  assert.equal(bench.requests.length, 0);
  await bench.wind(200);
  const [request] = bench.requests;
  assert.equal(request!.token, 'token-a');
  assert.equal(request!.keepalive, false);
  assert.deepEqual(request!.body, {
    playback: 'playback-1', media: 'intro', sent: new Date(bench.time - 100).toISOString(),
    facts: [{ seq: 1, at: '2026-11-22T10:00:00.000Z', kind: 'play', time: 0 }, { seq: 2, at: '2026-11-22T10:00:01.005Z', kind: 'pause', time: 1.005 }],
  });
});

test('sends at once when twenty facts wait', async () => {
  const bench = new Workbench();
  reporter(bench).reports(20);
  await settled();
  assert.deepEqual(bench.requests.map(({ seqs }) => seqs), [range(1, 20)]);
});

test('sends sooner when only memory keeps the facts', async () => {
  const bench = new Workbench();
  reporter(bench, noShelf).reports(1);
  await bench.wind(2_600);
  assert.equal(bench.requests.length, 1);
});

test('forgets only what the server has committed and sends the rest again', async () => {
  const bench = new Workbench();
  bench.answers = [{ status: 202, body: { through: 3, refused: [{ seq: 2, reason: 'no such time' }] } }];
  const { reports, shelf } = reporter(bench);
  bench.committed.set('playback-1', 3);
  reports(5);
  await bench.wind(5_000);
  assert.deepEqual(bench.requests.map(({ seqs }) => seqs), [range(1, 5), [4, 5]]);
  assert.deepEqual(await shelf.leftovers(), []);
});

test('keeps everything on the shelf until it is committed', async () => {
  const bench = new Workbench();
  bench.isOnline = false;
  const { reports, shelf } = reporter(bench);
  reports(3);
  await settled();
  const [left] = await shelf.leftovers();
  assert.deepEqual(left!.facts.map(({ seq }) => seq), [1, 2, 3]);
  assert.deepEqual({ ...left!.kept, touched: 0 }, { playback: 'playback-1', media: 'intro', api: '/api/v1', token: 'token-a', owner: 'ada', touched: 0 });
});

test('does not ask for ever when the server commits nothing', async () => {
  const bench = new Workbench();
  bench.answers = Array(4).fill({ status: 202, body: { through: 0 } });
  reporter(bench).reports(2);
  await bench.wind(5_000);
  assert.equal(bench.requests.length, 1);
  await bench.wind(60_000);
  assert.deepEqual(bench.requests.map(({ seqs }) => seqs), Array(5).fill([1, 2]));
});

for (const [name, header] of [['seconds', '30'], ['a date', new Date(1_700_000_005_000 + 30_000).toUTCString()]] as const) {
  test(`waits as long as Retry-After asks in ${name}, even when more facts come`, async () => {
    const bench = new Workbench();
    bench.answers = [{ status: 503, headers: { 'Retry-After': header } }];
    const { reports, made } = reporter(bench);
    reports(1);
    await bench.wind(5_000);
    reports(30);
    made.online();
    await bench.wind(29_900);
    assert.equal(bench.requests.length, 1);
    await bench.wind(600);
    assert.deepEqual(bench.requests[1]!.seqs, range(1, 31));
  });
}

test('backs off twice as long each time, with jitter, after failures without Retry-After', async () => {
  const bench = new Workbench();
  bench.answers = ['drop', { status: 500 }, 'drop', { status: 429 }];
  const sentAt: number[] = [];
  const fetch = bench.wire.fetch;
  Object.assign(bench.wire, { fetch: (url: string, init: RequestInit) => { sentAt.push(bench.time); return fetch(url, init); } });
  reporter(bench).reports(1);
  await bench.wind(60_000);
  assert.deepEqual(sentAt.slice(1).map((at, n) => at - sentAt[n]!), [500, 1_000, 2_000, 4_000]);
});

test('resumes when the browser is on line again', async () => {
  const bench = new Workbench();
  bench.isOnline = false;
  const { reports, made } = reporter(bench);
  reports(2);
  await bench.wind(20_000);
  assert.equal(bench.requests.length, 0);
  bench.isOnline = true;
  made.online();
  await settled();
  assert.deepEqual(bench.requests[0]!.seqs, [1, 2]);
});

test('stops at 401, says so once and keeps the facts', async () => {
  const bench = new Workbench();
  bench.answers = Array(9).fill({ status: 401 });
  const { reports, made, shelf, ended } = reporter(bench);
  reports(2);
  await bench.wind(5_000);
  reports(30);
  made.online();
  made.farewell();
  await bench.wind(600_000);
  assert.equal(bench.requests.length, 1);
  assert.equal(ended(), 1);
  assert.equal((await shelf.leftovers())[0]!.facts.length, 32);
});

test('sends smaller requests after 413', async () => {
  const bench = new Workbench();
  bench.answers = [{ status: 413 }];
  reporter(bench).reports(20);
  await settled();
  assert.deepEqual(bench.requests.map(({ seqs }) => seqs.length), [20, 10, 10]);
});

test('a farewell sends again what is under way, and only once', async () => {
  const bench = new Workbench();
  bench.answers = ['hang', 'hang'];
  const { reports, made } = reporter(bench);
  reports(20);
  await settled();
  reports(1);
  made.farewell();
  made.farewell();
  await settled();
  assert.deepEqual(bench.requests.map(({ keepalive, seqs }) => [keepalive, seqs.length]), [[false, 20], [true, 21]]);
  await bench.cutHanging();
  await bench.wind(10_000);
  assert.equal(bench.committed.get('playback-1'), 21);
});

test('all farewells together stay under 60 KiB', async () => {
  const bench = new Workbench();
  bench.isOnline = false;
  const { made, reports } = reporter(bench);
  bench.answers = Array(9).fill('hang');
  const userAgent = 'x'.repeat(40_000);
  made.report({ kind: 'ready', at: 0, player: { speed: 1, volume: 1, fullScreen: false, userAgent } });
  made.farewell();
  made.report({ kind: 'ready', at: 0, player: { speed: 1, volume: 1, fullScreen: false, userAgent } });
  reports(10);
  made.farewell();
  const inFlight = bench.requests.filter(({ keepalive }) => keepalive).reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(inFlight > 40_000 && inFlight <= 60 * 1_024, `${inFlight} bytes`);
});

test('a farewell keeps the wait the server asked for when the facts outlive the page, else it sends', async () => {
  for (const [shelf, sent] of [[new MemoryShelf(), 1], [noShelf, 2]] as const) {
    const bench = new Workbench();
    bench.answers = [{ status: 429, headers: { 'Retry-After': '60' } }];
    const { made, reports } = reporter(bench, shelf);
    reports(1);
    await bench.wind(5_000);
    made.farewell();
    await settled();
    assert.equal(bench.requests.length, sent);
  }
});

test('at the cap heartbeats renew the last one; what the learner did is never dropped and numbers stay without gaps', async () => {
  const bench = new Workbench();
  bench.isOnline = false;
  const { made, reports } = reporter(bench);
  reports(2_000);
  made.report(heartbeat(2_001));
  made.report(heartbeat(2_002));
  made.report({ kind: 'pause', at: bench.time, time: 2_003 });
  made.report(heartbeat(2_004));
  bench.isOnline = true;
  made.online();
  await bench.wind(10_000);
  const facts = bench.requests.flatMap(({ body }) => body.facts);
  assert.deepEqual(facts.map(({ seq }) => seq), range(1, 2_002));
  assert.deepEqual(facts.slice(-3).map(({ kind, time }) => [kind, time]), [['heartbeat', 2_002], ['pause', 2_003], ['heartbeat', 2_004]]);
});
