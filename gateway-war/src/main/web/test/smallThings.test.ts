import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Language } from '../language/language';
import { isWorthAsking } from '../player/resumePrompt';
import { Watched } from '../player/watched';
import { steadyClock } from '../report/clock';
import { backOff, retryAfter } from '../report/retryPolicy';
import { randomId } from '../session/randomId';

test('reads Retry-After as seconds or date, within one second and one hour', () => {
  const now = Date.UTC(2026, 10, 22, 10);
  assert.equal(retryAfter('120', now), 120_000);
  assert.equal(retryAfter('Sun, 22 Nov 2026 10:01:00 GMT', now), 60_000);
  assert.equal(retryAfter('0', now), 1_000);
  assert.equal(retryAfter('999999', now), 3_600_000);
  for (const nonsense of [null, '', 'soon']) assert.equal(retryAfter(nonsense, now), undefined);
});

test('backs off up to a minute', () => {
  assert.deepEqual([1, 2, 5, 99].map((failures) => backOff(failures, 1)), [1_000, 2_000, 16_000, 60_000]);
  assert.equal(backOff(3, 0), 0);
});

test('the clock never runs backwards and keeps its pace', () => {
  const readings = [100, 200, 50, 60];
  const now = steadyClock(() => readings.shift() ?? 0);
  assert.deepEqual([now(), now(), now(), now()], [100, 200, 200, 210]);
});

test('watched stretches join; a jump is not watching', () => {
  const watched = new Watched([[20, 30], [0, 12.3]]);
  for (const time of [12, 12.5, 13, 40, 40.5]) watched.playedAt(time, 1);
  assert.deepEqual(watched.stretches, [[0, 13], [20, 30], [40, 40.5]]);
  assert.equal(watched.share(47), 0.5);
  watched.interrupt();
  assert.equal(watched.playedAt(41, 1), false);
});

test('never says all is watched when it is not', () => {
  const language = new Language('en');
  assert.deepEqual([0, 0.29, 0.999, 1, 1.2].map((share) => language.percent(share)), ['0%', '29%', '99%', '100%', '100%']);
});

test('speaks the language of the launch, else English with the locale\'s numbers', () => {
  assert.equal(new Language('de-AT').say('player.continueAt', { time: '4:12' }), 'Weiter bei 4:12');
  assert.equal(new Language('fr').say('player.startOver'), 'Start over');
  assert.equal(new Language('fr').words, 'en');
  for (const odd of [undefined, '', 'no such locale!', 'de_DE']) assert.ok(new Language(odd).say('player.transcript').length > 0);
  assert.equal(new Language('de_DE').words, 'de');
});

test('writes positions as players do', () => {
  const language = new Language('en');
  assert.deepEqual([0, 7.9, 252, 3_723].map((seconds) => language.clock(seconds)), ['0:00', '0:07', '4:12', '1:02:03']);
});

test('asks where to start only when there is a choice', () => {
  assert.deepEqual([undefined, 1, 30, 99].map((at) => isWorthAsking(at, 100)), [false, false, true, false]);
  assert.equal(isWorthAsking(30, NaN), true);
  assert.equal(isWorthAsking(30, Infinity), false);
});

test('ids are version 4 UUIDs', () => {
  assert.match(randomId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
