import type { Language } from '../language/language';
import { call } from '../session/calling';
import type { PlayerSession } from '../session/session';
import { element, svg } from '../ui/element';

/** How a video stands: `GET|PUT|DELETE /api/v1/media/{media}/likes`. */
export interface Standing {
  readonly count: number;
  readonly mine: boolean;
}

const HEART = 'M12 21C5.5 15.6 2 12.3 2 8.3 2 5.3 4.4 3 7.2 3 9.1 3 10.9 4 12 5.6 13.1 4 14.9 3 16.8 3 19.6 3 22 5.3 22 8.3c0 4-3.5 7.3-10 12.7Z';

/** A toggle with a heart and the number; it shows at once what was wished, and goes back when that failed. */
export async function mountLiking(root: HTMLElement, session: PlayerSession, language: Language): Promise<void> {
  const path = `/media/${encodeURIComponent(session.media.id)}/likes`;
  let standing: Standing;
  try {
    standing = await call<Standing>(session, 'GET', path);
  } catch (cause) {
    console.debug('likes cannot be shown', cause);
    return;
  }
  const number = element('span', { 'aria-hidden': 'true' });
  const heart = svg('svg', { viewBox: '0 0 24 24', width: '20', height: '20', 'aria-hidden': 'true', class: 'heart' });
  heart.append(svg('path', { d: HEART }));
  const button = element('button', { type: 'button', class: 'button like' }, heart, number);
  const said = element('span', { class: 'unseen', role: 'status' });
  const show = ({ count, mine }: Standing) => {
    number.textContent = new Intl.NumberFormat(language.tag).format(count);
    button.setAttribute('aria-pressed', String(mine));
    button.setAttribute('aria-label', language.count('conversation.like', count));
  };
  let [wished, busy] = [standing.mine, false];
  button.addEventListener('click', async () => {
    wished = !wished;
    show({ mine: wished, count: Math.max(0, standing.count + Number(wished) - Number(standing.mine)) });
    if (busy) return;
    busy = true;
    try {
      // Whoever changes their mind while it is on its way is heard, too.
      for (let asked: boolean | undefined; asked !== wished;) {
        asked = wished;
        standing = await call<Standing>(session, asked ? 'PUT' : 'DELETE', path);
      }
      said.textContent = '';
    } catch (cause) {
      console.debug('like not kept', cause);
      wished = standing.mine;
      said.textContent = language.say('conversation.likeFailed');
    }
    show(standing);
    busy = false;
  });
  show(standing);
  root.replaceChildren(button, said);
}
