import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact, PlayerState } from '../report/fact';
import { FactReporter } from '../report/factReporter';
import { heartbeat, MemoryShelf, settled, Workbench } from './workbench';

/** What a page reports when the server has ended its playback, after minutes without a word from it. */

const player: PlayerState = { speed: 1, volume: 0.8, fullScreen: false, captions: false };
const MINUTE = 60_000;

class Page {
  readonly bench = new Workbench();
  readonly shelf = new MemoryShelf();
  readonly start = this.bench.time;
  #begun = 0;
  readonly reporter = new FactReporter({ api: '/api/v1', token: 't', owner: 'ada', flushSeconds: 5 }, 'intro', () => `playback-${this.#begun += 1}`, this.shelf, this.bench.wire, () => {});

  /** Reports facts of now. */
  tells(...facts: (Fact extends infer F ? F extends Fact ? Omit<F, 'at'> : never : never)[]): this {
    for (const fact of facts) this.reporter.report({ ...fact, at: this.bench.time } as Fact);
    return this;
  }

  /** Ready and playing from 0; the server has that and 20 s of watching. */
  async watching(more: readonly Fact[] = []): Promise<this> {
    this.tells({ kind: 'ready', length: 300, player }, { kind: 'play', time: 0 });
    for (const fact of more) this.reporter.report(fact);
    await this.beats(10, 20);
    await this.bench.wind(5_000);
    assert.equal(this.bench.committed.get('playback-1'), 4 + more.length);
    return this;
  }

  /** Watches on, a heartbeat every ten seconds. */
  async beats(...times: number[]): Promise<void> {
    for (const time of times) {
      await this.bench.wind(10_000 - (this.bench.time - this.start) % 10_000);
      this.tells({ kind: 'heartbeat', time });
    }
  }

  /** What the server got of a playback, in words: seconds since the start, kind, position. */
  got(playback: string): unknown[] {
    const facts = this.bench.requests.filter((request) => request.playback === playback).flatMap(({ body }) => body.facts);
    const once = new Map(facts.map((fact) => [fact.seq, fact]));
    assert.deepEqual([...once.keys()], Array.from({ length: once.size }, (_, at) => at + 1));
    return [...once.values()].map(({ at, kind, time }) => [(Date.parse(at) - this.start) / 1_000, kind, ...(time === undefined ? [] : [time])]);
  }
}

test('what an ended playback no longer took goes on as a new one, from the last fact that it took', async () => {
  const page = await new Page().watching();
  page.bench.isOnline = false;
  page.bench.closed.add('playback-1');
  await page.beats(30, 40);
  page.bench.isOnline = true;
  page.reporter.online();
  await settled();
  page.tells({ kind: 'pause', time: 41 });
  await page.bench.wind(MINUTE);
  assert.deepEqual(page.got('playback-2'), [[20, 'ready'], [20, 'play', 20], [30, 'heartbeat', 30], [40, 'heartbeat', 40], [40, 'pause', 41]]);
  assert.equal(page.bench.committed.get('playback-2'), 5);
  assert.deepEqual(await page.shelf.leftovers(), []);
});

test('facts that wait behind the refused ones go along, in order, however many requests it takes', async () => {
  const page = await new Page().watching();
  page.bench.isOnline = false;
  page.bench.closed.add('playback-1');
  for (let n = 1; n <= 450; n += 1) page.tells({ kind: 'heartbeat', time: 20 + n / 100 });
  page.bench.isOnline = true;
  page.reporter.online();
  await page.bench.wind(MINUTE);
  assert.equal(page.bench.committed.get('playback-2'), 452);
  assert.equal(page.bench.requests.filter(({ playback }) => playback === 'playback-1').flatMap(({ seqs }) => seqs).length, 204);
});

test('a laptop that slept while playing has played nothing meanwhile', async () => {
  const page = await new Page().watching();
  page.bench.closed.add('playback-1');
  page.bench.time = page.start + 120 * MINUTE;
  page.tells({ kind: 'heartbeat', time: 24 });
  await page.bench.wind(MINUTE);
  assert.deepEqual(page.got('playback-2'), [[7_196, 'ready'], [7_196, 'play', 20], [7_200, 'heartbeat', 24]]);
});

test('play after a long pause begins the new playback, at that moment', async () => {
  const page = await new Page().watching();
  page.tells({ kind: 'pause', time: 25 });
  await page.bench.wind(MINUTE);
  page.bench.closed.add('playback-1');
  page.bench.time = page.start + 45 * MINUTE;
  page.tells({ kind: 'play', time: 25 });
  await page.bench.wind(MINUTE);
  assert.deepEqual(page.got('playback-2'), [[2_700, 'ready'], [2_700, 'play', 25]]);
});

test('a new playback is told the player as it stands: speed, captions and the position sought', async () => {
  const page = new Page();
  const at = page.start;
  await page.watching([
    { kind: 'rate', at, time: 0, from: 1, to: 2 },
    { kind: 'control', at, time: 0, changed: { captions: true, captionsLanguage: 'en' } },
  ]);
  page.tells({ kind: 'seek', from: 30, to: 100 });
  await page.bench.wind(MINUTE);
  page.bench.closed.add('playback-1');
  page.tells({ kind: 'heartbeat', time: 120 });
  await page.bench.wind(MINUTE);
  const seconds = (page.bench.time - page.start) / 1_000 - 60;
  assert.deepEqual(page.got('playback-2'), [[seconds - 10, 'ready'], [seconds - 10, 'play', 100], [seconds, 'heartbeat', 120]]);
  const [ready] = page.bench.requests.find(({ playback }) => playback === 'playback-2')!.body.facts;
  assert.deepEqual(ready!.player, { ...player, speed: 2, captions: true, captionsLanguage: 'en' });
});

test('who only leaves after the end has watched nothing more', async () => {
  const page = await new Page().watching();
  page.bench.closed.add('playback-1');
  page.tells({ kind: 'leave', time: 20 });
  await page.bench.wind(MINUTE);
  assert.deepEqual([...page.bench.committed.keys()], ['playback-1']);
  assert.deepEqual(await page.shelf.leftovers(), []);
});

test('a server that takes nothing at all is not asked in a circle', async () => {
  const page = new Page();
  for (let n = 1; n < 99; n += 1) page.bench.closed.add(`playback-${n}`);
  page.tells({ kind: 'ready', player }, { kind: 'play', time: 0 });
  await page.bench.wind(MINUTE);
  page.tells({ kind: 'heartbeat', time: 60 });
  await page.bench.wind(MINUTE);
  assert.deepEqual(page.bench.requests.map(({ playback }) => playback), ['playback-1', 'playback-1']);
});

test('two answers that say closed begin one new playback', async () => {
  const page = await new Page().watching();
  page.bench.closed.add('playback-1');
  const closed = { status: 202, body: { through: 5, refused: [{ seq: 5, reason: 'closed' }] } };
  page.bench.answers = [closed, closed];
  page.reporter.report(heartbeat(30, page.bench.time));
  const [now] = [page.bench.wind(5_000), page.reporter.farewell()];
  await now;
  await page.bench.wind(MINUTE);
  assert.deepEqual([...new Set(page.bench.requests.map(({ playback }) => playback))], ['playback-1', 'playback-2']);
  assert.equal(page.got('playback-2').length, 3);
});

test('a fact refused for another reason ends nothing', async () => {
  const page = await new Page().watching();
  page.bench.answers = [{ status: 202, body: { through: 5, refused: [{ seq: 5, reason: 'position_beyond_end' }] } }];
  page.tells({ kind: 'heartbeat', time: 9_999 });
  await page.bench.wind(MINUTE);
  page.bench.committed.set('playback-1', 5);
  page.tells({ kind: 'pause', time: 30 });
  await page.bench.wind(MINUTE);
  assert.equal(page.bench.committed.get('playback-1'), 6);
  assert.equal(page.bench.committed.size, 1);
});
