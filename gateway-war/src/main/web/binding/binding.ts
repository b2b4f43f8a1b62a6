import { Language } from '../language/language';
import { randomId } from '../session/randomId';
import { markPassing } from '../session/reopening';
import { translate } from '../session/session';
import type { Surroundings } from './platformMessages';
import { keep, takeBack, type Place } from './platformStorage';

/** What a page between platform and launch has to do; written by the server into `#lectern-binding`. */
type Task =
  | (Place & { readonly step: 'keep'; readonly secret: string; readonly next: string; readonly otherwise: string })
  | (Place & { readonly step: 'take-back'; readonly shell: string })
  | { readonly step: 'ask-again'; readonly next: string };

/** Frames of one page that failed together do not ask again together. */
const SOONEST_MS = 500;
const SPREAD_MS = 2_000;

const surroundings: Surroundings = {
  host: window.parent !== window ? window.parent : ((window.opener as Window | null) ?? undefined),
  listen(listener) {
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  },
  later: (action, ms) => window.setTimeout(action, ms),
  cancel: (timer) => window.clearTimeout(timer),
  now: () => performance.now(),
  id: randomId,
};

/**
 * The pages between platform and launch that nobody has to touch. After the login, one leaves the secret in the platform's storage and goes on
 * to the platform; when it is not stored, too, where a cookie may still come back. At the launch, one takes it back and posts the launch once more with it;
 * without it, too, so that the server says what to do instead. After an error that may pass, one asks the platform again.
 */
async function work(task: Task): Promise<void> {
  if (task.step === 'keep') {
    location.replace((await keep(surroundings, task, task.secret)) ? task.next : task.otherwise);
    return;
  }
  if (task.step === 'ask-again') {
    setTimeout(() => location.replace(task.next), SOONEST_MS + Math.random() * SPREAD_MS);
    return;
  }
  const secret = await takeBack(surroundings, task);
  const form = document.getElementById('launch') as HTMLFormElement;
  (form.elements.namedItem('binding') as HTMLInputElement).value = secret ?? '';
  // Whoever goes back later must not come to a launch that was used.
  markPassing(task.shell);
  form.submit();
}

const language = new Language(navigator.language);
document.documentElement.lang = language.words;
translate((key) => language.say(key));
void work(JSON.parse(document.getElementById('lectern-binding')?.textContent ?? '') as Task);
