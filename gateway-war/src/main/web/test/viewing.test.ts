import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Language } from '../language/language';
import { csv } from '../viewing/csv';
import { arrange, passes, standing } from '../viewing/people';
import { gradeText } from '../viewing/personFacts';
import type { Person, Seen } from '../viewing/viewingData';
import { Words } from '../viewing/words';

const NOW = Date.UTC(2026, 10, 22, 12);

function seen(changes: Partial<Seen> = {}): Seen {
  return { share: 0.5, parts: [[0, 60]], completed: false, timeSpent: 60, last: '2026-11-22T11:00:00Z', ...changes };
}

const people: readonly Person[] = [
  { key: 'aaaaaaaaaaaa', place: 'learner', name: 'Zoë 10', seen: seen({ share: 0.2, timeSpent: 300 }) },
  { key: 'bbbbbbbbbbbb', place: 'learner', name: 'anna', seen: seen({ share: 0.96, completed: true, last: '2026-11-21T11:00:00Z' }), grade: { shown: 90, sent: 95, state: 'delivered' } },
  { key: 'cccccccccccc', place: 'learner', name: 'Ärmel', seen: seen({ share: 0, parts: [] }) },
  { key: 'dddddddddddd', place: 'learner', name: 'Zoë 9' },
  { key: 'eeeeeeeeeeee', place: 'unknown', seen: seen() },
];

const words = new Words(new Language('en'));
const wish = { search: '', filter: 'all', by: 'name', down: false } as const;
const names = (arranged: readonly Person[]) => arranged.map(({ name, key }) => name ?? key);
const arranged = (changes: Partial<Parameters<typeof arrange>[2]>) => names(arrange(people, (person) => words.name(person), { ...wish, ...changes }, 'en'));

test('sorts names as people do, whatever their case, accents and numbers', () => {
  assert.deepEqual(arranged({}), ['anna', 'Ärmel', 'eeeeeeeeeeee', 'Zoë 9', 'Zoë 10']);
  assert.deepEqual(arranged({ down: true })[0], 'Zoë 10');
});

test('puts people without a number last, whichever way it is sorted', () => {
  assert.equal(arranged({ by: 'share', down: true })[0], 'anna');
  assert.equal(arranged({ by: 'share', down: true }).at(-1), 'Zoë 9');
  assert.equal(arranged({ by: 'share' })[0], 'Ärmel');
  assert.equal(arranged({ by: 'share' }).at(-1), 'Zoë 9');
  assert.equal(arranged({ by: 'last', down: true }).at(-2), 'anna');
  assert.equal(arranged({ by: 'grade', down: true })[0], 'anna');
});

test('finds people by every word of the search', () => {
  assert.deepEqual(arranged({ search: ' 10 zo' }), ['Zoë 10']);
  assert.deepEqual(arranged({ search: 'eeeeee' }), ['eeeeeeeeeeee']);
  assert.deepEqual(arranged({ search: 'nobody' }), []);
});

test('who opened a video and saw nothing of it has not watched it yet', () => {
  assert.deepEqual(people.map(standing), ['begun', 'completed', 'opened', 'not-yet', 'begun']);
  assert.deepEqual(arranged({ filter: 'not-yet' }), ['Ärmel', 'Zoë 9']);
  assert.deepEqual(people.filter((person) => passes(person, 'completed')).length, 1);
  assert.equal(passes({ key: 'ffffffffffff', place: 'staff', seen: seen({ share: 0, parts: [] }) }, 'not-yet'), false);
});

test('no cell of a table begins as a formula', () => {
  const names = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\uff1dx', 'Anna "Nan" O\'Neil, PhD', 'a\nb', 'ok'];
  const lines = csv(names.map((name) => [name, 0.5, undefined]));
  assert.ok(lines.startsWith('\ufeff"\'=cmd|calc",0.5,\r\n'));
  for (const cell of lines.slice(1).split('\r\n').map((line) => line.slice(1))) assert.doesNotMatch(cell, /^\s*[=+\-@\uff1d]/);
  assert.ok(lines.includes('"Anna ""Nan"" O\'Neil, PhD",0.5,'));
  assert.ok(lines.includes('"a\nb"'));
  assert.equal(csv([[-1, -0.5]]), '\ufeff-1,-0.5\r\n');
});

test('says how long ago, and never that something is in the future', () => {
  const ago = (seconds: number) => words.ago(new Date(NOW - seconds * 1_000).toISOString(), NOW);
  assert.deepEqual([-5, 10, 130, 7_200, 90_000].map(ago), ['just now', 'just now', '2 minutes ago', '2 hours ago', 'yesterday']);
  assert.equal(new Words(new Language('de')).ago(new Date(NOW - 130_000).toISOString(), NOW), 'vor 2 Minuten');
});

test('tells in words why there is no roster', () => {
  assert.equal(words.roster({ state: 'read', complete: true }), '');
  for (const state of ['not-offered', 'not-allowed', 'unreachable', 'unreadable'] as const) {
    assert.match(words.roster({ state, complete: false }), /names and people who have not watched are missing/);
  }
  assert.equal(words.summary(30, 12, 8, { state: 'read', complete: true }), '12 of 30 have watched, 8 to the end.');
  assert.equal(words.summary(12, 12, 8, { state: 'unreachable', complete: false }), 'Watched by 12, by 8 to the end.');
});

test('of a live stream nobody has only begun, and there is no end', () => {
  assert.deepEqual(people.map((person) => words.standing(person, { live: true })).slice(2), ['Opened, not watched', 'Not watched yet', 'Watched']);
  assert.equal(words.standing({ key: 'aaaaaaaaaaaa', place: 'learner', seen: seen() }, {}), 'Started');
  assert.equal(words.summaryOfLive(30, 12, { state: 'read', complete: true }), '12 of 30 have watched.');
  assert.equal(words.summaryOfLive(12, 12, { state: 'unreachable', complete: false }), 'Watched by 12.');
});

test('names people without a name by their key, and the one who looks', () => {
  assert.equal(words.name({ key: 'abcdef123456', place: 'unknown', you: true }), 'Learner abcdef (you)');
});

test('tells a grade as the gradebook shows it, else as it was sent', () => {
  const grade = (told: Parameters<typeof gradeText>[0]) => gradeText(told, words, new Language('en'));
  assert.equal(grade({ shown: 80.5, sent: 90, state: 'delivered' }), '80.5%');
  assert.equal(grade({ sent: 90, state: 'waiting' }), '90%, on its way');
  assert.equal(grade({ sent: 90, state: 'declined' }), 'not graded by the platform');
  assert.equal(grade({}), '');
});
