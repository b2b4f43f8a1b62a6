import { Language } from '../language/language';
import { translate } from '../session/session';

/** The recovery page: the server wrote what happened; this adds the words that never change, and opens the window. */
const language = new Language(document.documentElement.lang);
translate((key) => language.say(key));

const open = document.getElementById('open') as HTMLAnchorElement | null;

open?.addEventListener('click', (click) => {
  // A tab opened by the browser's own keys is never blocked.
  if (click.ctrlKey || click.metaKey || click.shiftKey) return;
  click.preventDefault();
  // Not `noopener`, which would hide whether there is a window; nothing foreign is in it before the next line.
  const opened = window.open(open.href, '_blank');
  if (opened) opened.opener = null;
  const told = document.getElementById('opened');
  if (told) told.textContent = language.say(opened ? 'notice.opened' : 'notice.blocked');
});
