import type { PlayerState, Settings } from '../report/fact';
import type { Now } from '../report/clock';
import type { BridgeEvent, PlayerBridge } from './playerBridge';
import type { RawEvent } from './rawEvents';
import type { Standing } from './restingSettings';

/** How often the clock ticks for facts that wait. Browsers slow this to a second in hidden tabs, which is enough. */
const TICK_MS = 250;

/**
 * Listens to a player and tells its raw events to `hear`, starting with `ready`. Only listens: nothing here decides what
 * an event means. `close` makes it silent for good.
 */
export class PlayerEvents {
  readonly #player: PlayerBridge;
  readonly #now: Now;
  readonly #hear: (event: RawEvent) => void;
  readonly #listening = new AbortController();
  readonly #undo: (() => void)[] = [];
  #window: PictureInPictureWindow | undefined;

  constructor(player: PlayerBridge, now: Now, hear: (event: RawEvent) => void) {
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
    this.#hear({ type: 'ready', at: this.#now(), time, length: player.duration, playing: !player.paused, player: this.#state() });
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
    this.#hear(this.#player.seeking ? { type: 'tick', at } : { type: 'tick', at, time: this.#time() });
  }

  #listenToMedia(): void {
    for (const type of ['play', 'pause', 'seeking', 'seeked', 'ended'] as const) {
      this.#on(type, () => this.#hear({ type, at: this.#now(), time: this.#time() }));
    }
    this.#on('timeupdate', () => this.tick());
    this.#on('ratechange', () => this.#hear({ type: 'rate', at: this.#now(), rate: this.#player.rate }));
  }

  /** Pointer and keys are heard before the player hears them: the position is still the one the learner left. */
  #listenToHands(): void {
    const { root } = this.#player;
    const options = { capture: true, signal: this.#listening.signal };
    root.addEventListener('keydown', () => this.tick(), options);
    root.addEventListener('pointerdown', (event) => {
      this.tick();
      const onTimeline = event.target instanceof Element && this.#player.isTimeline(event.target);
      if (onTimeline) this.#hear({ type: 'grab', at: this.#now() });
    }, options);
    for (const type of ['pointerup', 'pointercancel', 'blur'] as const) {
      window.addEventListener(type, () => this.#hear({ type: 'release', at: this.#now() }), options);
    }
  }

  #listenToSettings(): void {
    const told = () => this.#hear({ type: 'settings', at: this.#now(), settings: this.#standing() });
    const { signal } = this.#listening;
    this.#player.root.addEventListener('enterpictureinpicture', (event) => {
      this.#window = (event as PictureInPictureEvent).pictureInPictureWindow;
      told();
    }, { signal });
    this.#player.root.addEventListener('leavepictureinpicture', () => { this.#window = undefined; }, { capture: true, signal });
    this.#on('settings', told);
  }

  #on(type: BridgeEvent, listener: () => void): void {
    this.#undo.push(this.#player.on(type, listener));
  }

  #time(): number { return this.#player.time; }

  #standing(): Standing {
    const player = this.#player;
    const quality = player.chosenQuality;
    const { track } = player;
    return {
      ...this.#settings(),
      pictureInPicture: player.pictureInPicture,
      ...(quality === undefined ? {} : { quality }),
      ...(track === undefined ? {} : { track }),
    };
  }

  #settings(): Settings & { volume: number; fullScreen: boolean } {
    const player = this.#player;
    const { captions } = player;
    const { width, height } = this.#window ?? player.root.getBoundingClientRect();
    return {
      volume: player.muted ? 0 : Math.round(player.volume * 1_000) / 1_000,
      captions: captions !== '',
      ...(captions ? { captionsLanguage: captions } : {}),
      fullScreen: player.fullScreen,
      screenSize: `${screen.width}x${screen.height}`,
      playbackSize: `${Math.round(width)}x${Math.round(height)}`,
    };
  }

  #state(): PlayerState {
    const player = this.#player;
    const quality = player.chosenQuality ?? player.shownQuality;
    const { track } = player;
    return {
      speed: player.rate,
      muted: player.muted,
      ...this.#settings(),
      ...(quality === undefined ? {} : { quality }),
      ...(track === undefined ? {} : { track }),
      userAgent: navigator.userAgent,
    };
  }
}
