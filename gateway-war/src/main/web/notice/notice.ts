import { Language } from '../language/language';
import { translate } from '../session/session';

/** The recovery page: the server wrote what happened; this adds the words that never change, and follows the button. */
const language = new Language(document.documentElement.lang);
translate((key) => language.say(key));

const open = document.getElementById('open');
open?.addEventListener('click', () => {
  const opened = document.getElementById('opened');
  if (opened) opened.textContent = language.say('notice.opened');
});
