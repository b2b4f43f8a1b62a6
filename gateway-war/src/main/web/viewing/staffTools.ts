import type { Language } from '../language/language';
import type { PlayerSession, Session } from '../session/session';
import { element } from '../ui/element';
import { aboutLaunch } from './aboutLaunch';

/** For those who teach, under the video's title: the way to who has watched, and what the launch held. */
export function staffTools(session: PlayerSession, language: Language, after: HTMLElement): void {
  if (!session.viewing) return;
  const form = element('form', { method: 'post', action: `${session.viewing}/open` },
    element('input', { type: 'hidden', name: 'token', value: session.token }),
    element('button', { class: 'button', name: 'media', value: session.media.id }, language.say('viewing.open')));
  after.after(element('div', { class: 'staff-tools' }, form, aboutLaunch(session, language)));
}

/** The same way from a card of the gallery, whose form carries the token. */
export function viewingButton(session: Session, language: Language, video: { readonly id: string; readonly title: string }): readonly HTMLElement[] {
  if (!session.viewing) return [];
  return [element('button', {
    class: 'button to-viewing', name: 'media', value: video.id, formaction: `${session.viewing}/open`,
    'aria-label': language.say('viewing.openOf', { title: video.title }),
  }, language.say('viewing.open'))];
}
