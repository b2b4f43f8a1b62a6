/** A stretch of the video in seconds, start before end. */
export type Stretch = readonly [from: number, to: number];

/** A step of the position longer than this (in media seconds at normal speed) was a jump, not watching. */
const LONGEST_STEP = 1.5;

/** Which stretches of a video were seen: what the server knew when the page opened, and what was watched since. For display only. */
export class Watched {
  #stretches: readonly Stretch[];
  #last: number | undefined;

  constructor(known: readonly Stretch[] = []) {
    this.#stretches = union(known);
  }

  get stretches(): readonly Stretch[] { return this.#stretches; }

  /** The position while playing; true when something new was seen. */
  playedAt(time: number, speed: number): boolean {
    const from = this.#last;
    this.#last = time;
    if (from === undefined || time <= from || time - from > LONGEST_STEP * Math.max(1, speed)) return false;
    const before = this.seconds;
    this.#stretches = union([...this.#stretches, [from, time]]);
    return this.seconds > before;
  }

  /** Playing stopped or the position jumped: the next position begins a stretch. */
  interrupt(): void { this.#last = undefined; }

  get seconds(): number {
    return this.#stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  /** Share of the video seen, 0 to 1. */
  share(length: number): number {
    return length > 0 ? Math.min(1, this.seconds / length) : 0;
  }
}

function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const [from, to] of [...stretches].filter(([a, b]) => b > a).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 0.001) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}
