import type { Language } from '../language/language';
import { element } from './element';

/** In the corner of a video's picture: how long it is, or that it is live; nothing where nobody knows. */
export function lengthBadge(language: Language, { duration, live }: { readonly duration?: number; readonly live?: boolean }): readonly HTMLElement[] {
  const text = live ? language.say('player.live') : duration === undefined ? '' : language.clock(duration);
  return text === '' ? [] : [element('span', { class: 'duration' }, text)];
}
