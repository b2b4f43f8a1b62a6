import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PlayerFacts } from '../player/playerFacts';
import type { RawEvent } from '../player/rawEvents';
import type { Fact } from '../report/fact';

const START = 1_000_000;
const state = { speed: 1, volume: 0.8, fullScreen: false, captions: false };
type Timed<T> = T extends { at: number } ? Omit<T, 'at'> : never;

/** A player on a table: `at(ms).hears(event)` in order; `told` is everything that came out, without the clock. */
class Table {
  readonly facts: Fact[] = [];
  readonly #player: PlayerFacts;
  #at = START;

  constructor(live = false) {
    this.#player = new PlayerFacts(10, live);
  }

  hears(...events: Timed<RawEvent>[]): this {
    for (const event of events) this.facts.push(...this.#player.take({ ...event, at: this.#at } as RawEvent));
    return this;
  }

  after(ms: number): this { this.#at += ms; return this; }

  ready(time = 0, length = 100): this {
    return this.hears({ type: 'ready', time, length, playing: false, player: state });
  }

  /** Plays on, ticking four times a second, from one position to another. */
  plays(from: number, to: number): this {
    for (let time = from; time <= to; time += 0.25) this.after(250).hears({ type: 'tick', time });
    return this;
  }

  rests(ms: number, time?: number): this {
    for (let rested = 0; rested < ms; rested += 250) this.after(250).hears(time === undefined ? { type: 'tick' } : { type: 'tick', time });
    return this;
  }

  get told(): unknown[] {
    return this.facts.map(({ at: _, ...fact }) => (fact.kind === 'ready' ? { kind: 'ready' } : fact));
  }
}

const playing = () => new Table().ready().hears({ type: 'play', time: 0 }).plays(0.25, 5);
const begun = [{ kind: 'ready' }, { kind: 'play', time: 0 }];

test('tells ready with length and player state first', () => {
  const [ready] = new Table().ready(0, 124.30049).facts;
  assert.deepEqual(ready, { kind: 'ready', at: START, length: 124.3, player: state });
});

test('leaves the length out when nobody knows it', () => {
  assert.equal('length' in new Table().ready(0, Infinity).facts[0]!, false);
});

test('takes no length of a live stream, and no end, though the player gives one that grows', () => {
  const table = new Table(true).ready(0, 30).hears({ type: 'play', time: 29 }).plays(29.25, 35).hears({ type: 'pause', time: 35 });
  assert.equal('length' in table.facts[0]!, false);
  table.rests(2_000, 35);
  assert.deepEqual(table.told.at(-1), { kind: 'pause', time: 35 });
});

test('tells nothing before the player is ready', () => {
  assert.deepEqual(new Table().hears({ type: 'play', time: 0 }, { type: 'leave' }).told, []);
});

test('tells a play that came before the player was ready', () => {
  const table = new Table().hears({ type: 'ready', time: 12.3, length: 100, playing: true, player: state });
  assert.deepEqual(table.told, [{ kind: 'ready' }, { kind: 'play', time: 12.3 }]);
});

test('tells play and pause at their positions', () => {
  const table = playing().hears({ type: 'pause', time: 5 }).rests(500, 5);
  assert.deepEqual(table.told, [...begun, { kind: 'pause', time: 5 }]);
});

test('pauses where the picture came to rest and plays on from there', () => {
  const table = playing().hears({ type: 'pause', time: 5 }).rests(1_000, 5.093).hears({ type: 'play', time: 5.11 });
  assert.deepEqual(table.told, [...begun, { kind: 'pause', time: 5.093 }, { kind: 'play', time: 5.093 }]);
});

test('a click on the timeline while playing is one seek', () => {
  const table = playing().hears({ type: 'grab' }, { type: 'pause', time: 5 }, { type: 'seeking', time: 60 }).after(80)
    .hears({ type: 'release' }, { type: 'seeked', time: 60 }, { type: 'play', time: 60 }).plays(60.1, 62);
  assert.deepEqual(table.told, [...begun, { kind: 'seek', from: 5, to: 60 }]);
});

test('a scrub is one seek from where it began to where it ended, however long it takes', () => {
  const table = playing().hears({ type: 'grab' }, { type: 'pause', time: 5 });
  for (let to = 10; to <= 70; to += 5) table.after(900).hears({ type: 'seeking', time: to }, { type: 'seeked', time: to }, { type: 'tick', time: to });
  table.hears({ type: 'release' }, { type: 'play', time: 70 }).plays(70.1, 72);
  assert.deepEqual(table.told, [...begun, { kind: 'seek', from: 5, to: 70 }]);
});

test('seeks by key close to each other are one seek', () => {
  const table = playing();
  for (const to of [10, 15, 20]) table.after(200).hears({ type: 'seeking', time: to }, { type: 'seeked', time: to });
  assert.deepEqual(table.plays(20.1, 22).told, [...begun, { kind: 'seek', from: 5, to: 20 }]);
});

test('seeks far apart are seeks of their own', () => {
  const table = playing().hears({ type: 'seeking', time: 10 }, { type: 'seeked', time: 10 }).plays(10.25, 12)
    .hears({ type: 'seeking', time: 40 }, { type: 'seeked', time: 40 }).plays(40.25, 42);
  assert.deepEqual(table.told, [...begun, { kind: 'seek', from: 5, to: 10 }, { kind: 'seek', from: 12, to: 40 }]);
});

test('a player that pauses itself before seeking, without a pointer, still tells one seek', () => {
  const table = playing().hears({ type: 'pause', time: 5 }).after(50).hears({ type: 'seeking', time: 30 }, { type: 'seeked', time: 30 }, { type: 'play', time: 30 }).plays(30.1, 32);
  assert.deepEqual(table.told, [...begun, { kind: 'seek', from: 5, to: 30 }]);
});

test('a pause just before a seek that stays paused is a pause and a seek', () => {
  const table = playing().hears({ type: 'pause', time: 5 }).after(200).hears({ type: 'seeking', time: 30 }, { type: 'seeked', time: 30 }).rests(1_000, 30);
  assert.deepEqual(table.told, [...begun, { kind: 'pause', time: 5 }, { kind: 'seek', from: 5, to: 30 }]);
});

test('a pause just after a seek is told after it', () => {
  const table = playing().hears({ type: 'seeking', time: 30 }, { type: 'seeked', time: 30 }).after(200).hears({ type: 'pause', time: 30.2 }).rests(1_000, 30.2);
  assert.deepEqual(table.told, [...begun, { kind: 'seek', from: 5, to: 30 }, { kind: 'pause', time: 30.2 }]);
});

test('a seek while paused and then play keeps its order', () => {
  const table = new Table().ready().hears({ type: 'seeking', time: 20 }, { type: 'seeked', time: 20 }).after(100).hears({ type: 'play', time: 20.02 });
  assert.deepEqual(table.told, [{ kind: 'ready' }, { kind: 'seek', from: 0, to: 20 }, { kind: 'play', time: 20 }]);
});

test('a grab of the timeline that moves nothing tells nothing', () => {
  const table = playing().hears({ type: 'grab' }, { type: 'pause', time: 5 }).after(90).hears({ type: 'release' }, { type: 'play', time: 5 }).plays(5.25, 7);
  assert.deepEqual(table.told, begun);
});

test('a release that never arrives does not swallow what follows', () => {
  const table = playing().hears({ type: 'grab' }, { type: 'pause', time: 5 }, { type: 'seeking', time: 50 }, { type: 'seeked', time: 50 }, { type: 'play', time: 50 })
    .plays(50.25, 53).hears({ type: 'pause', time: 53 }).rests(500, 53);
  assert.deepEqual(table.told, [...begun, { kind: 'seek', from: 5, to: 50 }, { kind: 'pause', time: 53 }]);
});

test('buffering is no pause: the clock ticks, the position stands, only heartbeats come', () => {
  assert.deepEqual(playing().rests(8_000, 5).told, [...begun, { kind: 'heartbeat', time: 5 }]);
});

test('beats every ten seconds while playing and not while paused', () => {
  const table = new Table().ready().hears({ type: 'play', time: 0 }).plays(0.25, 21).hears({ type: 'pause', time: 21 }).rests(30_000, 21);
  assert.deepEqual(table.told, [...begun, { kind: 'heartbeat', time: 10 }, { kind: 'heartbeat', time: 20 }, { kind: 'pause', time: 21 }]);
});

test('the end is ended, not pause, and no later than the length', () => {
  const table = new Table().ready(0, 5.2).hears({ type: 'play', time: 0 }).plays(0.25, 5).hears({ type: 'pause', time: 5.24 }, { type: 'ended', time: 5.24 }).rests(1_000, 5.24);
  assert.deepEqual(table.told, [...begun, { kind: 'ended', time: 5.2 }]);
});

test('seeking near the end and running into it is a seek and an end', () => {
  const table = playing().hears({ type: 'seeking', time: 99.9 }, { type: 'seeked', time: 99.9 }).after(100).hears({ type: 'pause', time: 100 }, { type: 'ended', time: 100 }).rests(1_000, 100);
  assert.deepEqual(table.told, [...begun, { kind: 'seek', from: 5, to: 99.9 }, { kind: 'ended', time: 100 }]);
});

test('seeking to the end while paused is a seek only', () => {
  const table = new Table().ready().hears({ type: 'seeking', time: 100 }, { type: 'seeked', time: 100 }, { type: 'ended', time: 100 }).rests(1_000, 100);
  assert.deepEqual(table.told, [{ kind: 'ready' }, { kind: 'seek', from: 0, to: 100 }]);
});

const ended = () => playing().hears({ type: 'pause', time: 100 }, { type: 'ended', time: 100 });

for (const [order, events] of [
  ['before', [{ type: 'seeking', time: 0 }, { type: 'play', time: 0 }, { type: 'seeked', time: 0 }]],
  ['after', [{ type: 'play', time: 100 }, { type: 'seeking', time: 0 }, { type: 'seeked', time: 0 }]],
] as [string, Timed<RawEvent>[]][]) {
  test(`play at the end is a replay from 0 when the element jumps ${order} it plays`, () => {
    const table = ended().rests(2_000, 100).hears(...events).plays(0.25, 2);
    assert.deepEqual(table.told, [...begun, { kind: 'ended', time: 100 }, { kind: 'play', time: 0 }]);
  });
}

test('a learner who seeks back after the end has sought', () => {
  const table = ended().rests(2_000, 100).hears({ type: 'grab' }, { type: 'seeking', time: 0 }, { type: 'seeked', time: 0 }, { type: 'release' }).rests(750, 0)
    .hears({ type: 'play', time: 0 });
  assert.deepEqual(table.told, [...begun, { kind: 'ended', time: 100 }, { kind: 'seek', from: 100, to: 0 }, { kind: 'play', time: 0 }]);
});

test('going to where the learner stopped is not a seek', () => {
  const table = new Table().ready(42).hears({ type: 'place', time: 42 }, { type: 'seeking', time: 42 }, { type: 'seeked', time: 42 }).rests(1_000, 42)
    .hears({ type: 'place', time: 0 }, { type: 'seeking', time: 0 }, { type: 'play', time: 0 }, { type: 'seeked', time: 0 }).plays(0.25, 2);
  assert.deepEqual(table.told, begun);
});

test('a learner who seeks before the first play has sought', () => {
  const table = new Table().ready(42).hears({ type: 'place', time: 42 }, { type: 'seeking', time: 42 }, { type: 'seeked', time: 42 }).rests(1_000, 42)
    .hears({ type: 'seeking', time: 10 }, { type: 'seeked', time: 10 }).rests(1_000, 10);
  assert.deepEqual(table.told, [{ kind: 'ready' }, { kind: 'seek', from: 42, to: 10 }]);
});

test('a new speed is told with the old one, the same speed is not', () => {
  const table = playing().hears({ type: 'rate', rate: 1 }, { type: 'rate', rate: 1.5 });
  assert.deepEqual(table.told, [...begun, { kind: 'rate', time: 5, from: 1, to: 1.5 }]);
});

test('volume is told once it rested two seconds, with its last value', () => {
  const table = playing();
  for (const volume of [0.7, 0.5, 0.25]) table.after(500).hears({ type: 'settings', settings: { volume } });
  assert.deepEqual(table.rests(1_750, 5).told, begun);
  assert.deepEqual(table.rests(250, 5).told, [...begun, { kind: 'control', time: 5, changed: { volume: 0.25 } }]);
});

test('a volume that went back to what it was is not told', () => {
  const table = playing().hears({ type: 'settings', settings: { volume: 0 } }).after(300).hears({ type: 'settings', settings: { volume: 0.8 } });
  assert.deepEqual(table.rests(3_000, 5).told, begun);
});

test('captions are told with their language while they are on', () => {
  const table = playing().hears({ type: 'settings', settings: { captions: true, captionsLanguage: 'en' } }).rests(250, 5)
    .hears({ type: 'settings', settings: { captions: true, captionsLanguage: 'de' } }).rests(250, 5)
    .hears({ type: 'settings', settings: { captions: false } }).rests(250, 5);
  assert.deepEqual(table.told.slice(2), [
    { kind: 'control', time: 5, changed: { captions: true, captionsLanguage: 'en' } },
    { kind: 'control', time: 5, changed: { captionsLanguage: 'de', captions: true } },
    { kind: 'control', time: 5, changed: { captions: false } },
  ]);
});

test('full screen is told with the sizes it ended up with; a resize alone is not', () => {
  const table = playing().hears({ type: 'settings', settings: { playbackSize: '600x338' } }).rests(1_000, 5)
    .hears({ type: 'settings', settings: { fullScreen: true, screenSize: '1920x1080', playbackSize: '600x338' } }).after(100)
    .hears({ type: 'settings', settings: { fullScreen: true, screenSize: '1920x1080', playbackSize: '1920x1080' } }).rests(500, 5);
  assert.deepEqual(table.told.slice(2), [{ kind: 'control', time: 5, changed: { fullScreen: true, screenSize: '1920x1080', playbackSize: '1920x1080' } }]);
});

test('leaving tells first what was still waiting, then nothing ever again', () => {
  const table = playing().hears({ type: 'settings', settings: { volume: 0 } }, { type: 'seeking', time: 50 }, { type: 'leave' }).hears({ type: 'pause', time: 50 }, { type: 'leave' }).rests(3_000, 50);
  assert.deepEqual(table.told.slice(2), [
    { kind: 'seek', from: 5, to: 50 },
    { kind: 'control', time: 50, changed: { volume: 0 } },
    { kind: 'leave', time: 50 },
  ]);
});

test('whatever the player does, facts stay in order of time and play and pause alternate', () => {
  // A small generator of its own, so that a failure can be repeated from the seed in its message.
  for (let seed = 1; seed <= 500; seed += 1) {
    let random = seed * 2_654_435_761 % 2 ** 32;
    const next = (below: number) => { random = (random * 1_664_525 + 1_013_904_223) % 2 ** 32; return Math.floor(random / 2 ** 32 * below); };
    const table = new Table().ready();
    for (let step = 0; step < 60; step += 1) {
      const time = next(100);
      const events: Timed<RawEvent>[] = [{ type: 'play', time }, { type: 'pause', time }, { type: 'seeking', time }, { type: 'seeked', time }, { type: 'tick', time },
        { type: 'ended', time: 100 }, { type: 'grab' }, { type: 'release' }, { type: 'rate', rate: 1 + next(2) }, { type: 'settings', settings: { volume: next(10) / 10 } }];
      table.after(next(700)).hears(events[next(events.length)]!);
    }
    table.hears({ type: 'leave' });
    let watching = false;
    let last = 0;
    for (const fact of table.facts) {
      assert.ok(fact.at >= last, `seed ${seed}: time runs backwards`);
      last = fact.at;
      if (fact.kind === 'play') assert.equal(watching, false, `seed ${seed}: play while playing`);
      if (fact.kind === 'pause' || fact.kind === 'ended' || fact.kind === 'heartbeat') assert.equal(watching, true, `seed ${seed}: ${fact.kind} while not playing`);
      if (fact.kind === 'seek') assert.notEqual(fact.from, fact.to, `seed ${seed}: a seek that goes nowhere`);
      if (fact.kind === 'play') watching = true;
      if (fact.kind === 'pause' || fact.kind === 'ended') watching = false;
    }
    assert.equal(table.facts.at(-1)?.kind, 'leave', `seed ${seed}`);
  }
});
