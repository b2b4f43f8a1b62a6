import type { Fact } from '../report/fact';
import type { RawEvent } from './rawEvents';
import { RestingSettings } from './restingSettings';

/** A seek is over when the pointer is up and nothing moved for this long. Until then it is one scrub. */
const QUIET_MS = 500;
/** A pause is held back this long: players pause themselves just before they seek or end. */
const PAUSE_HOLD_MS = 300;
/** Elements roll on a little after `pause`, and have begun to roll when `play` is heard. */
const ROLL_SECONDS = 0.5;
/** How near two positions must be to count as the one the page itself asked for. */
const NEAR_SECONDS = 0.3;

interface Moment { readonly at: number; readonly time: number }
interface Seek {
  readonly from: number;
  /** Was the learner watching when the seek began? */
  readonly watching: boolean;
  /** A learner's pause shortly before the seek; told only if the video stays paused. */
  readonly pausedBefore: Moment | undefined;
  /** The timeline was grabbed with the pointer: whatever follows is the learner's own doing. */
  grabbed: boolean;
  held: boolean;
  to: number | undefined;
  movedAt: number;
  quietSince: number;
  /** The last play or pause since the seek began, by the player itself or by the learner. */
  turn: (Moment & { readonly playing: boolean }) | undefined;
}

/**
 * From what a media element does to what the learner did. A player that seeks also pauses, stalls, seeks in between and
 * plays again; the learner only sought once. Takes raw events in order, gives the facts that became certain with each.
 *
 * Pure: no clock and no timers. Facts that wait (a scrub, a pause, a volume) become certain with a later `tick`, so the
 * caller ticks at least once a second. After `leave` nothing comes any more; a page that returns makes a new one.
 */
export class PlayerFacts {
  readonly #heartbeatMs: number;
  readonly #live: boolean;
  #mode: 'unready' | 'paused' | 'playing' | 'ended' | 'left' = 'unready';
  #length = Infinity;
  #time = 0;
  #told = 0;
  #lastBeat = 0;
  #rate = 1;
  #newRate: { at: number; rate: number } | undefined;
  #settings = new RestingSettings({});
  #seek: Seek | undefined;
  #heldPause: Moment | undefined;
  #placing: number | undefined;
  #out: Fact[] = [];

  /** `live`: the player's length is that of the part that can be seen again, and grows. */
  constructor(heartbeatSeconds: number, live = false) {
    this.#heartbeatMs = heartbeatSeconds * 1_000;
    this.#live = live;
  }

  take(event: RawEvent): readonly Fact[] {
    this.#out = [];
    if (this.#mode !== 'left' && (this.#mode !== 'unready' || event.type === 'ready')) {
      this.#hear(event);
      this.#settle(event.at, false);
    }
    return this.#out;
  }

  #hear(event: RawEvent): void {
    switch (event.type) {
      case 'ready': return this.#ready(event);
      case 'tick': return this.#tick(event.time);
      case 'place': return this.#place(event);
      case 'grab': return this.#grab(event.at);
      case 'release': return this.#release(event.at);
      case 'seeking': return this.#seeking(event);
      case 'seeked': return this.#seeked(event);
      case 'play': return this.#play(event);
      case 'pause': return this.#pause(event);
      case 'ended': return this.#ended(event);
      case 'rate': this.#newRate = { at: event.at, rate: event.rate }; return;
      case 'settings': return this.#settings.set(event.settings, event.at);
      case 'leave': return this.#leave(event.at);
    }
  }

  #ready(event: Extract<RawEvent, { type: 'ready' }>): void {
    if (this.#mode !== 'unready') return;
    this.#mode = 'paused';
    this.#time = event.time;
    this.#rate = event.player.speed;
    this.#settings = new RestingSettings(event.player);
    const known = !this.#live && Number.isFinite(event.length) && event.length > 0;
    if (known) this.#length = thousandths(event.length);
    this.#tell({ kind: 'ready', at: event.at, ...(known ? { length: this.#length } : {}), player: event.player });
    if (event.playing) this.#start(event);
  }

  #tick(time: number | undefined): void {
    if (time === undefined || this.#seek?.to !== undefined) return;
    this.#time = time;
    this.#placing = undefined;
  }

  #place(event: Moment): void {
    this.#settle(event.at, true);
    this.#placing = event.time;
    this.#time = event.time;
    if (this.#mode === 'ended') this.#mode = 'paused';
  }

  #grab(at: number): void {
    this.#seek ??= this.#begin(at);
    this.#seek.grabbed = true;
    this.#seek.held = true;
    this.#seek.quietSince = at;
  }

  #release(at: number): void {
    if (!this.#seek) return;
    this.#seek.held = false;
    this.#seek.quietSince = at;
  }

  #seeking(event: Moment): void {
    const placed = this.#placing !== undefined && Math.abs(event.time - this.#placing) < NEAR_SECONDS;
    if (placed && !this.#seek) return;
    const seek = (this.#seek ??= this.#begin(event.at));
    seek.to = event.time;
    seek.movedAt = event.at;
    seek.quietSince = event.at;
  }

  #seeked(event: Moment): void {
    if (this.#seek) this.#seek.quietSince = event.at;
    else this.#time = event.time;
    this.#placing = undefined;
  }

  #begin(at: number): Seek {
    const pausedBefore = this.#heldPause;
    this.#heldPause = undefined;
    const watching = this.#mode === 'playing';
    const from = pausedBefore?.time ?? this.#time;
    return { from, watching, pausedBefore, grabbed: false, held: false, to: undefined, movedAt: at, quietSince: at, turn: undefined };
  }

  #play(event: Moment): void {
    if (this.#isReplay()) return this.#replay(event.at);
    if (this.#seek?.watching) {
      this.#seek.turn = { ...event, playing: true };
      // A player only resumes by itself once the pointer is up: this covers a release that never reached us.
      this.#seek.held = false;
      return;
    }
    // No player starts by itself what was paused before the seek: this play is the learner's.
    if (this.#seek) this.#tellSeek(this.#seek);
    this.#tellHeldPause();
    if (this.#mode !== 'playing') this.#start({ at: event.at, time: rolled(this.#time, event.time) ? this.#time : event.time });
  }

  /** Play at the end makes the element jump to its start by itself; the learner pressed play, nothing else. */
  #isReplay(): boolean {
    if (this.#mode !== 'ended') return false;
    return !this.#seek || (!this.#seek.grabbed && this.#seek.to !== undefined && this.#seek.to < NEAR_SECONDS);
  }

  #replay(at: number): void {
    this.#seek = undefined;
    this.#placing = 0;
    this.#start({ at, time: 0 });
  }

  #start(moment: Moment): void {
    this.#mode = 'playing';
    this.#time = moment.time;
    this.#lastBeat = moment.at;
    this.#tell({ kind: 'play', at: moment.at, time: this.#position(moment.time) });
  }

  #pause(event: Moment): void {
    if (this.#seek?.watching) this.#seek.turn = { ...event, playing: false };
    else if (this.#mode === 'playing') this.#heldPause ??= { at: event.at, time: event.time };
  }

  #ended(event: Moment): void {
    // The element pauses itself before it ends.
    if (this.#seek) this.#seek.turn = undefined;
    this.#heldPause = undefined;
    this.#settle(event.at, true);
    // Who sought to the end while paused has reached it, but not by watching.
    if (this.#mode === 'playing') this.#tell({ kind: 'ended', at: event.at, time: this.#position(event.time) });
    this.#time = event.time;
    this.#mode = 'ended';
  }

  #leave(at: number): void {
    this.#settle(at, true);
    this.#tell({ kind: 'leave', at, time: this.#position(this.#time) });
    this.#mode = 'left';
  }

  /** Tells what has become certain by `now`; with `force`, everything that was waiting. */
  #settle(now: number, force: boolean): void {
    if (this.#mode === 'left' || this.#mode === 'unready') return;
    if (this.#heldPause && (force || now - this.#heldPause.at >= PAUSE_HOLD_MS)) this.#tellHeldPause();
    const quiet = this.#seek && !this.#seek.held && now - this.#seek.quietSince >= QUIET_MS;
    if (this.#seek && (force || quiet)) this.#tellSeek(this.#seek);
    // While a seek is open nothing else is told: facts stay in the order in which they became true.
    if (this.#seek) return;
    this.#tellRate();
    for (const { at, changed } of this.#settings.rested(now, force)) {
      this.#tell({ kind: 'control', at, time: this.#position(this.#time), changed });
    }
    if (this.#mode === 'playing' && !this.#heldPause && now - this.#lastBeat >= this.#heartbeatMs) {
      this.#lastBeat = now;
      this.#tell({ kind: 'heartbeat', at: now, time: this.#position(this.#time) });
    }
  }

  #tellHeldPause(): void {
    const pause = this.#heldPause;
    if (!pause) return;
    this.#heldPause = undefined;
    this.#stop({ at: pause.at, time: rolled(pause.time, this.#time) ? this.#time : pause.time });
  }

  #stop(pause: Moment): void {
    this.#mode = 'paused';
    this.#time = pause.time;
    this.#tell({ kind: 'pause', at: pause.at, time: this.#position(pause.time) });
  }

  #tellSeek(seek: Seek): void {
    this.#seek = undefined;
    this.#lastBeat = Math.max(this.#lastBeat, seek.quietSince);
    const playingNow = seek.turn ? seek.turn.playing : seek.watching && !seek.pausedBefore;
    if (seek.watching && seek.pausedBefore && !playingNow) this.#stop(seek.pausedBefore);
    const from = this.#position(seek.from);
    const to = this.#position(seek.to ?? seek.from);
    if (seek.to !== undefined) {
      this.#time = seek.to;
      if (this.#mode === 'ended') this.#mode = 'paused';
    }
    if (to !== from) this.#tell({ kind: 'seek', at: seek.movedAt, from, to });
    const turn = seek.turn;
    if (turn && !turn.playing && this.#mode === 'playing') this.#stop({ at: turn.at, time: turn.at > seek.movedAt ? turn.time : this.#time });
  }

  #tellRate(): void {
    const change = this.#newRate;
    this.#newRate = undefined;
    if (!change || change.rate === this.#rate) return;
    this.#tell({ kind: 'rate', at: change.at, time: this.#position(this.#time), from: this.#rate, to: change.rate });
    this.#rate = change.rate;
  }

  /** `at` never runs backwards, since facts that waited carry the time at which they happened. */
  #tell(fact: Fact): void {
    this.#told = Math.max(this.#told, fact.at);
    this.#out.push({ ...fact, at: this.#told });
  }

  #position(time: number): number {
    return Math.min(Math.max(thousandths(time), 0), this.#length);
  }
}

function rolled(from: number, to: number): boolean {
  return to >= from && to - from < ROLL_SECONDS;
}

function thousandths(seconds: number): number {
  return Math.round(seconds * 1_000) / 1_000;
}
