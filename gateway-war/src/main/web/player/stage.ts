import './contentSecurity';
import videojs from 'video.js';
import deVideoJs from 'video.js/dist/lang/de.json';
import type { Media, PlayerSession } from '../session/session';
import { recallPreferences, rememberPreferences } from './preferences';

videojs.addLanguage('de', deVideoJs);

export type Player = ReturnType<typeof videojs>;

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** Puts a video.js player over `#video` with the session's media, and the learner's volume, speed and captions. */
export function openPlayer(session: PlayerSession, language: string): Player {
  const player = playerOver('video', session.media, language);
  player.ready(() => applyPreferences(player));
  return player;
}

/** Puts a video.js player over a video element, or the one of this id. */
export function playerOver(video: Element | string, media: Media, language: string): Player {
  return videojs(video, {
    controls: true,
    preload: 'metadata',
    fill: true,
    language,
    playbackRates: SPEEDS,
    sources: media.sources.map(({ src, type }) => ({ src, ...(type ? { type } : {}) })),
    ...(media.poster ? { poster: media.poster } : {}),
    tracks: (media.captions ?? []).map(({ src, language: srclang, label }) => ({ kind: 'captions', src, srclang, label })),
    controlBar: { volumePanel: { inline: false }, remainingTimeDisplay: false, currentTimeDisplay: true, timeDivider: true, durationDisplay: true },
    userActions: { hotkeys: true },
    inactivityTimeout: 3_000,
    errorDisplay: true,
    responsive: false,
  });
}

/** The captions shown right now, if any. */
export function shownCaptions(player: Player): TextTrack | undefined {
  return captionTracks(player).find((track) => track.mode === 'showing');
}

function captionTracks(player: Player): readonly TextTrack[] {
  return Array.from(player.textTracks() as unknown as ArrayLike<TextTrack>)
    .filter((track) => track.kind === 'captions' || track.kind === 'subtitles');
}

function applyPreferences(player: Player): void {
  const liked = recallPreferences();
  if (liked.volume !== undefined) player.volume(liked.volume);
  if (liked.muted !== undefined) player.muted(liked.muted);
  if (liked.speed !== undefined) {
    // The default, too: loading a source puts the speed back to it.
    player.defaultPlaybackRate(liked.speed);
    player.playbackRate(liked.speed);
  }
  const track = captionTracks(player).find(({ language }) => language === liked.captions);
  if (track) track.mode = 'showing';
}

/** Remembers what the learner chooses from now on. */
export function keepPreferences(player: Player): void {
  player.on('volumechange', () => rememberPreferences({ volume: player.volume() ?? 1, muted: player.muted() ?? false }));
  player.on('ratechange', () => rememberPreferences({ speed: player.playbackRate() ?? 1 }));
  player.textTracks().addEventListener('change', () => rememberPreferences({ captions: shownCaptions(player)?.language ?? '' }));
}
