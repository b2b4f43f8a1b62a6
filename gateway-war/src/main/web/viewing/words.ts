import type { Language } from '../language/language';
import type { Person, Roster, Seen } from './viewingData';
import { standing, type Standing } from './people';

const SECONDS = { day: 86_400, hour: 3_600, minute: 60 };

/** How people's viewing is told in words. */
export class Words {
  readonly #language: Language;
  readonly #number: Intl.NumberFormat;
  readonly #decimal: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #ago: Intl.RelativeTimeFormat;
  readonly #exact: Intl.DateTimeFormat;

  constructor(language: Language) {
    this.#language = language;
    this.#number = new Intl.NumberFormat(language.tag);
    this.#decimal = new Intl.NumberFormat(language.tag, { maximumFractionDigits: 1 });
    this.#percent = new Intl.NumberFormat(language.tag, { style: 'percent', maximumFractionDigits: 1 });
    this.#ago = new Intl.RelativeTimeFormat(language.words, { numeric: 'auto' });
    this.#exact = new Intl.DateTimeFormat(language.tag, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** Of a grade, 0 to 100. */
  percent(value: number): string { return this.#percent.format(value / 100); }

  number(value: number): string { return this.#number.format(value); }

  /** With one digit after the point. */
  decimal(value: number): string { return this.#decimal.format(value); }

  name(person: Person): string {
    const name = person.name ?? this.#language.say('viewing.nameless', { key: person.key.slice(0, 6) });
    return person.you ? this.#language.say('viewing.you', { name }) : name;
  }

  /** Of a live stream nobody has only begun: there is no end to come to. */
  standing(person: Person, { live }: { readonly live?: boolean }): string {
    const at = standing(person);
    return this.#language.say(live && at === 'begun' ? 'viewing.watched' : STANDINGS[at]);
  }

  /** "12 of 30 have watched, 8 to the end." */
  summary(people: number, watched: number, completed: number, roster: Roster): string {
    const numbers = { people: this.number(people), watched: this.number(watched), completed: this.number(completed) };
    return this.#language.say(roster.state === 'read' ? 'viewing.summary' : 'viewing.summaryAlone', numbers);
  }

  /** "12 of 30 have watched." */
  summaryOfLive(people: number, watched: number, roster: Roster): string {
    return this.#language.say(roster.state === 'read' ? 'viewing.summaryOfLive' : 'viewing.summaryOfLiveAlone', { people: this.number(people), watched: this.number(watched) });
  }

  /** Why there is no roster; empty when there is one. */
  roster({ state, complete }: Roster): string {
    if (state === 'read') return complete ? '' : this.#language.say('viewing.rosterIncomplete');
    return this.#language.say(ROSTERS[state]);
  }

  ago(instant: string, now: number): string {
    const seconds = (Date.parse(instant) - now) / 1_000;
    for (const [unit, length] of Object.entries(SECONDS) as [keyof typeof SECONDS, number][]) {
      if (-seconds >= length) return this.#ago.format(Math.round(seconds / length), unit);
    }
    return this.#language.say('viewing.justNow');
  }

  exact(instant: string): string { return this.#exact.format(new Date(instant)); }

  /** Time spent: 0:42, 12:04. */
  spent(seen: Seen): string { return this.#language.clock(seen.timeSpent); }

  parts(seen: Seen): string {
    return seen.parts.map(([from, to]) => this.#language.say('player.part', { from: this.#language.clock(from), to: this.#language.clock(to) })).join(', ');
  }
}

const STANDINGS = {
  'not-yet': 'viewing.notYet', opened: 'viewing.openedOnly', begun: 'viewing.begun', completed: 'viewing.completed',
} as const satisfies Record<Standing, string>;

const ROSTERS = {
  'not-offered': 'viewing.rosterNotOffered', 'not-allowed': 'viewing.rosterNotAllowed',
  unreachable: 'viewing.rosterUnreachable', unreadable: 'viewing.rosterUnreadable',
} as const;
