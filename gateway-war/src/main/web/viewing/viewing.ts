import { Language } from '../language/language';
import { rememberPage } from '../session/reopening';
import { readSession } from '../session/session';
import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { aboutLaunch } from './aboutLaunch';
import { csv } from './csv';
import { PeopleTable } from './peopleTable';
import { plots } from './plots';
import { gradeText, personFacts, seenBar } from './personFacts';
import { ask, Refused, type Person, type Review, type Roster, type Video, type Viewing, type ViewingSession } from './viewingData';
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

async function show(): Promise<void> {
  const slow = setTimeout(() => say(language.say('viewing.loading')), 200);
  try {
    if (session.page === 'review') review(await ask<Review>(session, '/review'));
    else {
      const figures = plotsPart();
      byId('content').replaceChildren(figures);
      everybody(await ask<Viewing>(session, `?media=${encodeURIComponent(media ?? '')}`), figures);
    }
    clearTimeout(slow);
    say('');
  } catch (cause) {
    clearTimeout(slow);
    console.debug('no viewing', cause);
    byId('content').replaceChildren();
    say(language.say(failure(cause)));
  }
}

function failure(cause: unknown): 'viewing.over' | 'viewing.notAllowed' | 'viewing.noCourse' | 'viewing.failed' {
  if (!(cause instanceof Refused)) return 'viewing.failed';
  if (cause.status === 401) return 'viewing.over';
  if (cause.status === 403) return 'viewing.notAllowed';
  return cause.code === 'viewing.no_course' ? 'viewing.noCourse' : 'viewing.failed';
}

function everybody(viewing: Viewing, figures: HTMLElement): void {
  const { summary, roster, people } = viewing;
  const sentence = people.length === 0 ? language.say('viewing.nobody')
    : viewing.media.live ? words.summaryOfLive(summary.people, summary.watched, roster)
      : words.summary(summary.people, summary.watched, summary.completed, roster);
  const others = people.filter(({ place }) => place === 'left').length;
  const content: HTMLElement[] = [
    element('p', { class: 'summary' }, sentence),
    ...(others > 0 ? [element('p', { class: 'soft' }, language.say('viewing.others', { count: words.number(others) }))] : []),
    ...liveNote(viewing.media),
    ...rosterNote(roster),
    ...(viewing.grades.state === 'unavailable' ? [element('p', { class: 'note' }, language.say('viewing.gradesUnavailable'))] : []),
    ...(viewing.whole ? [] : [element('p', { class: 'note' }, language.say('viewing.notAll', { count: words.number(people.length) }))]),
    figures,
  ];
  if (people.length > 0) {
    const table = new PeopleTable(viewing, words, language, Date.now());
    const download = element('button', { type: 'button', class: 'button' }, language.say('viewing.download'));
    download.addEventListener('click', () => save(table.people, viewing));
    content.push(element('h2', {}, language.say('plots.people')), table.node, element('p', { class: 'deeds' }, download, refresh()));
  } else {
    content.push(element('p', { class: 'deeds' }, refresh()));
  }
  byId('content').replaceChildren(...content);
}

/** The plots come by themselves: a slow answer to either holds up nothing of the other. */
function plotsPart(): HTMLElement {
  const part = element('div', { class: 'figures' });
  plots(session, session.media, words, language).then(
    (figures) => part.replaceChildren(...figures),
    (cause: unknown) => {
      console.debug('no plots', cause);
      part.replaceChildren(element('p', { class: 'soft', role: 'status' }, language.say('plots.failed')));
    });
  return part;
}

function refresh(): HTMLElement {
  const button = element('button', { type: 'button', class: 'button' }, language.say('viewing.refresh'));
  button.addEventListener('click', () => void show());
  return button;
}

function liveNote({ live }: Video): readonly HTMLElement[] {
  return live ? [element('p', { class: 'soft' }, language.say('viewing.live'))] : [];
}

function rosterNote(roster: Roster): readonly HTMLElement[] {
  const text = words.roster(roster);
  if (text === '') return [];
  const fault = roster.fault ? [element('span', { class: 'soft' }, ` ${language.say('viewing.rosterFault', { fault: roster.fault })}`)] : [];
  return [element('p', { class: 'note' }, text, ...fault)];
}

function review({ own, name, roster, items }: Review): void {
  head(own ? language.say('review.headingOwn') : reviewHeading(session.name ?? name));
  const note = own || session.name !== undefined || name !== undefined ? [] : rosterNote(roster);
  if (items.length === 0) {
    byId('content').replaceChildren(...note, element('p', {}, language.say('review.nothingAtAll')));
    return;
  }
  byId('content').replaceChildren(...note, ...items.map(({ media: video, seen, grade }) =>
    element('section', { class: 'reviewed' },
      element('h2', { dir: 'auto' }, video.title),
      ...(seen && seen.parts.length > 0
        ? [...liveNote(video), ...(video.live ? [] : [element('div', { class: 'bar' }, seenBar(seen, video))]), personFacts(seen, video, grade, words, language)]
        : [element('p', {}, language.say('review.nothing'))]))));
}

function reviewHeading(name: string | undefined): string {
  return language.say('review.heading', { name: name ?? language.say('review.somebody') });
}

/** Everything in the table as it is shown now, as a file for a spreadsheet. */
function save(people: readonly Person[], { media: video }: Viewing): void {
  const headings = ['viewing.name', 'viewing.state', 'viewing.watched', 'viewing.timeSpent', 'viewing.last', 'viewing.grade'] as const;
  const rows = people.map((person) => [
    words.name(person), words.standing(person, video), video.live ? undefined : person.seen?.share, person.seen?.timeSpent, person.seen?.last,
    person.grade ? gradeText(person.grade, words, language) : undefined,
  ]);
  const text = csv([headings.map((key) => language.say(key)), ...rows]);
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  element('a', { href: address, download: `${language.say('viewing.file')}-${video.id}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
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
