import './contentSecurity';
import videojs from 'video.js';
import deVideoJs from 'video.js/dist/lang/de.json';
import type { Media } from '../session/session';

videojs.addLanguage('de', deVideoJs);

export type Player = ReturnType<typeof videojs>;

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/**
 * Puts a video.js player over a video element, or the one of this id.
 *
 * @param keys hears the keys that no control of the player took; without it, video.js's own few do what they do
 */
export function playerOver(video: Element | string, media: Media, language: string, keys?: (event: KeyboardEvent) => void): Player {
  const chapters = bestOf(media.chapters ?? [], language);
  const tracks = [
    ...(media.captions ?? []).map((track) => ({ kind: 'captions', track })),
    ...(chapters ? [{ kind: 'chapters', track: chapters }] : []),
  ];
  return videojs(video, {
    controls: true,
    preload: 'metadata',
    fill: true,
    language,
    playbackRates: SPEEDS,
    sources: media.sources.map(({ src, type }) => ({ src, ...(type ? { type } : {}) })),
    ...(media.poster ? { poster: media.poster } : {}),
    tracks: tracks.map(({ kind, track: { src, language: srclang, label } }) => ({ kind, src, srclang, label })),
    controlBar: { volumePanel: { inline: false }, remainingTimeDisplay: false, currentTimeDisplay: true, timeDivider: true, durationDisplay: true },
    userActions: { hotkeys: keys ?? true },
    inactivityTimeout: 3_000,
    errorDisplay: true,
    responsive: false,
  });
}

/** Of several languages the wanted one, else the first. */
export function bestOf<T extends { readonly language: string }>(tracks: readonly T[], language: string): T | undefined {
  return tracks.find((track) => track.language === language)
    ?? tracks.find((track) => track.language.split('-')[0] === language.split('-')[0])
    ?? tracks[0];
}
