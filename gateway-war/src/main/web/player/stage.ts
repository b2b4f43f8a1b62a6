import './contentSecurity';
import videojs from 'video.js';
import deVideoJs from 'video.js/dist/lang/de.json';
import type { Language } from '../language/language';
import type { Media } from '../session/session';

videojs.addLanguage('de', deVideoJs);

export type Player = ReturnType<typeof videojs>;

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/**
 * Puts a video.js player over a video element, or the one of this id.
 *
 * @param keys hears the keys that no control of the player took; without it, video.js's own few do what they do
 */
export function playerOver(video: Element | string, media: Media, language: Language, keys?: (event: KeyboardEvent) => void): Player {
  const chapters = bestOf(media.chapters ?? [], language.tag, language.words);
  const tracks = [
    ...(media.captions ?? []).map((track) => ({ kind: 'captions', track })),
    ...(chapters ? [{ kind: 'chapters', track: chapters }] : []),
  ];
  return videojs(video, {
    controls: true,
    preload: 'metadata',
    fill: true,
    language: language.words,
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

/** Of several languages the first of the wanted ones that there is, exactly or but for its region; else the first. */
export function bestOf<T extends { readonly language: string }>(tracks: readonly T[], ...wanted: readonly string[]): T | undefined {
  const primary = (tag: string) => tag.split('-')[0];
  for (const tag of wanted) {
    const found = tracks.find((track) => track.language === tag) ?? tracks.find((track) => primary(track.language) === primary(tag));
    if (found) return found;
  }
  return tracks[0];
}
