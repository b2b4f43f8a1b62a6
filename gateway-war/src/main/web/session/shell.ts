import { Language } from '../language/language';
import { isPassing, openPage, recallPage } from './reopening';
import { translate } from './session';

/** The page behind a reload: opens again what this frame showed, or says how to get back. */
const language = new Language(navigator.language);
const ticket = isPassing() ? undefined : recallPage();
document.documentElement.lang = language.words;
translate((key) => language.say(key));

if (ticket) {
  openPage(`${location.pathname.replace(/\/$/, '')}/open`, ticket);
} else {
  document.getElementById('opening')?.setAttribute('hidden', '');
  document.getElementById('gone')?.removeAttribute('hidden');
  if (isPassing()) history.back();
}
