import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { Language } from '../language/language';
import { rememberPage } from '../session/reopening';
import { readSession, type GalleryItem, type GallerySession } from '../session/session';
import { watchedMeter } from '../ui/watchedMeter';
import { aboutLaunch } from '../viewing/aboutLaunch';
import { viewingButton } from '../viewing/staffTools';
import { aboutYouLink } from '../aboutYou/aboutYouLink';

/** So many cards can be overlooked without a search. */
const FEW = 6;

const session = readSession<GallerySession>();
const language = new Language(session.locale);
rememberPage(session.renew, { token: session.token }, Date.now());
show();
if (session.viewing) document.getElementById('gallery')?.append(aboutLaunch(session, language));
document.getElementById('gallery')?.append(...aboutYouLink(session, language));
followHeight();

function show(): void {
  const main = document.getElementById('gallery');
  const heading = document.getElementById('heading');
  if (!main || !heading) return;
  const course = session.course?.title;
  heading.textContent = course ? language.say('gallery.headingOf', { course }) : language.say('gallery.heading');
  if (session.items.length === 0) {
    const empty = session.viewing ? 'gallery.emptyInstructor' : 'gallery.empty';
    main.append(element('p', { class: 'soft' }, language.say(empty)));
    return;
  }
  const cards = session.items.map((item) => ({ item, node: card(item) }));
  const list = element('ul', { class: 'cards' }, ...cards.map(({ node }) => node));
  const form = element('form', { method: 'post', action: `${session.renew}/open` },
    element('input', { type: 'hidden', name: 'token', value: session.token }), list);
  if (cards.length > FEW) main.append(...search(cards));
  main.append(form);
}

function card(item: GalleryItem): HTMLElement {
  const duration = item.duration === undefined ? [] : [element('span', { class: 'duration' }, language.clock(item.duration))];
  const picture = item.poster ? [element('img', { src: item.poster, alt: '', loading: 'lazy' })] : [element('span', { class: 'blank', 'aria-hidden': 'true' })];
  const watched = item.watched ?? 0;
  const seen = watched >= 1 ? language.say('gallery.watchedAll') : language.say('player.watchedPercent', { percent: language.percent(watched) });
  return element('li', { class: 'card' },
    element('div', { class: 'poster' }, ...picture, ...duration),
    ...(watched > 0 ? [watchedMeter(watched)] : []),
    element('h2', {}, element('button', { name: 'media', value: item.id, dir: 'auto' }, item.title)),
    ...(watched > 0 ? [element('p', { class: 'soft' }, seen)] : []),
    ...viewingButton(session, language, item));
}

function search(cards: readonly { item: GalleryItem; node: HTMLElement }[]): readonly HTMLElement[] {
  const field = element('input', { type: 'search', id: 'search', autocomplete: 'off' });
  const found = element('p', { class: 'soft', role: 'status' }, language.count('gallery.found', cards.length));
  field.addEventListener('input', () => {
    const words = field.value.toLocaleLowerCase(language.tag).split(/\s+/);
    let count = 0;
    for (const { item, node } of cards) {
      const title = item.title.toLocaleLowerCase(language.tag);
      node.hidden = !words.every((word) => title.includes(word));
      if (!node.hidden) count += 1;
    }
    found.textContent = count === 0 ? language.say('gallery.none') : language.count('gallery.found', count);
  });
  return [element('label', { for: 'search' }, language.say('gallery.search')), field, found];
}
