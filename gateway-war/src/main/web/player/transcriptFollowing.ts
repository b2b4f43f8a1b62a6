/** Whether a transcript keeps the spoken line in sight. It lets go when the reader scrolls that line out of sight, until they are back at it. */
export class Following {
  #follows = true;
  #ownUntil = -Infinity;

  get follows(): boolean { return this.#follows; }

  /** We scroll now, and shall be done in so many milliseconds. */
  scrolls(now: number, forMs: number): void { this.#ownUntil = now + forMs; }

  /** The list moved; `inSight` tells whether the spoken line is. What we did ourselves says nothing about the reader. */
  moved(now: number, inSight: boolean): void {
    if (now > this.#ownUntil) this.#follows = inSight;
  }

  /** The reader touched the list: what moves from now on is theirs. */
  touched(): void { this.#ownUntil = -Infinity; }

  resume(): void { this.#follows = true; }
}
