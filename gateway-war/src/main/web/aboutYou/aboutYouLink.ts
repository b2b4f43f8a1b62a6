import type { Language } from '../language/language';
import type { Session } from '../session/session';
import { element } from '../ui/element';

/** The way to what is recorded about the person who looks, by a posted form as everywhere. */
export function aboutYouLink(session: Session, language: Language, media?: string): readonly HTMLElement[] {
  if (!session.aboutYou) return [];
  return [element('form', { method: 'post', action: `${session.aboutYou}/open`, class: 'about-you-link' },
    element('input', { type: 'hidden', name: 'token', value: session.token }),
    element('button', { class: 'button quiet', name: 'media', value: media ?? '' }, language.say('aboutYou.open')))];
}
