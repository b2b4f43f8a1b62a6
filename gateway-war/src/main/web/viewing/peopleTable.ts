import type { Language } from '../language/language';
import { element } from '../ui/element';
import { arrange, passes, type Filter, type Sorting } from './people';
import { gradeText, personFacts, seenBar } from './personFacts';
import type { Person, Viewing } from './viewingData';
import type { Words } from './words';

/** So many rows at a time: a course may have ten thousand people. */
const STEP = 100;
const FILTERS = { all: 'viewing.all', 'not-yet': 'viewing.notYet', begun: 'viewing.begun', completed: 'viewing.completed' } as const satisfies Record<Filter, string>;
const COLUMNS = { name: 'viewing.name', share: 'viewing.watched', timeSpent: 'viewing.timeSpent', last: 'viewing.last', grade: 'viewing.grade' } as const satisfies Record<Sorting, string>;

/** The people of a course, to search, narrow down and sort; a row opens to what is known of one person. */
export class PeopleTable {
  readonly node = element('div', { class: 'people' });
  readonly #viewing: Viewing;
  readonly #words: Words;
  readonly #language: Language;
  readonly #now: number;
  readonly #columns: readonly Sorting[];
  readonly #found = element('p', { class: 'soft', role: 'status' });
  readonly #rows = element('tbody', {});
  readonly #more = element('button', { type: 'button', class: 'button' });
  readonly #headings = new Map<Sorting, HTMLElement>();
  readonly #filters = new Map<Filter, HTMLElement>();
  #search = '';
  #filter: Filter = 'all';
  #by: Sorting = 'name';
  #down = false;
  #shown = STEP;

  constructor(viewing: Viewing, words: Words, language: Language, now: number) {
    this.#viewing = viewing;
    this.#words = words;
    this.#language = language;
    this.#now = now;
    const graded = viewing.grades.state !== 'ungraded';
    this.#columns = (Object.keys(COLUMNS) as Sorting[]).filter((column) => column !== 'grade' || graded);
    this.#more.addEventListener('click', () => this.#showMore());
    const table = element('table', {}, element('caption', { class: 'unseen' }, language.say('viewing.table')),
      element('thead', {}, element('tr', {}, ...this.#columns.map((column) => this.#heading(column)))), this.#rows);
    this.node.append(this.#tools(), this.#found, table, element('p', {}, this.#more));
    this.#show();
  }

  /** The rows as they are narrowed down and sorted right now. */
  get people(): readonly Person[] {
    const wish = { search: this.#search, filter: this.#filter, by: this.#by, down: this.#down };
    return arrange(this.#viewing.people, (person) => this.#words.name(person), wish, this.#language.tag);
  }

  #tools(): HTMLElement {
    const field = element('input', { type: 'search', id: 'people-search', autocomplete: 'off' });
    field.addEventListener('input', () => this.#change(() => { this.#search = field.value; }));
    const { live } = this.#viewing.media;
    const filters = (Object.keys(FILTERS) as Filter[]).filter((filter) => !live || filter !== 'completed').map((filter) => this.#filterButton(filter));
    return element('div', { class: 'tools' },
      element('div', { class: 'search' }, element('label', { for: 'people-search' }, this.#language.say('viewing.search')), field),
      element('div', { class: 'filters', role: 'group', 'aria-label': this.#language.say('viewing.show') }, ...filters));
  }

  #filterButton(filter: Filter): HTMLElement {
    const count = this.#viewing.people.filter((person) => passes(person, filter)).length;
    const text = this.#language.say('viewing.withCount', { what: this.#language.say(this.#viewing.media.live && filter === 'begun' ? 'viewing.watched' : FILTERS[filter]), count: this.#words.number(count) });
    const button = element('button', { type: 'button', class: 'chip' }, text);
    button.addEventListener('click', () => this.#change(() => { this.#filter = filter; }));
    this.#filters.set(filter, button);
    return button;
  }

  #heading(column: Sorting): HTMLElement {
    const button = element('button', { type: 'button' }, this.#language.say(COLUMNS[column]));
    button.addEventListener('click', () => this.#change(() => {
      // What is sought first: names from A on, of everything else the most.
      this.#down = this.#by === column ? !this.#down : column !== 'name';
      this.#by = column;
    }));
    const heading = element('th', { scope: 'col', class: column }, button);
    this.#headings.set(column, heading);
    return heading;
  }

  #change(wish: () => void): void {
    wish();
    this.#shown = STEP;
    this.#show();
  }

  #showMore(): void {
    const first = this.#shown;
    this.#shown += STEP;
    this.#show();
    const heading = this.#rows.querySelectorAll<HTMLElement>('tr:not(.details) > th')[first];
    heading?.setAttribute('tabindex', '-1');
    (heading?.querySelector('button') ?? heading)?.focus();
  }

  #show(): void {
    const people = this.people;
    this.#rows.replaceChildren(...people.slice(0, this.#shown).flatMap((person, at) => this.#row(person, at)));
    this.#found.textContent = people.length === 0 ? this.#language.say('viewing.none') : this.#language.count('viewing.found', people.length);
    const left = people.length - this.#shown;
    this.#more.hidden = left <= 0;
    this.#more.textContent = this.#language.count('viewing.more', Math.min(left, STEP));
    for (const [column, heading] of this.#headings) {
      heading.setAttribute('aria-sort', column !== this.#by ? 'none' : this.#down ? 'descending' : 'ascending');
    }
    for (const [filter, button] of this.#filters) button.setAttribute('aria-pressed', String(filter === this.#filter));
  }

  #row(person: Person, at: number): readonly HTMLElement[] {
    const name = this.#words.name(person);
    const row = element('tr', {}, ...this.#columns.map((column) => column === 'name'
      ? element('th', { scope: 'row', class: column })
      : element('td', { class: column }, ...this.#cell(person, column))));
    const [heading] = row.children;
    const note = person.place === 'staff' ? ['viewing.staff'] as const : person.place === 'left' ? ['viewing.left'] as const : [];
    const notes = note.map((key) => element('span', { class: 'soft note' }, this.#language.say(key)));
    if (!person.seen) {
      heading?.append(element('span', { class: 'who', dir: 'auto' }, name), ...notes);
      return [row];
    }
    const details = element('tr', { class: 'details', id: `details-${at}` },
      element('td', { colspan: String(this.#columns.length) }, personFacts(person.seen, this.#viewing.media, person.grade, this.#words, this.#language)));
    details.hidden = true;
    const button = element('button', { type: 'button', class: 'who', 'aria-expanded': 'false', 'aria-controls': details.id, dir: 'auto' }, name);
    button.addEventListener('click', () => {
      details.hidden = !details.hidden;
      button.setAttribute('aria-expanded', String(!details.hidden));
    });
    heading?.append(button, ...notes);
    return [row, details];
  }

  #cell(person: Person, column: Exclude<Sorting, 'name'>): readonly (Node | string)[] {
    const { seen, grade } = person;
    if (column === 'grade') return grade ? [gradeText(grade, this.#words, this.#language)] : [];
    if (column === 'share') {
      const { media } = this.#viewing;
      if (media.live) return [element('span', { class: seen ? 'number' : 'number soft' }, this.#words.standing(person, media))];
      const text = !seen || seen.parts.length === 0 ? this.#words.standing(person, media)
        : `${this.#language.percent(seen.share)}${seen.completed ? ` · ${this.#language.say('viewing.completed')}` : ''}`;
      return [seenBar(seen, media), element('span', { class: seen ? 'number' : 'number soft' }, text)];
    }
    if (!seen) return [];
    if (column === 'timeSpent') return [this.#words.spent(seen)];
    return [element('time', { datetime: seen.last, title: this.#words.exact(seen.last) }, this.#words.ago(seen.last, this.#now))];
  }
}
