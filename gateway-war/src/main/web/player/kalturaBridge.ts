import type { BridgeEvent, PlayerBridge } from './playerBridge';

interface Track { readonly language?: string; readonly label?: string; readonly height?: number; readonly active?: boolean }
interface KalturaEvent { readonly payload?: { readonly mode?: string } }

/** What of Kaltura's player (PlayKit) this needs, as its documentation has it. */
export interface Kaltura {
  currentTime: number;
  readonly duration: number;
  readonly paused: boolean;
  readonly seeking: boolean;
  volume: number;
  muted: boolean;
  playbackRate: number;
  play(): void;
  pause(): void;
  loadMedia(media: { entryId: string }): Promise<unknown>;
  getTracks(type: 'text' | 'video' | 'audio'): readonly Track[];
  getActiveTracks(): { readonly text?: Track | null; readonly video?: Track | null; readonly audio?: Track | null };
  selectTrack(track: Track): void;
  hideTextTrack(): void;
  isFullscreen(): boolean;
  isInPictureInPicture(): boolean;
  addEventListener(type: string, listener: (event: KalturaEvent) => void): void;
  removeEventListener(type: string, listener: (event: KalturaEvent) => void): void;
}

const SETTINGS = ['volumechange', 'mutechange', 'enterfullscreen', 'exitfullscreen', 'enterpictureinpicture', 'leavepictureinpicture', 'resize',
  'texttrackchanged', 'audiotrackchanged', 'abrmodechanged', 'videotrackchanged'];
/** The language that Kaltura gives to "no captions". */
const OFF = 'off';

/** Kaltura's player as a bridge. */
export class KalturaBridge implements PlayerBridge {
  readonly root: HTMLElement;
  readonly #player: Kaltura;
  #loaded = false;
  #adapts = true;

  constructor(root: HTMLElement, player: Kaltura) {
    this.root = root;
    this.#player = player;
    player.addEventListener('loadedmetadata', () => { this.#loaded = true; });
    player.addEventListener('abrmodechanged', ({ payload }) => { this.#adapts = payload?.mode !== 'manual'; });
  }

  get known(): boolean { return this.#loaded; }
  get time(): number { return this.#player.currentTime || 0; }
  get duration(): number { return this.#player.duration; }
  get paused(): boolean { return this.#player.paused; }
  get seeking(): boolean { return this.#player.seeking; }
  get fullScreen(): boolean { return this.#player.isFullscreen(); }
  get pictureInPicture(): boolean { return this.#player.isInPictureInPicture(); }
  get shownQuality(): number | undefined { return this.#player.getActiveTracks().video?.height || undefined; }
  get chosenQuality(): number | undefined { return this.#adapts ? undefined : this.shownQuality; }

  get track(): string | undefined {
    return this.#player.getTracks('audio').length > 1 ? this.#player.getActiveTracks().audio?.label || undefined : undefined;
  }

  get rate(): number { return this.#player.playbackRate || 1; }
  set rate(rate: number) { this.#player.playbackRate = rate; }
  get volume(): number { return this.#player.volume; }
  set volume(share: number) { this.#player.volume = share; }
  get muted(): boolean { return this.#player.muted; }
  set muted(muted: boolean) { this.#player.muted = muted; }

  get captions(): string {
    const language = this.#player.getActiveTracks().text?.language ?? OFF;
    return language === OFF ? '' : language;
  }

  set captions(language: string) {
    const track = this.#player.getTracks('text').find((one) => one.language === language);
    if (language === '') this.#player.hideTextTrack();
    else if (track) this.#player.selectTrack(track);
  }

  play(): void { this.#player.play(); }
  pause(): void { this.#player.pause(); }
  seek(seconds: number): void { this.#player.currentTime = seconds; }
  focusControls(): void { this.root.querySelector<HTMLElement>('button')?.focus(); }
  isTimeline(part: Element): boolean { return part.closest('.playkit-seek-bar') !== null; }

  on(event: BridgeEvent, listener: () => void): () => void {
    const types = event === 'settings' ? SETTINGS : [event];
    for (const type of types) this.#player.addEventListener(type, listener);
    return () => { for (const type of types) this.#player.removeEventListener(type, listener); };
  }
}
