import type { Person } from './viewingData';

export type Sorting = 'name' | 'share' | 'timeSpent' | 'last' | 'grade';
export type Filter = 'all' | 'not-yet' | 'begun' | 'completed';

/** How far somebody is. */
export type Standing = 'not-yet' | 'opened' | 'begun' | 'completed';

export function standing({ seen }: Person): Standing {
  if (!seen) return 'not-yet';
  if (seen.completed) return 'completed';
  return seen.parts.length > 0 ? 'begun' : 'opened';
}

/** Who opened a video and saw nothing of it has not watched it yet. */
export function passes(person: Person, filter: Filter): boolean {
  const at = standing(person);
  if (filter === 'all') return true;
  return filter === 'not-yet' ? at === 'not-yet' || at === 'opened' : at === filter;
}

/** The rows to show, in order. People without what is sorted by come last, whichever way it goes. */
export function arrange(
  people: readonly Person[], name: (person: Person) => string,
  wish: { readonly search: string; readonly filter: Filter; readonly by: Sorting; readonly down: boolean }, locale: string,
): readonly Person[] {
  const words = wish.search.toLocaleLowerCase(locale).split(/\s+/).filter((word) => word !== '');
  const names = new Map(people.map((person) => [person, name(person)]));
  const compare = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }).compare;
  const byName = (a: Person, b: Person) => compare(names.get(a) ?? '', names.get(b) ?? '');
  return people
    .filter((person) => passes(person, wish.filter))
    .filter((person) => words.every((word) => (names.get(person) ?? '').toLocaleLowerCase(locale).includes(word)))
    .sort((a, b) => {
      if (wish.by === 'name') return wish.down ? byName(b, a) : byName(a, b);
      const [left, right] = [valueOf(a, wish.by), valueOf(b, wish.by)];
      if (left === undefined || right === undefined) return left === right ? byName(a, b) : left === undefined ? 1 : -1;
      return left === right ? byName(a, b) : (left < right ? -1 : 1) * (wish.down ? -1 : 1);
    });
}

function valueOf(person: Person, by: Exclude<Sorting, 'name'>): number | undefined {
  if (by === 'grade') return person.grade?.shown ?? person.grade?.sent;
  if (!person.seen) return undefined;
  return by === 'last' ? Date.parse(person.seen.last) : person.seen[by];
}
