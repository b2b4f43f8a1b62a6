import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Asked, Heard, Surroundings } from '../binding/platformMessages';
import { keep, takeBack, type Place } from '../binding/platformStorage';
import { settled } from './workbench';

const ORIGIN = 'https://lms.example.edu';
type Message = { subject: string; message_id: string; key?: string; value?: string | null };
type Reply = Record<string, unknown> | undefined;

/** A browser with one page of ours in it; time passes only by winding. */
class Browser implements Surroundings {
  time = 0;
  host: (Asked & { frames: unknown }) | undefined;
  readonly #listeners = new Set<(event: Heard) => void>();
  readonly #timers = new Map<number, { at: number; action: () => void }>();
  #next = 1;

  listen = (listener: (event: Heard) => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  later = (action: () => void, ms: number) => {
    this.#timers.set(this.#next, { at: this.time + ms, action });
    return this.#next++;
  };
  cancel = (timer: number) => void this.#timers.delete(timer);
  now = () => this.time;
  id = () => `id-${this.#next++}`;

  hear(source: unknown, origin: string, data: unknown): void {
    for (const listener of [...this.#listeners]) listener({ origin, source: source as MessageEventSource, data });
  }
  get listening(): number { return this.#listeners.size; }
  get waiting(): number { return this.#timers.size; }

  async wind(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settled();
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.time = Math.max(this.time, due[1].at);
      due[1].action();
    }
    this.time = end;
  }
}

/** A platform's window: hears what is sent to its origin alone, as windows do, and answers after 10 ms. */
class Platform implements Asked {
  readonly heard: Message[] = [];
  readonly targets = new Set<string>();
  readonly stored = new Map<string, string>();
  readonly frames: Record<string, unknown> = {};
  names = ['lti.', 'org.imsglobal.lti.'];
  capabilities: Reply = { supported_messages: ['capabilities', 'put_data', 'get_data'].map((one) => ({ subject: `lti.${one}` })) };
  silent = false;
  answersFrom = ORIGIN;
  change: (reply: Record<string, unknown>) => Record<string, unknown> = (reply) => reply;
  source: unknown = this;

  constructor(readonly browser: Browser, readonly origin = ORIGIN) {}

  postMessage(message: unknown, targetOrigin: string): void {
    this.targets.add(targetOrigin);
    if (targetOrigin !== this.origin || this.silent) return;
    const asked = message as Message;
    this.heard.push(asked);
    const prefix = this.names.find((name) => asked.subject.startsWith(name) && !asked.subject.slice(name.length).includes('.'));
    if (prefix === undefined) return;
    const reply = this.#reply(asked, asked.subject.slice(prefix.length));
    if (reply) this.browser.later(() => this.browser.hear(this.source, this.answersFrom, this.change({ subject: `${asked.subject}.response`, message_id: asked.message_id, ...reply })), 10);
  }

  #reply(asked: Message, what: string): Reply {
    if (what === 'capabilities') return this.capabilities;
    if (what === 'put_data') {
      if (asked.value === null) this.stored.delete(asked.key ?? '');
      else this.stored.set(asked.key ?? '', asked.value ?? '');
      return { key: asked.key, value: asked.value };
    }
    return { key: asked.key, value: this.stored.get(asked.key ?? '') ?? null };
  }
}

let browser: Browser;
let platform: Platform;
const place = (frame = '_parent'): Place => ({ frame, origin: ORIGIN, key: 'lti_abc' });

beforeEach(() => {
  browser = new Browser();
  platform = new Platform(browser);
  browser.host = platform;
});

async function after<T>(ms: number, promise: Promise<T>): Promise<T | 'still waiting'> {
  let result: T | 'still waiting' = 'still waiting';
  void promise.then((value) => { result = value; });
  await browser.wind(ms);
  await settled();
  return result;
}

test('what is kept comes back once and is then forgotten', async () => {
  assert.equal(await after(100, keep(browser, place(), 's3cret')), true);
  assert.equal(platform.stored.get('lti_abc'), 's3cret');
  assert.equal(await after(100, takeBack(browser, place())), 's3cret');
  assert.equal(platform.stored.size, 0);
  assert.deepEqual([browser.listening, browser.waiting], [0, 0]);
});

test('nothing is ever sent to anybody but the registered origin', async () => {
  for (const silent of [false, true]) {
    platform.silent = silent;
    await after(5_000, keep(browser, place(), 's3cret'));
    await after(5_000, takeBack(browser, place()));
  }
  assert.deepEqual([...platform.targets], [ORIGIN]);
});

test('a window of another origin learns nothing', async () => {
  browser.host = platform = new Platform(browser, 'https://evil.example');
  assert.equal(await after(5_000, keep(browser, place(), 's3cret')), false);
  assert.equal(platform.heard.length, 0);
});

test('a platform that announces storage and never answers is waited for less than 3 s in both pages together', async () => {
  platform.silent = true;
  assert.equal(await after(1_450, keep(browser, place(), 's3cret')), false);
  assert.equal(await after(1_450, takeBack(browser, place())), undefined);
  assert.deepEqual([browser.listening, browser.waiting], [0, 0]);
});

test('a named frame beside ours is asked, not the parent', async () => {
  const forwarder = new Platform(browser);
  browser.host = platform = new Platform(browser, 'https://school.example.edu');
  platform.frames['post_message_forwarding'] = forwarder;
  assert.equal(await after(100, keep(browser, place('post_message_forwarding'), 's3cret')), true);
  assert.equal(forwarder.stored.get('lti_abc'), 's3cret');
  assert.equal(platform.targets.size, 0);
});

test('a frame that is not there, or a name that means something else, makes the parent the one to ask', async () => {
  browser.host = Object.assign(platform, {
    frames: new Proxy({ closed: false, length: 1 } as Record<string, unknown>, {
      get(target, name) {
        if (name in target) return target[String(name)];
        throw new DOMException('cross-origin', 'SecurityError');
      },
    }),
  });
  for (const name of ['no_such_frame', 'closed', 'length']) assert.equal(await after(100, keep(browser, place(name), 's3cret')), true, name);
});

test('the capabilities may name another frame for a message', async () => {
  const store = new Platform(browser);
  platform.frames['lti_storage_frame'] = store;
  platform.capabilities = { supported_messages: [null, { subject: 'lti.put_data', frame: 'lti_storage_frame' }] };
  assert.equal(await after(100, keep(browser, place(), 's3cret')), true);
  assert.equal(store.stored.get('lti_abc'), 's3cret');
});

test('platforms that know only the older names are understood', async () => {
  platform.names = ['org.imsglobal.lti.'];
  platform.capabilities = { supported_messages: [{ subject: 'org.imsglobal.lti.put_data' }, { subject: 'org.imsglobal.lti.get_data' }] };
  assert.equal(await after(100, keep(browser, place(), 's3cret')), true);
  assert.equal(await after(100, takeBack(browser, place())), 's3cret');
});

test('a platform without capabilities is asked for its storage all the same', async () => {
  platform.capabilities = undefined;
  assert.equal(await after(1_400, keep(browser, place(), 's3cret')), true);
  assert.equal(await after(1_400, takeBack(browser, place())), 's3cret');
});

test('a platform that says it has no storage is believed at once', async () => {
  platform.capabilities = { supported_messages: [{ subject: 'lti.frameResize' }] };
  assert.equal(await after(50, keep(browser, place(), 's3cret')), false);
  assert.equal(platform.stored.size, 0);
});

test('an error answer ends the waiting', async () => {
  platform.change = (reply) => (String(reply['subject']).includes('put_data') ? { ...reply, error: { code: 'storage_exhaustion', message: 'full' } } : reply);
  assert.equal(await after(100, keep(browser, place(), 's3cret')), false);
});

test('frames that are still loading are asked again', async () => {
  platform.silent = true;
  const kept = keep(browser, place(), 's3cret');
  await browser.wind(300);
  platform.silent = false;
  assert.equal(await after(400, kept), true);
});

test('answers from elsewhere, to other questions or about other keys are not believed', async () => {
  platform.stored.set('lti_abc', 'planted');
  const wrong: [string, () => void][] = [
    ['origin', () => { platform.answersFrom = 'https://evil.example'; }],
    ['source', () => { platform.source = new Platform(browser); }],
    ['message_id', () => { platform.change = (reply) => ({ ...reply, message_id: 'another' }); }],
    ['subject', () => { platform.change = (reply) => ({ ...reply, subject: String(reply['subject']).replace('.response', '') }); }],
    ['key', () => { platform.change = (reply) => (reply['key'] ? { ...reply, key: 'lti_other' } : reply); }],
    ['text', () => { platform.change = (reply) => JSON.stringify(reply) as unknown as Record<string, unknown>; }],
    ['value', () => { platform.change = (reply) => ('value' in reply ? { ...reply, value: { toString: () => 'planted' } } : reply); }],
  ];
  for (const [what, spoil] of wrong) {
    platform = new Platform(browser);
    platform.stored.set('lti_abc', 'planted');
    browser.host = platform;
    spoil();
    assert.equal(await after(3_000, takeBack(browser, place())), undefined, what);
    assert.equal(browser.listening, 0, what);
  }
  platform = new Platform(browser);
  browser.host = platform;
  platform.change = (reply) => ('value' in reply ? { ...reply, value: 'something else' } : reply);
  assert.equal(await after(3_000, keep(browser, place(), 's3cret')), false, 'kept something else');
});

test('a page in a window of its own, opened by nobody, does not wait', async () => {
  browser.host = undefined;
  assert.equal(await after(0, keep(browser, place(), 's3cret')), false);
  assert.equal(await after(0, takeBack(browser, place())), undefined);
});
