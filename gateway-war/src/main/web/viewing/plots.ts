import uPlot from 'uplot';
import type { Language } from '../language/language';
import type { Captions, Session } from '../session/session';
import { element } from '../ui/element';
import { lineAt, transcript, type Line } from './cues';
import { bars, frame, ink, names, roomFor } from './drawing';
import { Figure, type Question } from './figure';
import { askPlots, type Watched } from './plotData';
import { calendar, dropOffs, steps, watchedAgain, type Bar } from './plotNumbers';
import type { Words } from './words';

const DROP_OFFS = 3;

/** A video whose viewing is shown. */
export interface ShownVideo {
  readonly id: string;
  readonly captions?: readonly Captions[];
  readonly live?: boolean;
}

/**
 * How the course's learners watch one video, as plots. Empty for a video that nobody has watched.
 *
 * @param play plays from a place that somebody chose in a plot along the video
 */
export async function plots(
  session: Session, video: ShownVideo, words: Words, language: Language, play?: (seconds: number) => void,
): Promise<readonly HTMLElement[]> {
  const [told, lines] = await Promise.all([askPlots(session, video.id), transcript(video.captions ?? [], language)]);
  if (told.state === 'nobody') return [];
  if (told.state === 'too-few') return [element('p', { class: 'soft' }, language.say('plots.tooFew', { fewest: words.number(told.fewest) }))];
  const maker = new Questions(told, lines, words, language, play);
  // Of a live stream the page itself says so.
  const unknown = told.length > 0 || video.live ? [] : [element('p', { class: 'soft' }, language.say('plots.noLength'))];
  return [...unknown, ...maker.all().map((question) => new Figure(question, language).node)];
}

/** The questions that the numbers answer. */
class Questions {
  constructor(
    readonly watched: Watched, readonly lines: readonly Line[], readonly words: Words, readonly language: Language,
    readonly play: ((seconds: number) => void) | undefined,
  ) {}

  all(): readonly Question[] {
    const along = this.watched.length > 0 ? [this.#parts(), this.#stops()] : [];
    return this.watched.days.length > 0 ? [...along, this.#days()] : along;
  }

  #parts(): Question {
    const { seen, plays, viewers } = this.watched;
    const labels = [this.language.say('plots.viewers'), this.language.say('plots.plays')];
    const again = watchedAgain(this.watched);
    const at = steps(this.watched);
    return {
      id: 'plot-parts', title: this.language.say('plots.parts'),
      lead: [this.#labelled('plots.viewers', viewers),
        again ? this.language.say('plots.again', { from: this.language.clock(again.from), times: this.words.decimal(again.times), line: this.#quoted(again.from, again.to) })
          : this.language.say('plots.againNowhere')],
      data: [at.map(([from, to]) => (from + to) / 2), seen, plays],
      options: (width) => {
        const lines = [{ label: labels[0] ?? '', colour: ink('accent'), dash: [] }, { label: labels[1] ?? '', colour: ink('text-soft'), dash: [6, 4] }];
        const [viewersLine, playsLine] = lines.map(({ colour, dash }) => ({ stroke: colour, dash, width: 2, points: { show: false } }));
        return {
          ...this.#alongVideo(), padding: roomFor(lines, width), hooks: { draw: [names(lines)] },
          series: [{}, { ...viewersLine, fill: translucent(ink('accent')) }, { ...playsLine }],
        };
      },
      ...this.#choosing(),
      say: (step) => this.#at(step, [this.#labelled('plots.viewers', seen[step] ?? 0), this.#labelled('plots.plays', plays[step] ?? 0)]),
      table: {
        headings: [this.language.say('plots.time'), ...labels, ...this.#lineHeading()],
        rows: at.map(([from, to], step) => [this.language.clock(from), this.words.number(seen[step] ?? 0), this.words.number(plays[step] ?? 0), ...this.#lineCell(from, to)]),
      },
    };
  }

  #stops(): Question {
    const { stops, finished, viewers } = this.watched;
    const at = steps(this.watched);
    const most = dropOffs(this.watched, DROP_OFFS);
    return {
      id: 'plot-stops', title: this.language.say('plots.stops'),
      lead: [this.language.say('plots.finished', { finished: this.words.number(finished), viewers: this.words.number(viewers) }),
        ...most.map(({ from, to, count }) => this.language.say('plots.dropOff', { from: this.language.clock(from), count: this.words.number(count), line: this.#quoted(from, to) }))],
      data: [at.map(([from, to]) => (from + to) / 2), stops],
      options: () => ({ ...this.#alongVideo(), series: [{}, bars()] }),
      ...this.#choosing(),
      say: (step) => this.#at(step, [this.#labelled('plots.stopped', stops[step] ?? 0)]),
      table: {
        headings: [this.language.say('plots.time'), this.language.say('plots.stopped'), ...this.#lineHeading()],
        rows: [...at.flatMap(([from, to], step) => stops[step] ? [[this.language.clock(from), this.words.number(stops[step] ?? 0), ...this.#lineCell(from, to)]] : []),
          [this.language.say('plots.end'), this.words.number(finished), ...(this.lines.length > 0 ? [''] : [])]],
      },
    };
  }

  #days(): Question {
    const all = calendar(this.watched.days);
    const short = new Intl.DateTimeFormat(this.language.tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const long = new Intl.DateTimeFormat(this.language.tag, { dateStyle: 'full', timeZone: 'UTC' });
    const name = ({ first, days }: Bar) => days === 1 ? long.format(first)
      : short.formatRange(first, new Date(first.getTime() + (days - 1) * 86_400_000));
    const busiest = all.reduce((most, bar) => bar.views > most.views ? bar : most);
    return {
      id: 'plot-days', title: this.language.say('plots.days'),
      lead: [this.language.say('plots.busiest', { views: this.words.number(all.reduce((sum, bar) => sum + bar.views, 0)), day: name(busiest), count: this.words.number(busiest.views) })],
      data: [all.map((_, at) => at), all.map(({ views }) => views)],
      options: () => ({
        ...frame({ max: all.length, along: 'bars', mark: (at) => { const bar = all[at]; return bar ? short.format(bar.first) : ''; } }, (value) => this.words.number(value)),
        series: [{}, bars()],
      }),
      say: (at) => { const bar = all[at]; return bar ? [name(bar), this.#labelled('plots.views', bar.views)].join(' · ') : ''; },
      table: {
        headings: [this.language.say('plots.day'), this.language.say('plots.views')],
        rows: all.map((bar) => [name(bar), this.words.number(bar.views)]),
      },
    };
  }

  #alongVideo(): Pick<uPlot.Options, 'axes' | 'scales'> {
    return frame({ max: this.watched.length, along: 'video', mark: (at) => this.language.clock(at) }, (value) => this.words.number(value));
  }

  #choosing(): Pick<Question, 'choose'> {
    const { play } = this;
    return play ? { choose: (step) => play(steps(this.watched)[step]?.[0] ?? 0) } : {};
  }

  #at(step: number, numbers: readonly string[]): string {
    const [from, to] = steps(this.watched)[step] ?? [0, 0];
    const line = this.#quoted(from, to);
    return [this.language.clock(from), ...numbers, ...(line === '' ? [] : [line])].join(' · ');
  }

  #labelled(label: 'plots.viewers' | 'plots.plays' | 'plots.stopped' | 'plots.views', count: number): string {
    return this.language.say('plots.labelled', { label: this.language.say(label), count: this.words.number(count) });
  }

  #quoted(from: number, to: number): string {
    const text = lineAt(this.lines, from, to);
    return text === '' ? '' : this.language.say('plots.quoted', { text });
  }

  #lineHeading(): readonly string[] { return this.lines.length > 0 ? [this.language.say('plots.line')] : []; }

  #lineCell(from: number, to: number): readonly string[] { return this.lines.length > 0 ? [lineAt(this.lines, from, to)] : []; }
}

/** The same colour, seen through. */
function translucent(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? `${colour}26` : 'transparent';
}
