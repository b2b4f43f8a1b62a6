import type { PlayerState, Settings } from '../report/fact';
import type { Now } from '../report/clock';
import type { RawEvent } from './rawEvents';
import { shownCaptions, type Player } from './stage';

/** How often the clock ticks for facts that wait. Browsers slow this to a second in hidden tabs, which is enough. */
const TICK_MS = 250;

/**
 * Listens to a player and tells its raw events to `hear`, starting with `ready`. Only listens: nothing here decides what
 * an event means. `close` makes it silent for good.
 */
export class PlayerEvents {
  readonly #player: Player;
  readonly #now: Now;
  readonly #hear: (event: RawEvent) => void;
  readonly #listening = new AbortController();
  readonly #undo: (() => void)[] = [];

  constructor(player: Player, now: Now, hear: (event: RawEvent) => void) {
    this.#player = player;
    this.#now = now;
    this.#hear = hear;
    this.#listenToMedia();
    this.#listenToHands();
    this.#listenToSettings();
    const timer = window.setInterval(() => this.tick(), TICK_MS);
    this.#undo.push(() => window.clearInterval(timer));
  }

  /** The media is known and the player stands as it should. */
  ready(time: number): void {
    const player = this.#player;
    this.#hear({ type: 'ready', at: this.#now(), time, length: player.duration() ?? NaN, playing: !player.paused(), player: this.#state() });
  }

  /** The page itself moves the position. */
  place(time: number): void {
    this.#hear({ type: 'place', at: this.#now(), time });
  }

  leave(): void {
    this.tick();
    this.#hear({ type: 'leave', at: this.#now() });
  }

  close(): void {
    this.#listening.abort();
    for (const undo of this.#undo) undo();
  }

  /** The position is told only while it is one: during a seek it is already the target. */
  tick(): void {
    const at = this.#now();
    this.#hear(this.#player.seeking() ? { type: 'tick', at } : { type: 'tick', at, time: this.#time() });
  }

  #listenToMedia(): void {
    for (const type of ['play', 'pause', 'seeking', 'seeked', 'ended'] as const) {
      this.#on(type, () => this.#hear({ type, at: this.#now(), time: this.#time() }));
    }
    this.#on('timeupdate', () => this.tick());
    this.#on('ratechange', () => this.#hear({ type: 'rate', at: this.#now(), rate: this.#player.playbackRate() ?? 1 }));
  }

  /** Pointer and keys are heard before the player hears them: the position is still the one the learner left. */
  #listenToHands(): void {
    const root = this.#player.el();
    const options = { capture: true, signal: this.#listening.signal };
    root.addEventListener('keydown', () => this.tick(), options);
    root.addEventListener('pointerdown', (event) => {
      this.tick();
      const onTimeline = event.target instanceof Element && event.target.closest('.vjs-progress-control') !== null;
      if (onTimeline) this.#hear({ type: 'grab', at: this.#now() });
    }, options);
    for (const type of ['pointerup', 'pointercancel', 'blur'] as const) {
      window.addEventListener(type, () => this.#hear({ type: 'release', at: this.#now() }), options);
    }
  }

  #listenToSettings(): void {
    const told = () => this.#hear({ type: 'settings', at: this.#now(), settings: this.#settings() });
    for (const type of ['volumechange', 'fullscreenchange', 'playerresize']) this.#on(type, told);
    const tracks = this.#player.textTracks();
    // Changing the language switches one track off and another on; by the next task both are done.
    const soon = () => { window.setTimeout(told, 0); };
    tracks.addEventListener('change', soon);
    this.#undo.push(() => tracks.removeEventListener('change', soon));
  }

  #on(type: string, listener: () => void): void {
    this.#player.on(type, listener);
    this.#undo.push(() => this.#player.off(type, listener));
  }

  #time(): number { return this.#player.currentTime() ?? 0; }

  #settings(): Settings & { volume: number; fullScreen: boolean } {
    const player = this.#player;
    const captions = shownCaptions(player);
    const { width, height } = player.el().getBoundingClientRect();
    return {
      volume: player.muted() ? 0 : Math.round((player.volume() ?? 1) * 1_000) / 1_000,
      captions: captions !== undefined,
      ...(captions ? { captionsLanguage: captions.language } : {}),
      fullScreen: player.isFullscreen() ?? false,
      screenSize: `${screen.width}x${screen.height}`,
      playbackSize: `${Math.round(width)}x${Math.round(height)}`,
    };
  }

  #state(): PlayerState {
    const player = this.#player;
    const quality = player.videoHeight();
    return {
      speed: player.playbackRate() ?? 1,
      muted: player.muted() ?? false,
      ...this.#settings(),
      ...(quality > 0 ? { quality } : {}),
      userAgent: navigator.userAgent,
    };
  }
}
