import type { BridgeEvent, PlayerBridge } from './playerBridge';

type Listener = (...anything: never[]) => void;

/** What of video.js this needs: ours has it, and Brightcove's player, which is video.js. */
export interface VideoJs {
  el(): Element;
  on(type: string, listener: Listener): void;
  off(type: string, listener: Listener): void;
  readyState(): number;
  currentTime(seconds?: number): number | undefined;
  duration(): number | undefined;
  paused(): boolean;
  seeking(): boolean;
  play(): unknown;
  pause(): unknown;
  playbackRate(rate?: number): number | undefined;
  defaultPlaybackRate(rate?: number): number | undefined;
  volume(share?: number): number | undefined;
  muted(muted?: boolean): boolean | undefined;
  isFullscreen(): boolean | undefined;
  isInPictureInPicture?(): boolean | undefined;
  videoHeight(): number;
  textTracks(): unknown;
  audioTracks?(): unknown;
  qualityLevels?(): unknown;
}

interface TrackList<T> extends ArrayLike<T>, EventTarget {}
interface AudioTrackLike { readonly enabled: boolean; readonly label: string }
interface Level { readonly height?: number; readonly enabled: boolean }

const SETTINGS = ['volumechange', 'fullscreenchange', 'playerresize', 'enterpictureinpicture', 'leavepictureinpicture', 'qualitychosen'];

/** A video.js player as a bridge. Its menus tell a chosen quality by the event `qualitychosen`. */
export class VideoJsBridge implements PlayerBridge {
  readonly #player: VideoJs;

  constructor(player: VideoJs) {
    this.#player = player;
  }

  get root(): HTMLElement { return this.#player.el() as HTMLElement; }
  get known(): boolean { return this.#player.readyState() > 0; }
  get time(): number { return this.#player.currentTime() ?? 0; }
  get duration(): number { return this.#player.duration() ?? NaN; }
  get paused(): boolean { return this.#player.paused(); }
  get seeking(): boolean { return this.#player.seeking(); }
  get fullScreen(): boolean { return this.#player.isFullscreen() ?? false; }
  get pictureInPicture(): boolean { return this.#player.isInPictureInPicture?.() ?? false; }

  get shownQuality(): number | undefined {
    const lines = this.#player.videoHeight();
    return lines > 0 ? lines : undefined;
  }

  get chosenQuality(): number | undefined {
    const levels = list<Level>(this.#player.qualityLevels?.());
    const enabled = new Set(levels.filter((level) => level.enabled).map((level) => level.height));
    const offered = new Set(levels.map((level) => level.height));
    return enabled.size === 1 && offered.size > 1 ? [...enabled][0] : undefined;
  }

  get track(): string | undefined {
    const tracks = list<AudioTrackLike>(this.#player.audioTracks?.());
    const label = tracks.length > 1 ? tracks.find((track) => track.enabled)?.label : undefined;
    return label === '' ? undefined : label;
  }

  get rate(): number { return this.#player.playbackRate() ?? 1; }

  set rate(rate: number) {
    // The default, too: loading a source puts the speed back to it.
    this.#player.defaultPlaybackRate(rate);
    this.#player.playbackRate(rate);
  }

  get volume(): number { return this.#player.volume() ?? 1; }
  set volume(share: number) { this.#player.volume(share); }
  get muted(): boolean { return this.#player.muted() ?? false; }
  set muted(muted: boolean) { this.#player.muted(muted); }

  get captions(): string { return this.#captions().find((track) => track.mode === 'showing')?.language ?? ''; }

  set captions(language: string) {
    const tracks = this.#captions();
    const wanted = tracks.find((track) => track.language === language);
    if (language !== '' && !wanted) return;
    for (const track of tracks) track.mode = track === wanted ? 'showing' : 'disabled';
  }

  play(): void { void this.#player.play(); }
  pause(): void { this.#player.pause(); }
  seek(seconds: number): void { this.#player.currentTime(seconds); }

  focusControls(): void {
    this.root.querySelector<HTMLElement>('.vjs-control-bar .vjs-play-control')?.focus();
  }

  isTimeline(part: Element): boolean { return part.closest('.vjs-progress-control') !== null; }

  on(event: BridgeEvent, listener: () => void): () => void {
    return event === 'settings' ? this.#onSettings(listener) : this.#onPlayer(event, listener);
  }

  #onPlayer(type: string, listener: () => void): () => void {
    this.#player.on(type, listener);
    return () => this.#player.off(type, listener);
  }

  #onSettings(listener: () => void): () => void {
    // Changing the language switches one track off and another on; by the next task both are done.
    const soon = () => { setTimeout(listener, 0); };
    const lists = [this.#player.textTracks(), this.#player.audioTracks?.()].filter(hasListeners) as EventTarget[];
    for (const tracks of lists) tracks.addEventListener('change', soon);
    const offs = SETTINGS.map((type) => this.#onPlayer(type, listener));
    return () => {
      for (const off of offs) off();
      for (const tracks of lists) tracks.removeEventListener('change', soon);
    };
  }

  #captions(): readonly TextTrack[] {
    return list<TextTrack>(this.#player.textTracks()).filter((track) => track.kind === 'captions' || track.kind === 'subtitles');
  }
}

function list<T>(tracks: unknown): readonly T[] {
  return Array.from((tracks ?? []) as TrackList<T>);
}

/** video.js has track lists of its own, which are no EventTarget of the browser. */
function hasListeners(one: unknown): boolean {
  return typeof (one as Partial<EventTarget> | undefined)?.addEventListener === 'function';
}
