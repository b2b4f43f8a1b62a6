import type { Now } from './clock';
import type { Fact } from './fact';
import type { Batch, FactQueue } from './factQueue';
import { backOff, retryAfter } from './retryPolicy';

const MAX_FACTS = 200;
const MAX_BYTES = 48 * 1_024;
/** Browsers allow 64 KiB for all keepalive requests of a page together; the rest is for headers. */
export const KEEPALIVE_BYTES = 60 * 1_024;
const REQUEST_TIMEOUT_MS = 30_000;

/** What a sender needs from the browser. */
export interface Wire {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: Now;
  readonly random: () => number;
  readonly later: (action: () => void, ms: number) => number;
  readonly cancel: (timer: number) => void;
  readonly online: () => boolean;
}

/** Whose facts, and where they go. `tokens`: the first is tried first, the next when it is refused. */
export interface Envelope {
  readonly api: string;
  readonly playback: string;
  readonly media: string;
  readonly tokens: readonly string[];
}

export interface SenderListener {
  /** The server has everything up to here; `taken` is what of that is news and was not refused. */
  committed(through: number, taken: readonly Fact[]): void;
  /** The server has ended the playback: it did not take these facts and will take no more. */
  closed(refused: readonly Fact[]): void;
  /** No token is good any more; the sender has stopped for good, the facts stay where they are. */
  sessionEnded(): void;
}

type Wait = 'none' | 'own' | 'asked';

/**
 * Sends one playback's queue to `POST {api}/facts` until it is empty: one request at a time, oldest first, again after
 * whatever goes wrong. Waits as long as the server asks, else with jitter; stops only when the session has ended.
 */
export class FactSender {
  readonly #queue: FactQueue;
  readonly #envelope: Envelope;
  readonly #wire: Wire;
  readonly #listener: SenderListener;
  #tokens: readonly string[];
  #maxFacts = MAX_FACTS;
  #failures = 0;
  #sending = false;
  #timer: number | undefined;
  #wait: Wait = 'none';
  #keepaliveBytes = 0;
  #lastInFarewell = 0;

  constructor(queue: FactQueue, envelope: Envelope, wire: Wire, listener: SenderListener) {
    this.#queue = queue;
    this.#envelope = envelope;
    this.#wire = wire;
    this.#listener = listener;
    this.#tokens = envelope.tokens;
  }

  get stopped(): boolean { return this.#tokens.length === 0; }

  /** Sends soon: within `ms`, unless something is already under way or a wait is on. */
  within(ms: number): void {
    if (this.#timer === undefined && !this.#sending && this.#wait === 'none') this.#schedule(ms);
  }

  /** Sends now, unless a request is under way or a wait is on. */
  async flush(): Promise<void> {
    if (this.#sending || this.stopped || this.#wait !== 'none') return;
    this.#clearTimer();
    this.#sending = true;
    let again = true;
    while (again && this.#queue.size > 0 && !this.stopped) again = await this.#sendBatch();
    this.#sending = false;
    // The network may have come back just while this attempt was failing: then no timer is left to go on.
    if (this.#queue.size > 0 && !this.stopped && this.#timer === undefined) this.#schedule(0);
  }

  /** The network is back: our own waiting ends, the server's does not. */
  online(): void {
    if (this.#wait === 'own') this.#endWait();
    void this.flush();
  }

  /**
   * The page may vanish: hands the oldest facts to the browser, which sends them even then. What is under way goes again,
   * since an ordinary request dies with the page; the server knows facts by their number. A wait the server asked for is
   * kept when the facts outlive the page anyway.
   */
  farewell(outlivesPage: boolean): void {
    if (this.stopped || this.#queue.size === 0 || (this.#wait === 'asked' && outlivesPage)) return;
    const room = KEEPALIVE_BYTES - this.#keepaliveBytes;
    const head = this.#head().length + 2;
    const batch = this.#queue.batch(this.#maxFacts, room - head);
    const bytes = batch.bytes + head;
    // Browsers say hidden and gone one after the other: what one farewell carries the next need not.
    if (bytes > room || batch.last <= this.#lastInFarewell) return;
    this.#keepaliveBytes += bytes;
    this.#lastInFarewell = batch.last;
    void this.#post(batch.json, true)
      .then((response) => this.#read(response, batch))
      .catch((cause: unknown) => console.debug('farewell not delivered', cause))
      .finally(() => {
        this.#keepaliveBytes -= bytes;
        if (this.#lastInFarewell === batch.last) this.#lastInFarewell = 0;
      });
  }

  async #sendBatch(): Promise<boolean> {
    if (!this.#wire.online()) return this.#waitFor(backOff(++this.#failures, 1), 'own');
    const batch = this.#queue.batch(this.#maxFacts, MAX_BYTES);
    let response: Response;
    try {
      response = await this.#post(batch.json, false);
    } catch (cause) {
      console.debug('facts not delivered', cause);
      return this.#waitFor(backOff(++this.#failures, this.#wire.random()), 'own');
    }
    return this.#settle(response, batch);
  }

  /** Decides by the answer whether to go on at once. */
  async #settle(response: Response, batch: Batch): Promise<boolean> {
    if (response.ok) {
      if (await this.#read(response, batch)) {
        this.#failures = 0;
        return true;
      }
      // Nothing new was committed: asking again at once would ask for ever.
      return this.#waitFor(backOff(++this.#failures, this.#wire.random()), 'own');
    }
    if (response.status === 401 || response.status === 403) return this.#nextToken();
    if (response.status === 413 && batch.count > 1) {
      this.#maxFacts = Math.floor(batch.count / 2);
      return true;
    }
    const asked = retryAfter(response.headers.get('Retry-After'), this.#wire.now());
    if (asked !== undefined) return this.#waitFor(asked + this.#wire.random() * 500, 'asked');
    return this.#waitFor(backOff(++this.#failures, this.#wire.random()), 'own');
  }

  /** Reads `{through, refused}`; true when something new is committed, or the batch is (a farewell may have been faster). */
  async #read(response: Response, batch: Batch): Promise<boolean> {
    if (!response.ok) return false;
    const answer = (await response.json().catch(() => undefined)) as { through?: unknown; refused?: unknown } | undefined;
    if (typeof answer?.through !== 'number') return false;
    const reasons = refusals(answer.refused);
    const settled = this.#queue.committed(answer.through);
    const taken = settled.filter(({ seq }) => !reasons.has(seq));
    if (settled.length > 0) this.#listener.committed(answer.through, taken.map(({ fact }) => fact));
    if ([...reasons.values()].includes('closed')) {
      this.#listener.closed(settled.filter(({ seq }) => reasons.get(seq) === 'closed').map(({ fact }) => fact));
    }
    return settled.length > 0 || answer.through >= batch.last;
  }

  #nextToken(): boolean {
    this.#tokens = this.#tokens.slice(1);
    if (this.stopped) this.#listener.sessionEnded();
    return !this.stopped;
  }

  #post(factsJson: string, keepalive: boolean): Promise<Response> {
    return this.#wire.fetch(`${this.#envelope.api}/facts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#tokens[0] ?? ''}` },
      body: `${this.#head()}${factsJson}}`,
      credentials: 'omit',
      cache: 'no-store',
      keepalive,
      ...(keepalive ? {} : { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
    });
  }

  #head(): string {
    const { playback, media } = this.#envelope;
    const head = JSON.stringify({ playback, media, sent: new Date(this.#wire.now()).toISOString() });
    return `${head.slice(0, -1)},"facts":`;
  }

  #waitFor(ms: number, wait: Wait): false {
    this.#wait = wait;
    this.#schedule(ms);
    return false;
  }

  #endWait(): void {
    this.#wait = 'none';
    this.#failures = 0;
    this.#clearTimer();
  }

  #schedule(ms: number): void {
    this.#clearTimer();
    this.#timer = this.#wire.later(() => {
      this.#timer = undefined;
      this.#wait = 'none';
      void this.flush();
    }, ms);
  }

  #clearTimer(): void {
    if (this.#timer !== undefined) this.#wire.cancel(this.#timer);
    this.#timer = undefined;
  }
}

/** The reasons of an answer's `refused`, by number. */
function refusals(refused: unknown): ReadonlyMap<unknown, unknown> {
  if (!Array.isArray(refused) || refused.length === 0) return new Map();
  console.debug('facts refused', refused);
  return new Map((refused as { seq?: unknown; reason?: unknown }[]).map((one) => [one?.seq, one?.reason]));
}
