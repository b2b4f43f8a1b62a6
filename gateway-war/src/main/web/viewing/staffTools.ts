import type { Language } from '../language/language';
import type { PlayerSession, Session } from '../session/session';
import { element } from '../ui/element';
import { aboutLaunch } from './aboutLaunch';

/** For those who teach, under the video's title: what the launch held. */
export function staffTools(session: PlayerSession, language: Language, after: HTMLElement): void {
  if (!session.viewing) return;
  after.after(element('div', { class: 'staff-tools' }, aboutLaunch(session, language)));
}

/** The way to who has watched, on a card of the gallery, whose form carries the token. */
export function viewingButton(session: Session, language: Language, video: { readonly id: string; readonly title: string }): readonly HTMLElement[] {
  if (!session.viewing) return [];
  return [element('button', {
    class: 'button to-viewing', name: 'media', value: video.id, formaction: `${session.viewing}/open`,
    'aria-label': language.say('viewing.openOf', { title: video.title }),
  }, language.say('viewing.open'))];
}
