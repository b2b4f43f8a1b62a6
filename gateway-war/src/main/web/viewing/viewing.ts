import { Language } from '../language/language';
import { call } from '../session/calling';
import { rememberPage } from '../session/reopening';
import { readSession } from '../session/session';
import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { aboutLaunch } from './aboutLaunch';
import { fill, liveNote, rosterNote, showEverybody } from './everybody';
import { personFacts, seenBar } from './personFacts';
import type { Review, ViewingSession } from './viewingData';
import { Words } from './words';

const session = readSession<ViewingSession>();
const language = new Language(session.locale);
const words = new Words(language);
const media = session.media?.id;
document.documentElement.lang = language.words;
rememberPage(session.renew, { token: session.token, ...(media === undefined ? {} : { media }) }, Date.now());
head(session.page === 'review' ? reviewHeading(session.name) : language.say('viewing.heading', { title: session.media?.title ?? '' }));
ways();
followHeight();
void show();

function show(): Promise<void> {
  const content = byId('content');
  if (session.page !== 'review') return showEverybody({ session, video: session.media ?? { id: '' }, language, content, say });
  return fill({ language, content, say }, async () => review(await call<Review>(session, 'GET', '/viewing/review')));
}

function review({ own, name, roster, items }: Review): void {
  head(own ? language.say('review.headingOwn') : reviewHeading(session.name ?? name));
  const note = own || session.name !== undefined || name !== undefined ? [] : rosterNote(roster, words, language);
  if (items.length === 0) {
    byId('content').replaceChildren(...note, element('p', {}, language.say('review.nothingAtAll')));
    return;
  }
  byId('content').replaceChildren(...note, ...items.map(({ media: video, seen, grade }) =>
    element('section', { class: 'reviewed' },
      element('h2', { dir: 'auto' }, video.title),
      ...(seen && seen.parts.length > 0
        ? [...liveNote(video, language), ...(video.live ? [] : [element('div', { class: 'bar' }, seenBar(seen, video))]), personFacts(seen, video, grade, words, language)]
        : [element('p', {}, language.say('review.nothing'))]))));
}

function reviewHeading(name: string | undefined): string {
  return language.say('review.heading', { name: name ?? language.say('review.somebody') });
}

/** Back to the video and to all videos, by posted forms as everywhere; and what the launch held. */
function ways(): void {
  const way = (value: string, label: string) => element('button', { class: 'button', name: 'media', value }, label);
  byId('ways').append(
    element('form', { method: 'post', action: `${session.player}/open` },
      element('input', { type: 'hidden', name: 'token', value: session.token }),
      ...(media === undefined ? [] : [way(media, language.say('viewing.video'))]),
      way('', language.say('viewing.gallery'))),
    ...(session.viewing ? [aboutLaunch(session, language)] : []));
}

function head(text: string): void {
  byId('heading').textContent = text;
  document.title = text;
}

function say(text: string): void { byId('status').textContent = text; }

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`viewing.html has no #${id}`);
  return found;
}
