import { toWire, type Fact, type NumberedFact } from './fact';

/** Above this many unsent facts a new heartbeat takes the place of the last one. A learner's own actions are never dropped. */
const CAP = 2_000;
const encoder = new TextEncoder();

/** Some facts as wire text: how many, how large, and the highest seq among them. */
export interface Batch { readonly json: string; readonly count: number; readonly bytes: number; readonly last: number }

/** The facts of one playback that the server has not committed yet, in order, numbered without gaps. */
export class FactQueue {
  #waiting: NumberedFact[];
  #lastSeq: number;
  #attempted = 0;

  constructor(waiting: readonly NumberedFact[] = []) {
    this.#waiting = [...waiting];
    this.#lastSeq = waiting.at(-1)?.seq ?? 0;
  }

  get size(): number { return this.#waiting.length; }

  /** Numbers the fact and keeps it. At the cap a heartbeat instead renews an unsent heartbeat before it, keeping that one's number. */
  add(fact: Fact): NumberedFact {
    const tail = this.#waiting.at(-1);
    const renews = this.#waiting.length >= CAP && fact.kind === 'heartbeat' && tail?.fact.kind === 'heartbeat' && tail.seq > this.#attempted;
    if (renews) this.#waiting.pop();
    else this.#lastSeq += 1;
    const numbered = { seq: this.#lastSeq, fact };
    this.#waiting.push(numbered);
    return numbered;
  }

  /** The oldest facts, as many as fit both limits (one always does). */
  batch(maxCount: number, maxBytes: number): Batch {
    const parts: string[] = [];
    let bytes = 2;
    let last = 0;
    for (const numbered of this.#waiting.slice(0, maxCount)) {
      const part = JSON.stringify(toWire(numbered));
      const size = encoder.encode(part).length + 1;
      if (parts.length > 0 && bytes + size > maxBytes) break;
      parts.push(part);
      bytes += size;
      last = numbered.seq;
    }
    this.#attempted = Math.max(this.#attempted, last);
    return { json: `[${parts.join(',')}]`, count: parts.length, bytes, last };
  }

  /** Forgets what is committed and returns it. */
  committed(through: number): readonly NumberedFact[] {
    const settled = this.#waiting.filter((numbered) => numbered.seq <= through);
    this.#waiting = this.#waiting.slice(settled.length);
    return settled;
  }

  /** Forgets everything and returns it. */
  giveUp(): readonly Fact[] {
    return this.committed(Infinity).map(({ fact }) => fact);
  }
}
