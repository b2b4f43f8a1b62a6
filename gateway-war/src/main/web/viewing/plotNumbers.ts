import type { Day, Watched } from './plotData';

const DAY_MS = 86_400_000;
/** So many bars can still be told apart; then they stand for weeks, and then for more of them. */
const MOST_BARS = 70;

/** A step of the video and how many. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The steps of the video: where they begin and end, in seconds. The last one ends with the video. */
export function steps({ length, step, seen }: Watched): readonly (readonly [number, number])[] {
  return seen.map((_, at) => [at * step, Math.min((at + 1) * step, length)]);
}

/** Where most people stop, the most first, each well apart from the others; where one or two of many stop is no news. */
export function dropOffs(watched: Watched, most: number): readonly Place[] {
  const news = Math.max(1, Math.min(3, watched.viewers / 20));
  const apart = Math.max(3 * watched.step, watched.length / 20);
  const places = steps(watched).map(([from, to], at) => ({ from, to, count: watched.stops[at] ?? 0 }))
    .filter(({ count }) => count >= news).sort((a, b) => b.count - a.count || a.from - b.from);
  const chosen: Place[] = [];
  for (const place of places) {
    if (chosen.length < most && chosen.every(({ from }) => Math.abs(from - place.from) >= apart)) chosen.push(place);
  }
  return chosen;
}

/** Where each who saw it played it most often; nothing where nobody played anything twice. */
export function watchedAgain(watched: Watched): (Place & { readonly times: number }) | undefined {
  const enough = Math.max(1, watched.viewers / 10);
  let best: (Place & { readonly times: number }) | undefined;
  steps(watched).forEach(([from, to], at) => {
    const seen = watched.seen[at] ?? 0;
    const count = watched.plays[at] ?? 0;
    const times = seen === 0 ? 0 : count / seen;
    if (seen >= enough && times > (best?.times ?? 1)) best = { from, to, count, times };
  });
  return best;
}

/** A bar of the calendar: so many days from this one on. */
export interface Bar {
  readonly first: Date;
  readonly days: number;
  readonly views: number;
}

/** Views over time without gaps: a bar a day, over longer times a bar a week or several. Dates are those of UTC, to be shown so. */
export function calendar(days: readonly Day[]): readonly Bar[] {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const start = dayNumber(first.day);
  const span = dayNumber(last.day) - start + 1;
  const each = span <= MOST_BARS ? 1 : 7 * Math.ceil(span / 7 / MOST_BARS);
  const views = new Array<number>(Math.ceil(span / each)).fill(0);
  for (const day of days) {
    const at = Math.floor((dayNumber(day.day) - start) / each);
    views[at] = (views[at] ?? 0) + day.views;
  }
  return views.map((count, at) => ({ first: new Date((start + at * each) * DAY_MS), days: each, views: count }));
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(day) / DAY_MS);
}
