import type { Language } from '../language/language';
import { call, query, Refused } from '../session/calling';
import type { Session } from '../session/session';
import { element } from '../ui/element';
import { focusIfLost } from '../ui/resting';
import { csv } from './csv';
import { gradeText } from './personFacts';
import { PeopleTable } from './peopleTable';
import { plots, type ShownVideo } from './plots';
import type { Person, Roster, Viewing } from './viewingData';
import { Words } from './words';

/** Where everybody's viewing of a video is shown. */
export interface Place {
  readonly session: Session;
  readonly video: ShownVideo;
  readonly language: Language;
  /** Gets all there is to see. */
  readonly content: HTMLElement;
  /** Says in a line what happens; an empty one when nothing has to be said. */
  readonly say: (text: string) => void;
  /** Plays from a place in the video, where the video is on the page. */
  readonly play?: (seconds: number) => void;
}

/** Fetches and shows in a sentence, plots and a table how a video is watched in the course. */
export function showEverybody(place: Place): Promise<void> {
  return fill(place, async () => {
    const words = new Words(place.language);
    const figures = plotsPart(place, words);
    place.content.replaceChildren(figures);
    const viewing = await call<Viewing>(place.session, 'GET', `/viewing${query({ media: place.video.id })}`);
    place.content.replaceChildren(...everything(place, viewing, figures, words));
  }, () => [refresh(place)]);
}

/**
 * Says that something is on its way when it takes a while, and what to do when nothing comes.
 *
 * @param again what may help where it might come another time
 */
export async function fill(
  { language, content, say }: Pick<Place, 'language' | 'content' | 'say'>, work: () => Promise<void>, again: () => readonly HTMLElement[] = () => [],
): Promise<void> {
  const slow = setTimeout(() => say(language.say('viewing.loading')), 200);
  try {
    await work();
    say('');
  } catch (cause) {
    console.debug('no viewing', cause);
    const why = failure(cause);
    content.replaceChildren(...(why === 'viewing.failed' ? again() : []));
    say(language.say(why));
  } finally {
    clearTimeout(slow);
  }
}

/** What to say when there is nothing to show. */
function failure(cause: unknown): 'viewing.over' | 'viewing.notAllowed' | 'viewing.noCourse' | 'viewing.failed' {
  if (!(cause instanceof Refused)) return 'viewing.failed';
  if (cause.status === 401) return 'viewing.over';
  if (cause.status === 403) return 'viewing.notAllowed';
  return cause.code === 'viewing.no_course' ? 'viewing.noCourse' : 'viewing.failed';
}

/** What cannot be told of a live stream. */
export function liveNote({ live }: { readonly live?: boolean }, language: Language): readonly HTMLElement[] {
  return live ? [element('p', { class: 'soft' }, language.say('viewing.live'))] : [];
}

/** Why names are missing, and what to do about it. */
export function rosterNote(roster: Roster, words: Words, language: Language): readonly HTMLElement[] {
  const text = words.roster(roster);
  if (text === '') return [];
  const fault = roster.fault ? [element('span', { class: 'soft' }, ` ${language.say('viewing.rosterFault', { fault: roster.fault })}`)] : [];
  return [element('p', { class: 'note' }, text, ...fault)];
}

function everything(place: Place, viewing: Viewing, figures: HTMLElement, words: Words): readonly HTMLElement[] {
  const { language } = place;
  const { summary, roster, people } = viewing;
  const sentence = people.length === 0 ? language.say('viewing.nobody')
    : viewing.media.live ? words.summaryOfLive(summary.people, summary.watched, roster)
      : words.summary(summary.people, summary.watched, summary.completed, roster);
  const others = people.filter(({ place: at }) => at === 'left').length;
  return [
    element('p', { class: 'summary' }, sentence),
    ...(others > 0 ? [element('p', { class: 'soft' }, language.say('viewing.others', { count: words.number(others) }))] : []),
    ...liveNote(viewing.media, language),
    ...rosterNote(roster, words, language),
    ...(viewing.grades.state === 'unavailable' ? [element('p', { class: 'note' }, language.say('viewing.gradesUnavailable'))] : []),
    ...(viewing.whole ? [] : [element('p', { class: 'note' }, language.say('viewing.notAll', { count: words.number(people.length) }))]),
    figures,
    ...(people.length > 0 ? peopleOf(place, viewing, words) : [element('p', { class: 'deeds' }, refresh(place))]),
  ];
}

function peopleOf(place: Place, viewing: Viewing, words: Words): readonly HTMLElement[] {
  const { language } = place;
  const table = new PeopleTable(viewing, words, language, Date.now());
  const download = element('button', { type: 'button', class: 'button' }, language.say('viewing.download'));
  download.addEventListener('click', () => save(table.people, viewing, words, language));
  return [element('h2', {}, language.say('plots.people')), table.node, element('p', { class: 'deeds' }, download, refresh(place))];
}

/** The plots come by themselves: a slow answer to either holds up nothing of the other. */
function plotsPart({ session, video, language, play }: Place, words: Words): HTMLElement {
  const part = element('div', { class: 'figures' });
  plots(session, video, words, language, play).then(
    (figures) => part.replaceChildren(...figures),
    (cause: unknown) => {
      console.debug('no plots', cause);
      part.replaceChildren(element('p', { class: 'soft', role: 'status' }, language.say('plots.failed')));
    });
  return part;
}

function refresh(place: Place): HTMLElement {
  const button = element('button', { type: 'button', class: 'button refresh' }, place.language.say('viewing.refresh'));
  button.addEventListener('click', () => void showEverybody(place).then(() => focusIfLost(place.content.querySelector<HTMLElement>('.refresh'))));
  return button;
}

/** Everything in the table as it is shown now, as a file for a spreadsheet. */
function save(people: readonly Person[], { media: video }: Viewing, words: Words, language: Language): void {
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
