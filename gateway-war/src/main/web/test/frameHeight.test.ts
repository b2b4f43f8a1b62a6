import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameHeight } from '../ui/frameHeight';

type Message = readonly [unknown, string];

function frame(around: { origin?: string; referrer?: string }): { sent: Message[]; height: FrameHeight } {
  const sent: Message[] = [];
  const window = {
    parent: { postMessage: (message: unknown, origin: string) => { sent.push([message, origin]); } },
    location: around.origin ? { ancestorOrigins: { length: 1, item: () => around.origin ?? null } } : {},
    document: { referrer: around.referrer ?? '' },
  };
  return { sent, height: new FrameHeight(window) };
}

test('asks the page around it, by its exact origin, for the height it needs', () => {
  const { sent, height } = frame({ origin: 'https://lms.example.edu' });
  height.tell(700.2);
  assert.deepEqual(sent, [[{ subject: 'lti.frameResize', height: 701 }, 'https://lms.example.edu']]);
});

test('takes the origin of the page it came from where the browser tells no other', () => {
  const { sent, height } = frame({ referrer: 'https://lms.example.edu/course/5?secret=1' });
  height.tell(700);
  assert.equal(sent[0]?.[1], 'https://lms.example.edu');
});

test('tells nobody when nobody is known to be around', () => {
  for (const around of [{}, { origin: 'null' }, { referrer: 'about:blank' }]) {
    const { sent, height } = frame(around);
    height.tell(700);
    assert.deepEqual(sent, []);
  }
});

test('is silent in a window of its own', () => {
  const sent: Message[] = [];
  const window = { parent: undefined as unknown, location: {}, document: { referrer: 'https://lms.example.edu/' } };
  window.parent = Object.assign(window, { postMessage: (message: unknown, origin: string) => { sent.push([message, origin]); } });
  new FrameHeight(window as never).tell(700);
  assert.deepEqual(sent, []);
});

test('does not move the page for a few pixels', () => {
  const { sent, height } = frame({ origin: 'https://lms.example.edu' });
  for (const pixels of [700, 703, 697, 720]) height.tell(pixels);
  assert.deepEqual(sent.map(([message]) => (message as { height: number }).height), [700, 720]);
});
