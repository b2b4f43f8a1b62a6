import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { beginnings } from '../player/chapterMarks';
import { tellLength } from '../player/knownLength';
import { walksMenu } from '../player/menuKeys';
import type { BridgeEvent, PlayerBridge } from '../player/playerBridge';
import { keepPreferences, recallPreferences, rememberPreferences } from '../player/preferences';
import { choicesOf, enableOnly } from '../player/qualityLevels';
import { RestingSettings } from '../player/restingSettings';
import { commandOf, nextSpeed, Shortcuts } from '../player/shortcuts';
import { Following } from '../player/transcriptFollowing';

console.debug = () => {};

const key = (name: string, held: object = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, preventDefault() {}, ...held });

/** A player that only stands there. */
class StandIn {
  readonly known: boolean = true;
  time = 50;
  duration = 100;
  paused = true;
  rate = 1;
  volume = 0.5;
  muted = false;
  captions = '';
  readonly #listeners = new Map<BridgeEvent, Set<() => void>>();

  play(): void { this.paused = false; }
  pause(): void { this.paused = true; }
  seek(seconds: number): void { this.time = seconds; }
  on(event: BridgeEvent, listener: () => void): () => void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
    return () => this.#listeners.get(event)?.delete(listener);
  }
  tell(event: BridgeEvent): void { for (const listener of this.#listeners.get(event) ?? []) listener(); }
  get bridge(): PlayerBridge { return this as unknown as PlayerBridge; }
}

function storage(blocked: boolean): void {
  const kept = new Map<string, string>();
  const refuse = () => { throw new Error('SecurityError'); };
  const value = { getItem: blocked ? refuse : (name: string) => kept.get(name) ?? null, setItem: blocked ? refuse : (name: string, text: string) => { kept.set(name, text); } };
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value });
}

beforeEach(() => storage(false));

test('keys of the browser stay the browser’s', () => {
  for (const held of ['ctrlKey', 'altKey', 'metaKey']) assert.equal(commandOf(key('k', { [held]: true })), undefined);
  assert.equal(commandOf(key('Tab')), undefined);
  assert.deepEqual(commandOf(key('K')), { do: 'play' });
  assert.deepEqual(commandOf(key('7')), { do: 'to', share: 7 });
});

test('keys never leave the video, and do nothing of what cannot be', () => {
  const player = new StandIn();
  const shortcuts = new Shortcuts(player.bridge, [0.5, 1, 2], ['de', 'en'], { fullScreen() {}, pictureInPicture() {}, help() {} });
  const after = (...names: string[]) => { for (const name of names) shortcuts.press(key(name)); return player.time; };
  assert.equal(after('l', 'ArrowRight'), 65);
  assert.equal(after('End', 'l'), 100);
  assert.equal(after('2', 'j', 'j', 'j'), 0);
  player.duration = Infinity;
  assert.equal(after('9'), 0);
  shortcuts.press(key('c'));
  assert.equal(player.captions, 'de');
  shortcuts.press(key('c'));
  assert.equal(player.captions, '');
  for (let press = 0; press < 9; press += 1) shortcuts.press(key('ArrowUp'));
  assert.equal(player.volume, 1);
  assert.equal(shortcuts.press(key('x')), false);
});

test('captions come back in the language last shown', () => {
  rememberPreferences({ captions: 'en' });
  const player = new StandIn();
  new Shortcuts(player.bridge, [1], ['de', 'en'], { fullScreen() {}, pictureInPicture() {}, help() {} }).press(key('c'));
  assert.equal(player.captions, 'en');
});

test('speeds go step by step and end where none is left', () => {
  assert.equal(nextSpeed([0.5, 1, 1.5, 2], 1, 1), 1.5);
  assert.equal(nextSpeed([0.5, 1, 1.5, 2], 1.1, -1), 1);
  assert.equal(nextSpeed([0.5, 1, 1.5, 2], 2, 1), 2);
});

test('what a learner likes is kept, and for this page where nothing may be kept', () => {
  rememberPreferences({ volume: 0.3 });
  assert.equal(recallPreferences().volume, 0.3);
  storage(true);
  assert.deepEqual(recallPreferences(), {});
  rememberPreferences({ volume: 0.7, captions: 'de' });
  assert.deepEqual(recallPreferences(), { volume: 0.7, captions: 'de' });
  storage(false);
  rememberPreferences({ speed: 2 });
  assert.deepEqual(recallPreferences(), { volume: 0.7, captions: 'de', speed: 2 });
});

test('a video without captions does not forget the captions that a learner likes', () => {
  rememberPreferences({ captions: 'de', volume: 0.2 });
  const player = new StandIn();
  Object.defineProperty(player, 'captions', { get: () => '', set() {} });
  keepPreferences(player.bridge);
  assert.equal(player.volume, 0.2);
  player.volume = 0.9;
  player.tell('settings');
  assert.deepEqual(recallPreferences(), { captions: 'de', volume: 0.9, muted: false });
});

test('a player that knows its captions late gets the liked ones then', () => {
  rememberPreferences({ captions: 'de' });
  const player = Object.assign(new StandIn(), { known: false });
  keepPreferences(player.bridge);
  player.captions = '';
  player.tell('loadedmetadata');
  assert.equal(player.captions, 'de');
});

test('picture in picture is told by the size the picture has there', () => {
  const settings = new RestingSettings({ playbackSize: '600x338', screenSize: '1920x1080' });
  settings.set({ pictureInPicture: false, playbackSize: '600x338' }, 0);
  assert.deepEqual(settings.rested(1_000), []);
  settings.set({ pictureInPicture: true, playbackSize: '320x180' }, 1_000);
  assert.deepEqual(settings.rested(1_399), []);
  assert.deepEqual(settings.rested(1_400), [{ at: 1_000, changed: { screenSize: '1920x1080', playbackSize: '320x180' } }]);
});

test('a choice of quality is offered by height, entered by switching it on anew, and never leaves a player without a level', () => {
  const levels = [{ height: 360, enabled: true }, { height: 1080, enabled: true }, { height: 1080, enabled: true }, { enabled: true }];
  assert.deepEqual(choicesOf(levels), [1080, 360]);
  let fewest = Infinity;
  let entered: (number | undefined)[] = [];
  const watched = levels.map((level) => ({
    ...level,
    get enabled() { return level.enabled; },
    set enabled(on: boolean) {
      if (on && !level.enabled) entered.push(level.height);
      level.enabled = on;
      fewest = Math.min(fewest, levels.filter((one) => one.enabled).length);
    },
  }));
  const choose = (height: number | undefined) => { entered = []; enableOnly(watched, height); return entered.at(-1); };
  assert.equal(choose(360), 360);
  assert.equal(choose(1080), 1080);
  assert.deepEqual(levels.map(({ enabled }) => enabled), [false, true, true, false]);
  assert.equal(choose(1080), undefined);
  assert.ok(fewest > 0);
  choose(undefined);
  assert.deepEqual(entered, [360, undefined]);
  assert.ok(levels.every(({ enabled }) => enabled));
});

test('home and end go through an open menu, not through the video', () => {
  const walked: string[] = [];
  const items = ['first', 'second', 'last'].map((name) => ({ focus: () => walked.push(name) }));
  const inMenu = { closest: () => ({ querySelectorAll: () => items }) };
  const press = (name: string, target: object) => walksMenu({ ...key(name), target: target as unknown as EventTarget });
  assert.deepEqual([press('End', inMenu), press('Home', inMenu), press('m', inMenu)], [true, true, false]);
  assert.deepEqual(walked, ['last', 'first']);
  assert.equal(press('Home', { closest: () => null }), false);
});

test('a recording that does not tell its length has the one that the library knows, until it tells', () => {
  let length = NaN;
  let changed = () => {};
  const set = (seconds: number) => { if (seconds !== length) { length = seconds; changed(); } return length; };
  tellLength({ duration: (seconds) => (seconds === undefined ? length : set(seconds)), on: (_, listener) => { changed = listener; } }, 6.245);
  set(Infinity);
  assert.equal(length, 6.245);
  set(6.3);
  assert.equal(length, 6.3);
});

test('marks stand where chapters begin, none at the very start and none without a length', () => {
  const chapters = [0, 25, 50].map((from) => ({ from, to: from + 25, words: 'x' }));
  assert.deepEqual(beginnings(chapters, 100), [0.25, 0.5]);
  assert.deepEqual(beginnings(chapters, NaN), []);
  assert.deepEqual(beginnings(chapters, Infinity), []);
});

test('the transcript lets go when the reader scrolls away, and follows again when they are back', () => {
  const following = new Following();
  following.scrolls(0, 800);
  following.moved(400, false);
  assert.equal(following.follows, true);
  following.touched();
  following.moved(450, false);
  assert.equal(following.follows, false);
  following.moved(5_000, false);
  assert.equal(following.follows, false);
  following.moved(6_000, true);
  assert.equal(following.follows, true);
});
