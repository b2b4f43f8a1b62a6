import type { Fact } from './fact';
import { FactQueue } from './factQueue';
import { FactSender, type Envelope, type Wire } from './factSender';
import type { FactShelf, KeptPlayback } from './factShelf';

/** This many waiting facts are sent without waiting for the next round. */
const ENOUGH = 20;

/** The session as far as reporting needs it. */
export interface ReportingSession {
  readonly api: string;
  readonly token: string;
  readonly owner?: string;
  readonly flushSeconds: number;
}

/**
 * Takes the facts of one playback and gets them to the server: kept on the shelf at once, sent every few seconds,
 * forgotten only when the server says they are committed. A new playback needs a new reporter.
 */
export class FactReporter {
  readonly #kept: Omit<KeptPlayback, 'touched'>;
  readonly #queue = new FactQueue();
  readonly #sender: FactSender;
  readonly #shelf: FactShelf;
  readonly #wire: Wire;
  readonly #flushMs: number;

  constructor(session: ReportingSession, playback: string, media: string, shelf: FactShelf, wire: Wire, onSessionEnded: () => void) {
    const { api, token, owner } = session;
    const envelope: Envelope = { api, playback, media, tokens: [token] };
    this.#kept = { playback, media, api, token, ...(owner === undefined ? {} : { owner }) };
    this.#shelf = shelf;
    this.#wire = wire;
    // Memory dies with the page, so send more often when it is all there is.
    this.#flushMs = session.flushSeconds * (shelf.durable ? 1_000 : 500);
    this.#sender = new FactSender(this.#queue, envelope, wire, {
      committed: (through) => void shelf.drop(playback, through),
      sessionEnded: onSessionEnded,
    });
  }

  report(fact: Fact): void {
    const numbered = this.#queue.add(fact);
    void this.#shelf.put({ ...this.#kept, touched: this.#wire.now() }, numbered);
    if (this.#queue.size >= ENOUGH) void this.#sender.flush();
    else this.#sender.within(this.#flushMs);
  }

  online(): void { this.#sender.online(); }

  /** The page is hidden or goes away. */
  farewell(): void { this.#sender.farewell(this.#shelf.durable); }
}
