import { steadyClock, type Now } from '../report/clock';
import { FactReporter, type ReportingSession } from '../report/factReporter';
import type { Wire } from '../report/factSender';
import type { FactShelf } from '../report/factShelf';
import { openShelf } from '../report/indexedDbShelf';
import { sendLeftovers } from '../report/leftovers';
import { pageLife, type PageLife } from '../report/pageLife';
import type { Fact } from '../report/fact';
import { randomId } from '../session/randomId';
import type { PlayerSession } from '../session/session';

/** The browser's side of reporting: one per page, opening a playback for each time the player is loaded. */
export class Reporting {
  readonly now: Now;
  readonly #session: ReportingSession;
  readonly #media: string;
  readonly #shelf: FactShelf;
  readonly #wire: Wire;
  readonly #life: PageLife;
  readonly #onSessionEnded: (kept: boolean) => void;

  private constructor(session: PlayerSession, shelf: FactShelf, now: Now, onSessionEnded: (kept: boolean) => void) {
    const owner = session.learner?.key;
    this.now = now;
    this.#session = { api: session.api, token: session.token, flushSeconds: session.report?.flushSeconds ?? 5, ...(owner === undefined ? {} : { owner }) };
    this.#media = session.media.id;
    this.#shelf = shelf;
    this.#wire = browserWire(now);
    this.#life = pageLife(locks(), now);
    this.#onSessionEnded = onSessionEnded;
  }

  /** Opens the shelf and starts sending what earlier pages left on it. */
  static async open(session: PlayerSession, onSessionEnded: (kept: boolean) => void): Promise<Reporting> {
    const reporting = new Reporting(session, await openShelf(factory()), steadyClock(Date.now), onSessionEnded);
    void sendLeftovers(reporting.#session, reporting.#shelf, reporting.#wire, reporting.#life);
    return reporting;
  }

  /** A new playback with an id of its own, and another id should the server end it before the page does. */
  playback(): OpenPlayback {
    let held = { release() {} };
    const begin = () => {
      held.release();
      const id = randomId();
      held = this.#life.hold(id);
      return id;
    };
    const ended = () => this.#onSessionEnded(this.#shelf.durable && this.#session.owner !== undefined);
    const reporter = new FactReporter(this.#session, this.#media, begin, this.#shelf, this.#wire, ended);
    return new OpenPlayback(reporter, () => held.release());
  }
}

/** The way to the server of one load of the player, bound to the page's life: hidden, back on line, gone. */
export class OpenPlayback {
  readonly #reporter: FactReporter;
  readonly #release: () => void;

  constructor(reporter: FactReporter, release: () => void) {
    this.#reporter = reporter;
    this.#release = release;
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') reporter.farewell(); });
    window.addEventListener('online', () => reporter.online());
  }

  report(facts: readonly Fact[]): void {
    for (const fact of facts) this.#reporter.report(fact);
  }

  /** The page goes: a lock would keep it out of the back/forward cache. */
  farewell(): void {
    this.#reporter.farewell();
    this.#release();
  }
}

function browserWire(now: Now): Wire {
  return {
    fetch: (url, init) => fetch(url, init),
    now,
    random: Math.random,
    later: (action, ms) => window.setTimeout(action, ms),
    cancel: (timer) => window.clearTimeout(timer),
    online: () => navigator.onLine,
  };
}

/** Merely looking at these throws in some frames without storage access. */
function factory(): IDBFactory | undefined {
  try { return window.indexedDB; } catch { return undefined; }
}

function locks(): LockManager | undefined {
  try { return navigator.locks; } catch { return undefined; }
}
