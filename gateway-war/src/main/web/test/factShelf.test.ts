import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { openShelf } from '../report/indexedDbShelf';
import { heartbeat, MemoryShelf } from './workbench';

const kept = (playback: string) => ({ playback, media: 'intro', api: '/api/v1', token: `token of ${playback}`, touched: 7 });

for (const [name, open] of [['IndexedDB', () => openShelf(new IDBFactory())], ['memory', async () => new MemoryShelf()]] as const) {
  test(`${name}: gives back what was put, per playback, in order`, async () => {
    const shelf = await open();
    for (const seq of [2, 10, 1]) await shelf.put(kept('a'), { seq, fact: heartbeat(seq) });
    await shelf.put(kept('b'), { seq: 1, fact: heartbeat(1) });
    const found = await shelf.leftovers();
    assert.equal(shelf.durable, true);
    assert.deepEqual(found.map((left) => [left.kept, left.facts.map(({ seq }) => seq)]), [[kept('a'), [1, 2, 10]], [kept('b'), [1]]]);
    assert.deepEqual(found[0]!.facts[0]!.fact, heartbeat(1));
  });

  test(`${name}: forgets what is committed, and the token with the last fact`, async () => {
    const shelf = await open();
    for (const seq of [1, 2, 3]) await shelf.put(kept('a'), { seq, fact: heartbeat(seq) });
    await shelf.drop('a', 2);
    assert.deepEqual((await shelf.leftovers()).map(({ facts }) => facts.map(({ seq }) => seq)), [[3]]);
    await shelf.drop('a', 3);
    assert.deepEqual(await shelf.leftovers(), []);
  });

  test(`${name}: a fact put again under its number is renewed`, async () => {
    const shelf = await open();
    await shelf.put(kept('a'), { seq: 1, fact: heartbeat(10) });
    await shelf.put(kept('a'), { seq: 1, fact: heartbeat(20) });
    assert.deepEqual((await shelf.leftovers())[0]!.facts.map(({ fact }) => fact), [heartbeat(20)]);
  });
}

test('a browser without IndexedDB, or one that blocks it, keeps facts in memory only', async () => {
  const blocked = { open: () => { throw new DOMException('blocked', 'SecurityError'); } } as unknown as globalThis.IDBFactory;
  for (const factory of [undefined, blocked]) {
    const shelf = await openShelf(factory);
    await shelf.put(kept('a'), { seq: 1, fact: heartbeat(1) });
    assert.equal(shelf.durable, false);
    assert.deepEqual(await shelf.leftovers(), []);
  }
});
