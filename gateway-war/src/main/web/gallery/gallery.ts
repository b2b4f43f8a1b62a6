import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { Language } from '../language/language';
import { call, query } from '../session/calling';
import { rememberPage } from '../session/reopening';
import { readSession, type Channel, type GalleryItem, type GallerySession } from '../session/session';
import { lengthBadge } from '../ui/lengthBadge';
import { watchedMeter } from '../ui/watchedMeter';
import { aboutLaunch } from '../viewing/aboutLaunch';
import { viewingButton } from '../viewing/staffTools';
import { searchField, VideoList, type Question, type Sheet } from './videoList';
import { aboutYouLink } from '../aboutYou/aboutYouLink';

/** So many cards can be overlooked without a search. */
const FEW = 6;

const session = readSession<GallerySession>();
const language = new Language(session.locale);
document.documentElement.lang = language.words;
rememberPage(session.renew, { token: session.token }, Date.now());
show();
document.getElementById('gallery')?.append(...aboutYouLink(session, language));
followHeight();

function show(): void {
  const main = document.getElementById('gallery');
  const heading = document.getElementById('heading');
  if (!main || !heading) return;
  const course = session.course?.title;
  heading.textContent = course ? language.say('gallery.headingOf', { course }) : language.say('gallery.heading');
  const list = new VideoList<GalleryItem>(language, { ask, card, empty });
  list.begin(session);
  const many = session.next !== undefined || session.items.length > FEW;
  const made = session.channels.some(({ gallery }) => !gallery);
  heading.after(...ways());
  main.append(
    ...(many ? [searchField(language, (typed) => list.look({ ...list.question, typed }, true))] : []),
    ...(many || made ? [chips(list)] : []),
    element('form', { method: 'post', action: `${session.renew}/open` },
      element('input', { type: 'hidden', name: 'token', value: session.token }), list.node),
    ...(session.viewing ? [aboutLaunch(session, language)] : []));
}

function ask({ typed, channel }: Question, after: string | undefined, signal: AbortSignal): Promise<Sheet<GalleryItem>> {
  return call(session, 'GET', `/library${query({ q: typed.trim(), channel, after })}`, undefined, signal);
}

function card(item: GalleryItem): HTMLElement {
  const picture = item.poster ? [element('img', { src: item.poster, alt: '', loading: 'lazy' })] : [element('span', { class: 'blank', 'aria-hidden': 'true' })];
  const watched = item.watched ?? 0;
  const seen = watched >= 1 ? language.say('gallery.watchedAll') : language.say('player.watchedPercent', { percent: language.percent(watched) });
  return element('li', { class: 'card' },
    element('div', { class: 'poster' }, ...picture, ...lengthBadge(language, item)),
    ...(watched > 0 ? [watchedMeter(watched)] : []),
    element('h2', {}, element('button', { name: 'media', value: item.id, dir: 'auto' }, item.title)),
    ...(watched > 0 ? [element('p', { class: 'soft' }, seen)] : []),
    ...viewingButton(session, language, item));
}

function empty({ typed, channel }: Question): readonly HTMLElement[] {
  if (typed.trim() !== '') return [element('p', {}, language.say('gallery.none'))];
  const teaches = session.studio !== undefined;
  if (channel !== undefined) return [element('p', {}, language.say(teaches ? 'gallery.emptyChannelInstructor' : 'gallery.emptyChannel'))];
  if (!teaches) return [element('p', {}, language.say('gallery.empty'))];
  return [element('p', {}, language.say(session.upload ? 'gallery.emptyUpload' : 'gallery.emptyInstructor'))];
}

/** For those who teach: to their own videos, and to a new one. */
function ways(): readonly HTMLElement[] {
  const way = (address: string | undefined, label: string) => address === undefined ? [] : [element('form', { method: 'post', action: `${address}/open` },
    element('input', { type: 'hidden', name: 'token', value: session.token }), element('button', { class: 'button' }, label))];
  const all = [...way(session.upload, language.say('studio.add')), ...way(session.studio, language.say('studio.heading'))];
  return all.length === 0 ? [] : [element('nav', { class: 'ways', 'aria-label': language.say('gallery.ways') }, ...all)];
}

function chips(list: VideoList<GalleryItem>): HTMLElement {
  const all = chip(language.say('gallery.all'), true);
  const each = session.channels.map((channel) => ({ channel, node: chip(name(channel), false) }));
  const press = (node: HTMLElement, channel?: Channel) => {
    for (const other of [all, ...each.map((one) => one.node)]) other.setAttribute('aria-pressed', String(other === node));
    list.look({ typed: list.question.typed, ...(channel ? { channel: channel.id } : {}) });
    if (channel) call(session, 'POST', `/channels/${channel.id}/visits`).catch((cause: unknown) => console.debug('the visit was not told', cause));
  };
  all.addEventListener('click', () => press(all));
  each.forEach(({ channel, node }) => node.addEventListener('click', () => press(node, channel)));
  return element('div', { class: 'chips', role: 'group', 'aria-label': language.say('gallery.channels') }, all, ...each.map(({ node }) => node));
}

function chip(label: string, pressed: boolean): HTMLElement {
  return element('button', { type: 'button', class: 'chip', 'aria-pressed': String(pressed), dir: 'auto' }, label);
}

function name({ gallery, reach, title }: Channel): string {
  return gallery && reach === 'course' ? language.say('gallery.thisCourse') : title;
}
