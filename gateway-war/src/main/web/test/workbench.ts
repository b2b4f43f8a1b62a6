import type { Fact, NumberedFact } from '../report/fact';
import type { FactShelf, KeptPlayback, Leftover } from '../report/factShelf';
import type { Wire } from '../report/factSender';

// What is only for a developer's eyes in the browser would drown the test report.
console.debug = () => {};

export interface SentRequest {
  readonly token: string;
  readonly keepalive: boolean;
  readonly bytes: number;
  readonly playback: string;
  readonly seqs: readonly number[];
  readonly body: { facts: { seq: number; at: string; kind: string; time?: number; player?: object }[]; sent: string; media: string };
}
type Answer = 'commit' | 'hang' | 'drop' | { status: number; headers?: Record<string, string>; body?: unknown };

/** A hand-wound browser: clock, timers, network and a server that commits contiguous facts, as design §5 says. */
export class Workbench {
  time = 1_700_000_000_000;
  isOnline = true;
  random = 0.5;
  readonly requests: SentRequest[] = [];
  readonly committed = new Map<string, number>();
  /** Playbacks the server has ended, by a sweep or by their `leave`: it takes no new fact of theirs. */
  readonly closed = new Set<string>();
  /** What the next requests meet; when used up, facts are committed. */
  answers: Answer[] = [];
  #timers = new Map<number, { at: number; action: () => void }>();
  #nextTimer = 1;
  #hanging: (() => void)[] = [];

  readonly wire: Wire = {
    fetch: (url, init) => this.#fetch(url, init),
    now: () => this.time,
    random: () => this.random,
    later: (action, ms) => {
      this.#timers.set(this.#nextTimer, { at: this.time + ms, action });
      return this.#nextTimer++;
    },
    cancel: (timer) => void this.#timers.delete(timer),
    online: () => this.isOnline,
  };

  /** Winds the clock on, running each timer at its time and letting promises finish in between. */
  async wind(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.time = Math.max(this.time, due[1].at);
      due[1].action();
      await settled();
    }
    this.time = end;
  }

  /** Lets every hanging request fail, as a page's end does. */
  async cutHanging(): Promise<void> {
    for (const cut of this.#hanging.splice(0)) cut();
    await settled();
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const text = String(init.body);
    const body = JSON.parse(text) as SentRequest['body'] & { playback: string };
    const token = new Headers(init.headers).get('Authorization')?.replace('Bearer ', '') ?? '';
    this.requests.push({ token, keepalive: init.keepalive === true, bytes: Buffer.byteLength(text), playback: body.playback, seqs: body.facts.map(({ seq }) => seq), body });
    if (url !== '/api/v1/facts') throw new TypeError(`nobody listens at ${url}`);
    const answer = this.answers.shift() ?? 'commit';
    if (answer === 'drop') throw new TypeError('network failed');
    if (answer === 'hang') return new Promise((_, reject) => this.#hanging.push(() => reject(new TypeError('aborted'))));
    if (answer !== 'commit') return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status, ...(answer.headers ? { headers: answer.headers } : {}) });
    const refused = this.closed.has(body.playback) ? this.#unknown(body.playback, body.facts) : [];
    return Response.json({ through: this.#commit(body.playback, body.facts), ...(refused.length > 0 ? { refused } : {}) }, { status: 202 });
  }

  #unknown(playback: string, facts: readonly { seq: number }[]): { seq: number; reason: string }[] {
    const through = this.committed.get(playback) ?? 0;
    return facts.filter(({ seq }) => seq > through).map(({ seq }) => ({ seq, reason: 'closed' }));
  }

  #commit(playback: string, facts: readonly { seq: number }[]): number {
    let through = this.committed.get(playback) ?? 0;
    for (const { seq } of facts) if (seq === through + 1) through = seq;
    this.committed.set(playback, through);
    return through;
  }
}

/** A shelf in memory that behaves like the one in IndexedDB; `factShelf.test.ts` holds both to the same promises. */
export class MemoryShelf implements FactShelf {
  readonly durable = true;
  readonly #playbacks = new Map<string, KeptPlayback>();
  readonly #facts = new Map<string, NumberedFact[]>();

  async put(kept: KeptPlayback, fact: NumberedFact): Promise<void> {
    this.#playbacks.set(kept.playback, kept);
    const others = (this.#facts.get(kept.playback) ?? []).filter(({ seq }) => seq !== fact.seq);
    this.#facts.set(kept.playback, [...others, fact].sort((a, b) => a.seq - b.seq));
  }

  async drop(playback: string, through: number): Promise<void> {
    const left = (this.#facts.get(playback) ?? []).filter(({ seq }) => seq > through);
    this.#facts.set(playback, left);
    if (left.length === 0) this.#playbacks.delete(playback);
  }

  async leftovers(): Promise<readonly Leftover[]> {
    return [...this.#playbacks.values()].map((kept) => ({ kept, facts: this.#facts.get(kept.playback) ?? [] }));
  }
}

export function heartbeat(time: number, at = 1_700_000_000_000 + time * 1_000): Fact {
  return { kind: 'heartbeat', at, time };
}

/** Until everything that can run without a timer has run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
