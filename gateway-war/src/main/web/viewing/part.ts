import { Language } from '../language/language';
import { readSession, type PlayerSession } from '../session/session';
import { element } from '../ui/element';
import { showEverybody } from './everybody';
import { PLAY } from './viewingTab';

// Fetched by the player's page when somebody opens its tab "Viewing": nobody else needs the plots.
const session = readSession<PlayerSession>();
const language = new Language(session.locale);
const panel = document.getElementById('viewing');
if (panel && session.viewing) {
  const status = element('p', { class: 'soft', role: 'status' });
  const content = element('div', { class: 'content' });
  const ownPage = element('form', { method: 'post', action: `${session.viewing}/open` },
    element('input', { type: 'hidden', name: 'token', value: session.token }),
    element('button', { class: 'button', name: 'media', value: session.media.id }, language.say('viewing.page')));
  panel.replaceChildren(status, content, ownPage);
  void showEverybody({
    session, video: session.media, language, content,
    say: (text) => { status.textContent = text; },
    play: (seconds) => panel.dispatchEvent(new CustomEvent(PLAY, { detail: seconds })),
  });
}
