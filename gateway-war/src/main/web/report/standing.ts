import type { Fact, PlayerState } from './fact';

/** How a playback stands after some of its facts: what another one needs to go on from there. Immutable and pure. */
export class Standing {
  readonly #length: number | undefined;
  readonly #player: PlayerState;
  readonly #playing: boolean;
  readonly #time: number;
  readonly #at: number;

  private constructor(length: number | undefined, player: PlayerState, playing: boolean, time: number, at: number) {
    this.#length = length;
    this.#player = player;
    this.#playing = playing;
    this.#time = time;
    this.#at = at;
  }

  /** After one more fact; nothing is known before `ready`. */
  static after(before: Standing | undefined, fact: Fact): Standing | undefined {
    if (fact.kind === 'ready') return new Standing(fact.length, fact.player, false, 0, fact.at);
    return before?.then(fact);
  }

  private then(fact: Exclude<Fact, { kind: 'ready' }>): Standing {
    const player = fact.kind === 'rate' ? { ...this.#player, speed: fact.to } : fact.kind === 'control' ? { ...this.#player, ...fact.changed } : this.#player;
    const stopped = fact.kind === 'pause' || fact.kind === 'ended' || fact.kind === 'leave';
    const playing = fact.kind === 'play' || (this.#playing && !stopped);
    return new Standing(this.#length, player, playing, fact.kind === 'seek' ? fact.to : fact.time, fact.at);
  }

  /**
   * What a new playback has to say before `next`, so that nothing watched since this one's last fact is missing. As late as that
   * watching leaves room for: a laptop that slept meanwhile played nothing.
   */
  beginning(next: Exclude<Fact, { kind: 'ready' }>): readonly Fact[] {
    const watched = this.#playing ? Math.max(0, (next.kind === 'seek' ? next.from : next.time) - this.#time) : 0;
    const at = Math.max(this.#at, Math.round(next.at - (watched / this.#player.speed) * 1_000));
    const length = this.#length === undefined ? {} : { length: this.#length };
    const ready: Fact = { kind: 'ready', at, ...length, player: this.#player };
    return this.#playing ? [ready, { kind: 'play', at, time: this.#time }] : [ready];
  }
}
