/**
 * What happens in a player, by the names of HTML media events where there is one. `settings`: captions, volume, full screen, picture in
 * picture, size, quality or audio track may be others now.
 */
export type BridgeEvent = 'loadedmetadata' | 'play' | 'playing' | 'pause' | 'seeking' | 'seeked' | 'ended' | 'timeupdate' | 'ratechange' | 'settings';

/**
 * Any player, ours or another company's, as the page needs it: what it does is heard, where it stands is read, and a few things can be
 * asked of it. Positions are seconds. Never decides what an event means: that is `PlayerFacts`' business.
 */
export interface PlayerBridge {
  /** What it is shown in: pointer and keys pass here before the player hears them. */
  readonly root: HTMLElement;
  /** Whether the media's length is known. */
  readonly known: boolean;
  readonly time: number;
  /** NaN as long as nobody knows; Infinity for a live stream. */
  readonly duration: number;
  readonly paused: boolean;
  readonly seeking: boolean;
  readonly fullScreen: boolean;
  readonly pictureInPicture: boolean;
  /** Lines of the picture shown now, when the player tells. */
  readonly shownQuality: number | undefined;
  /** Lines of the picture that the learner chose; undefined as long as the player chooses. */
  readonly chosenQuality: number | undefined;
  /** Name of the audio track that the learner chose among several. */
  readonly track: string | undefined;
  rate: number;
  volume: number;
  muted: boolean;
  /** Language of the captions shown, empty for none. Setting one that does not exist changes nothing. */
  captions: string;

  play(): void;
  pause(): void;
  seek(seconds: number): void;
  /** Moves the keyboard's focus to where playing is controlled. */
  focusControls(): void;
  /** Whether this part of the player is its timeline. */
  isTimeline(part: Element): boolean;
  /** Calls the listener on each event of this kind; the answer takes it away again. */
  on(event: BridgeEvent, listener: () => void): () => void;
}

/** Resolves once the media is known. */
export function known(bridge: PlayerBridge): Promise<void> {
  if (bridge.known) return Promise.resolve();
  return new Promise((resolve) => {
    const off = bridge.on('loadedmetadata', () => {
      off();
      resolve();
    });
  });
}

/** Calls the listener on the next event of this kind only. */
export function once(bridge: PlayerBridge, event: BridgeEvent, listener: () => void): void {
  const off = bridge.on(event, () => {
    off();
    listener();
  });
}
