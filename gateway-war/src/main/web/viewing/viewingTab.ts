import type { Language } from '../language/language';
import type { PlayerSession } from '../session/session';
import { element } from '../ui/element';

/** On the panel: somebody chose a place in a plot; `detail` is in seconds. */
export const PLAY = 'lectern-play';

/**
 * For those who teach, a tab of the player's page: how the video is watched. Its script and style, which learners never need, are fetched
 * when it is opened first.
 *
 * @param panel names both in `data-script` and `data-style`
 * @param play plays from a place of the video, in seconds
 * @returns what to do when it is opened first; nothing for learners
 */
export function viewingTab(session: PlayerSession, language: Language, panel: HTMLElement, play: (seconds: number) => void): (() => void) | undefined {
  if (!session.viewing) return undefined;
  const status = element('p', { class: 'soft', role: 'status' }, language.say('viewing.loading'));
  panel.append(status);
  panel.addEventListener(PLAY, (event) => play((event as CustomEvent<number>).detail));
  return () => {
    const script = element('script', { src: panel.dataset['script'] ?? '' });
    script.addEventListener('error', () => { status.textContent = language.say('viewing.failed'); });
    document.head.append(element('link', { rel: 'stylesheet', href: panel.dataset['style'] ?? '' }), script);
  };
}
