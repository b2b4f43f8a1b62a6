import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Threads, type Comment } from '../conversation/threads';

function comment(id: string, changes: Partial<Comment> = {}): Comment {
  return { id, author: 'abc', you: false, teaching: false, at: '2026-11-22T10:00:00Z', text: id, removable: true, ...changes };
}

function threads(): Threads {
  const all = new Threads();
  all.add({ count: 3, more: true, threads: [comment('b'), comment('a')], answers: [comment('b1', { parent: 'b' })] });
  return all;
}

const shape = (all: Threads) => all.all.map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)]);

test('puts answers under what they answer, and a new comment first', () => {
  const all = threads();
  all.said(comment('c'));
  all.said(comment('a1', { parent: 'a' }));
  assert.deepEqual(shape(all), [['c'], ['b', 'b1'], ['a', 'a1']]);
  assert.equal(all.count, 5);
});

test('goes on after the last thread, and shows none twice when some were added meanwhile', () => {
  const all = threads();
  assert.equal(all.last, 'a');
  all.add({ count: 4, more: false, threads: [comment('a'), comment('z')], answers: [] });
  assert.deepEqual(shape(all), [['b', 'b1'], ['a'], ['z']]);
  assert.equal(all.more, false);
});

test('a removed comment keeps its place while it is answered, and not its text', () => {
  const all = threads();
  all.removed(comment('b'));
  assert.deepEqual(shape(all), [['b', 'b1'], ['a']]);
  assert.equal(all.all[0]?.first.text, '');
  assert.equal(all.all[0]?.first.removed, 'moderator');
  all.removed(comment('b1', { parent: 'b' }));
  assert.deepEqual(shape(all), [['a']]);
  all.removed(comment('a', { you: true }));
  assert.deepEqual(shape(all), []);
  assert.equal(all.count, 0);
});
