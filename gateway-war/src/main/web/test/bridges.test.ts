import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KalturaBridge, type Kaltura } from '../player/kalturaBridge';
import { VideoJsBridge, type VideoJs } from '../player/videoJsBridge';

type Listener = (event: { payload?: { mode?: string } }) => void;

/** Kaltura's player as far as its documentation goes, without a picture. */
class StandInKaltura implements Kaltura {
  currentTime = 0;
  duration = 64;
  paused = true;
  seeking = false;
  volume = 1;
  muted = false;
  playbackRate = 1;
  text: { language: string } | null = null;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #texts = [{ language: 'en' }, { language: 'de' }];

  play(): void { this.paused = false; this.tell('play'); }
  pause(): void { this.paused = true; this.tell('pause'); }
  loadMedia(): Promise<void> { return Promise.resolve(); }
  getTracks(type: string) { return type === 'text' ? this.#texts : type === 'audio' ? [{ label: 'Original' }] : []; }
  getActiveTracks() { return { text: this.text, video: { height: 720 }, audio: { label: 'Original' } }; }
  selectTrack(track: object): void { this.text = track as { language: string }; this.tell('texttrackchanged'); }
  hideTextTrack(): void { this.text = { language: 'off' }; this.tell('texttrackchanged'); }
  isFullscreen(): boolean { return false; }
  isInPictureInPicture(): boolean { return false; }
  addEventListener(type: string, listener: Listener): void { this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener)); }
  removeEventListener(type: string, listener: Listener): void { this.#listeners.get(type)?.delete(listener); }
  tell(type: string, payload: { mode?: string } = {}): void { for (const listener of this.#listeners.get(type) ?? []) listener({ payload }); }
}

const kaltura = () => {
  const player = new StandInKaltura();
  return { player, bridge: new KalturaBridge({} as HTMLElement, player) };
};

test('Kaltura’s player is known once its media is', () => {
  const { player, bridge } = kaltura();
  assert.equal(bridge.known, false);
  player.tell('loadedmetadata');
  assert.equal(bridge.known, true);
  assert.equal(bridge.duration, 64);
});

test('captions of Kaltura’s player are switched, and its “off” is none', () => {
  const { player, bridge } = kaltura();
  let told = 0;
  const off = bridge.on('settings', () => { told += 1; });
  assert.equal(bridge.captions, '');
  bridge.captions = 'de';
  assert.equal(bridge.captions, 'de');
  bridge.captions = 'fr';
  assert.equal(bridge.captions, 'de');
  bridge.captions = '';
  assert.equal(bridge.captions, '');
  assert.equal(told, 2);
  off();
  player.tell('volumechange');
  assert.equal(told, 2);
});

test('a quality that Kaltura’s player chose by itself was not chosen by the learner', () => {
  const { player, bridge } = kaltura();
  assert.equal(bridge.shownQuality, 720);
  assert.equal(bridge.chosenQuality, undefined);
  player.tell('abrmodechanged', { mode: 'manual' });
  assert.equal(bridge.chosenQuality, 720);
  player.tell('abrmodechanged', { mode: 'auto' });
  assert.equal(bridge.chosenQuality, undefined);
});

test('one audio track is no choice', () => {
  assert.equal(kaltura().bridge.track, undefined);
});

class TrackList extends EventTarget {
  readonly length: number;
  [at: number]: { kind: string; language: string; mode: string };

  constructor(...tracks: { kind: string; language: string; mode: string }[]) {
    super();
    this.length = tracks.length;
    tracks.forEach((track, at) => { this[at] = track; });
  }
}

function videoJs(levels: { height: number; enabled: boolean }[] = []) {
  const tracks = new TrackList({ kind: 'captions', language: 'en', mode: 'showing' }, { kind: 'subtitles', language: 'de', mode: 'disabled' }, { kind: 'chapters', language: 'fr', mode: 'showing' });
  const listeners = new Map<string, () => void>();
  const player = {
    on: (type: string, listener: () => void) => listeners.set(type, listener),
    off: (type: string) => listeners.delete(type),
    textTracks: () => tracks,
    qualityLevels: () => levels,
    videoHeight: () => 480,
    isInPictureInPicture: undefined,
  } as unknown as VideoJs;
  return { bridge: new VideoJsBridge(player), tracks, listeners };
}

test('video.js shows one language of captions at a time, and chapters are none', () => {
  const { bridge, tracks } = videoJs();
  assert.equal(bridge.captions, 'en');
  bridge.captions = 'de';
  assert.deepEqual([tracks[0]!.mode, tracks[1]!.mode, tracks[2]!.mode], ['disabled', 'showing', 'showing']);
  bridge.captions = 'fr';
  assert.equal(bridge.captions, 'de');
  bridge.captions = '';
  assert.equal(bridge.captions, '');
});

test('a level is chosen when it is the only height that is left', () => {
  assert.equal(videoJs().bridge.chosenQuality, undefined);
  assert.equal(videoJs([{ height: 480, enabled: true }]).bridge.chosenQuality, undefined);
  assert.equal(videoJs([{ height: 480, enabled: true }, { height: 720, enabled: true }]).bridge.chosenQuality, undefined);
  assert.equal(videoJs([{ height: 480, enabled: true }, { height: 720, enabled: false }]).bridge.chosenQuality, 480);
});

test('changed captions are told once, after video.js has switched both tracks', async () => {
  const { bridge, tracks, listeners } = videoJs();
  let told = 0;
  const off = bridge.on('settings', () => { told += 1; });
  tracks.dispatchEvent(new Event('change'));
  assert.equal(told, 0);
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  assert.equal(told, 1);
  listeners.get('volumechange')?.();
  assert.equal(told, 2);
  off();
  assert.equal(listeners.size, 0);
});
