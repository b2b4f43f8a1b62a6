import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { isPassing, markPassing, recallPage, rememberPage } from '../session/reopening';

/** One tab: several frames share the storage, each has a history entry of its own. */
let stored: Record<string, unknown>;
let entry: { state: unknown; address: string };

function browser(storageIsBlocked: boolean): void {
  stored = Object.create({
    setItem(key: string, value: string) { stored[key] = value; },
    getItem: (key: string) => stored[key] ?? null,
  }) as Record<string, unknown>;
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get() {
      if (storageIsBlocked) throw new DOMException('denied', 'SecurityError');
      return stored;
    },
  });
  newFrame();
}

function newFrame(): void {
  entry = { state: null, address: '/lti/launch' };
  const replaceState = (state: unknown, _: string, address: string) => { entry = { state: structuredClone(state), address }; };
  Object.defineProperty(globalThis, 'history', { configurable: true, value: { get state() { return entry.state; }, replaceState } });
}

beforeEach(() => browser(false));

test('a reload finds its own page among several in the same tab', () => {
  rememberPage('/session', { token: 'a', media: 'intro' }, 1);
  const first = entry;
  newFrame();
  rememberPage('/session', { token: 'b', media: 'outro' }, 2);
  entry = first;
  assert.equal(entry.address, '/session');
  assert.deepEqual([recallPage()?.token, recallPage()?.media], ['a', 'intro']);
});

test('the token is neither in the address nor in the history entry while storage works', () => {
  rememberPage('/session', { token: 'secret-token' }, 1);
  assert.equal(JSON.stringify(entry).includes('secret-token'), false);
});

test('a frame that lost its entry opens the newest page of its tab', () => {
  rememberPage('/session', { token: 'a' }, 1);
  rememberPage('/session', { token: 'b' }, 2);
  newFrame();
  assert.equal(recallPage()?.token, 'b');
});

test('a reload works where the browser blocks storage inside the frame', () => {
  browser(true);
  rememberPage('/session', { token: 'a', media: 'intro' }, 1);
  assert.deepEqual(recallPage(), { token: 'a', media: 'intro' });
});

test('a step on the way is known as one, and a page is none', () => {
  markPassing('/session');
  assert.deepEqual([entry.address, isPassing()], ['/session', true]);
  newFrame();
  assert.equal(isPassing(), false);
  rememberPage('/session', { token: 'a' }, 1);
  assert.equal(isPassing(), false);
});

test('a tab that knows nothing recalls nothing, blocked or not', () => {
  assert.equal(recallPage(), undefined);
  browser(true);
  assert.equal(recallPage(), undefined);
});
