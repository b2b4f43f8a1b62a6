import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineAt } from '../viewing/cues';
import type { Watched } from '../viewing/plotData';
import { calendar, dropOffs, steps, watchedAgain } from '../viewing/plotNumbers';

const watched: Watched = {
  state: 'shown', viewers: 40, finished: 25, length: 11, step: 2, updated: '2026-11-22T11:00:00Z',
  seen: [40, 36, 34, 30, 3, 25], plays: [44, 40, 85, 30, 30, 25], stops: [4, 2, 1, 8, 0, 0], days: [],
};

test('the last step ends with the video', () => {
  assert.deepEqual(steps(watched).at(-1), [10, 11]);
  assert.deepEqual(steps({ ...watched, seen: [] }), []);
});

test('names the places where most stop, the most first, each apart from the others, and no single person among many', () => {
  assert.deepEqual(dropOffs(watched, 3).map(({ from, count }) => [from, count]), [[6, 8], [0, 4]]);
  assert.deepEqual(dropOffs({ ...watched, viewers: 200, stops: [4, 9, 8, 1, 2, 0] }, 3).map(({ count }) => count), [9]);
  assert.deepEqual(dropOffs({ ...watched, stops: [0, 0, 0, 0, 0, 0] }, 3), []);
});

test('finds what is watched again by those who saw it, and takes no notice of what few saw', () => {
  const again = watchedAgain(watched);
  assert.equal(again?.from, 4);
  assert.equal(again?.times, 2.5);
  assert.equal(watchedAgain({ ...watched, plays: watched.seen }), undefined);
});

test('shows days without gaps, and weeks when there are too many days', () => {
  const days = calendar([{ day: '2026-02-27', views: 3 }, { day: '2026-03-02', views: 5 }]);
  assert.deepEqual(days.map(({ views }) => views), [3, 0, 0, 5]);
  assert.equal(days.at(-1)?.first.toISOString().slice(0, 10), '2026-03-02');
  const weeks = calendar([{ day: '2026-01-01', views: 1 }, { day: '2026-01-07', views: 1 }, { day: '2026-12-31', views: 4 }]);
  assert.equal(weeks[0]?.views, 2);
  assert.equal(weeks.reduce((sum, { views }) => sum + views, 0), 6);
  assert.ok(weeks.length <= 70 && weeks.every((bar) => bar.days === 7));
  assert.ok(calendar([{ day: '2020-01-01', views: 1 }, { day: '2026-12-31', views: 4 }]).length <= 70);
  assert.deepEqual(calendar([]), []);
});

test('tells the line that is said in a step', () => {
  const lines = [{ from: 0, to: 4, text: 'Welcome' }, { from: 8, to: 9, text: 'Cells' }];
  assert.equal(lineAt(lines, 2, 4), 'Welcome');
  assert.equal(lineAt(lines, 4, 8), '');
  assert.equal(lineAt(lines, 5, 10), 'Cells');
  assert.equal(lineAt([], 0, 1), '');
});
