/** Older speeds say little about a connection that changes. */
const WINDOW_SECONDS = 15;
const ENOUGH_SECONDS = 2;

/** How long a transfer is going to take, from how it went in the last seconds. Pure but for what it remembers. */
export class TimeLeft {
  #samples: { readonly at: number; readonly bytes: number }[] = [];

  /** So many bytes are there at a time in milliseconds. Going back, as after a lost connection, begins anew. */
  at(milliseconds: number, bytes: number): void {
    const last = this.#samples.at(-1);
    if (last && bytes < last.bytes) this.#samples = [];
    this.#samples.push({ at: milliseconds, bytes });
    this.#samples = this.#samples.filter((sample) => milliseconds - sample.at <= WINDOW_SECONDS * 1_000);
  }

  /** A pause says nothing about the speed. */
  forget(): void { this.#samples = []; }

  /** Seconds until so many bytes are there; nothing while too little is known. */
  until(total: number): number | undefined {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last) return undefined;
    const seconds = (last.at - first.at) / 1_000;
    const bytes = last.bytes - first.bytes;
    if (seconds < ENOUGH_SECONDS || bytes <= 0) return undefined;
    return ((total - last.bytes) * seconds) / bytes;
  }
}
