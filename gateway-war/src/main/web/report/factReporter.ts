import type { Fact } from './fact';
import { FactQueue } from './factQueue';
import { FactSender, type Wire } from './factSender';
import type { FactShelf, KeptPlayback } from './factShelf';
import { Standing } from './standing';

/** This many waiting facts are sent without waiting for the next round. */
const ENOUGH = 20;

/** The session as far as reporting needs it. */
export interface ReportingSession {
  readonly api: string;
  readonly token: string;
  readonly owner?: string;
  readonly flushSeconds: number;
}

/** A playback that the server takes facts of; `standing` is what it was last known to have taken. */
interface Open {
  readonly playback: string;
  readonly queue: FactQueue;
  readonly sender: FactSender;
  standing: Standing | undefined;
}

/**
 * Takes the facts of one load of the player and gets them to the server: kept on the shelf at once, sent every few seconds,
 * forgotten only when the server says they are committed. When the server has ended the playback meanwhile, as it does after
 * a silence, what it no longer took goes on as a new playback. `begin` makes the id of each.
 */
export class FactReporter {
  readonly #session: ReportingSession;
  readonly #media: string;
  readonly #begin: () => string;
  readonly #shelf: FactShelf;
  readonly #wire: Wire;
  readonly #onSessionEnded: () => void;
  readonly #flushMs: number;
  #open: Open | undefined;
  #before: Standing | undefined;

  constructor(session: ReportingSession, media: string, begin: () => string, shelf: FactShelf, wire: Wire, onSessionEnded: () => void) {
    this.#session = session;
    this.#media = media;
    this.#begin = begin;
    this.#shelf = shelf;
    this.#wire = wire;
    this.#onSessionEnded = onSessionEnded;
    // Memory dies with the page, so send more often when it is all there is.
    this.#flushMs = session.flushSeconds * (shelf.durable ? 1_000 : 500);
  }

  report(fact: Fact): void {
    if (this.#open) return this.#tell(this.#open, [fact]);
    // The player is loaded once and left once; after an ended playback its leaving is old news.
    if (this.#before && (fact.kind === 'ready' || fact.kind === 'leave')) return;
    this.#open = this.#opened(this.#begin());
    this.#tell(this.#open, fact.kind === 'ready' ? [fact] : [...(this.#before?.beginning(fact) ?? []), fact]);
  }

  online(): void { this.#open?.sender.online(); }

  /** The page is hidden or goes away. */
  farewell(): void { this.#open?.sender.farewell(this.#shelf.durable); }

  #opened(playback: string): Open {
    const queue = new FactQueue();
    const { api, token } = this.#session;
    const sender = new FactSender(queue, { api, playback, media: this.#media, tokens: [token] }, this.#wire, {
      committed: (through, taken) => {
        open.standing = taken.reduce(Standing.after, open.standing);
        void this.#shelf.drop(playback, through);
      },
      closed: (refused) => this.#goOn(open, refused),
      sessionEnded: this.#onSessionEnded,
    });
    const open: Open = { playback, queue, sender, standing: undefined };
    return open;
  }

  #tell({ playback, queue, sender }: Open, facts: readonly Fact[]): void {
    const { api, token, owner } = this.#session;
    const kept: KeptPlayback = { playback, media: this.#media, api, token, ...(owner === undefined ? {} : { owner }), touched: this.#wire.now() };
    for (const fact of facts) void this.#shelf.put(kept, queue.add(fact));
    if (queue.size >= ENOUGH) void sender.flush();
    else sender.within(this.#flushMs);
  }

  /** What the ended playback did not take, and what follows. One that never took anything has nothing to go on from: no circle. */
  #goOn(ended: Open, refused: readonly Fact[]): void {
    if (this.#open !== ended || !ended.standing) return;
    this.#open = undefined;
    this.#before = ended.standing;
    const untold = [...refused, ...ended.queue.giveUp()];
    for (const fact of untold) this.report(fact);
    void this.#shelf.drop(ended.playback, Infinity);
    void (this.#open as Open | undefined)?.sender.flush();
  }
}
