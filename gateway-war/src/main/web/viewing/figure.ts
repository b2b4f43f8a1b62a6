import uPlot from 'uplot';
import type { Language } from '../language/language';
import { element } from '../ui/element';

const HEIGHT = 220;
const PAGE = 10;

/** One question, its plot, and the same as a table. */
export interface Question {
  readonly id: string;
  readonly title: string;
  /** The answer in a sentence or two. */
  readonly lead: readonly string[];
  /** What is drawn; x first. */
  readonly data: readonly (readonly number[])[];
  /** All but size, cursor and legend. */
  readonly options: (width: number) => Omit<uPlot.Options, 'width' | 'height'>;
  /** In words, what is at a point of x. */
  readonly say: (at: number) => string;
  /** Goes to a point of x, where there is something to go to. */
  readonly choose?: (at: number) => void;
  readonly table: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/**
 * A plot that mouse, keyboard and screen reader can go along, each seeing the same: it is a slider whose value is what is said at a
 * point. T, or the button, shows the table instead; a click or Enter goes there, where there is something to go to.
 */
export class Figure {
  readonly node: HTMLElement;
  readonly #question: Question;
  readonly #language: Language;
  readonly #plot = element('div', { class: 'plot', role: 'slider', tabindex: '0', 'aria-valuemin': '0' });
  readonly #said = element('p', { class: 'said', 'aria-hidden': 'true', dir: 'auto' });
  readonly #table: HTMLElement;
  readonly #toggle = element('button', { type: 'button', class: 'button' });
  #drawn: uPlot | undefined;
  #at = 0;
  #tabled = false;

  constructor(question: Question, language: Language) {
    this.#question = question;
    this.#language = language;
    const heading = element('h2', { id: `${question.id}-heading` }, question.title);
    const hint = element('p', { id: `${question.id}-hint`, class: 'unseen' }, language.say(question.choose ? 'plots.hintPlay' : 'plots.hint'));
    this.#plot.setAttribute('aria-labelledby', heading.id);
    this.#plot.setAttribute('aria-describedby', hint.id);
    this.#plot.setAttribute('aria-valuemax', String(this.#count - 1));
    this.#table = this.#asTable();
    this.#table.hidden = true;
    this.#toggle.addEventListener('click', () => this.#turn());
    this.node = element('section', { class: 'figure', id: question.id, 'aria-labelledby': heading.id },
      element('header', { class: 'top' }, heading, this.#toggle),
      ...question.lead.map((sentence) => element('p', { class: 'soft', dir: 'auto' }, sentence)),
      this.#plot, this.#said, hint, this.#table);
    this.#plot.addEventListener('keydown', (event) => this.#key(event));
    this.#plot.addEventListener('focus', () => this.#point());
    this.#plot.addEventListener('click', () => question.choose?.(this.#at));
    new ResizeObserver(() => this.#fit()).observe(this.#plot);
    for (const wish of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']) {
      matchMedia(wish).addEventListener('change', () => this.#draw());
    }
    this.#label();
    this.#say();
  }

  get #count(): number { return this.#question.data[0]?.length ?? 0; }

  #draw(): void {
    this.#drawn?.destroy();
    const width = this.#plot.clientWidth;
    if (width === 0) return;
    const options = this.#question.options(width);
    this.#drawn = new uPlot({
      ...options, width, height: HEIGHT,
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false }, bind: { mousemove: moved } },
      legend: { show: false },
      hooks: { ...options.hooks, setCursor: [(drawn) => this.#pointed(drawn.cursor.idx)] },
    }, this.#question.data as uPlot.AlignedData, this.#plot);
    this.#drawn.root.setAttribute('aria-hidden', 'true');
  }

  #fit(): void {
    if (this.#plot.clientWidth !== this.#drawn?.width) this.#draw();
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.#count - 1;
    const to: Record<string, number> = {
      ArrowLeft: this.#at - 1, ArrowDown: this.#at - 1, ArrowRight: this.#at + 1, ArrowUp: this.#at + 1,
      PageDown: this.#at - PAGE, PageUp: this.#at + PAGE, Home: 0, End: last,
    };
    const at = to[event.key];
    if (at !== undefined) {
      event.preventDefault();
      this.#at = Math.max(0, Math.min(last, at));
      this.#point();
    } else if (event.key === 'Enter' && this.#question.choose) {
      event.preventDefault();
      this.#question.choose(this.#at);
    } else if (event.key.toLowerCase() === 't') {
      event.preventDefault();
      this.#turn();
      this.#toggle.focus();
    }
  }

  /** The line of the plot goes where the keyboard is. */
  #point(): void {
    this.#say();
    const x = this.#question.data[0]?.[this.#at];
    if (x !== undefined) this.#drawn?.setCursor({ left: this.#drawn.valToPos(x, 'x'), top: 1 });
  }

  #pointed(at: number | null | undefined): void {
    if (at === null || at === undefined || at === this.#at) return;
    this.#at = at;
    this.#say();
  }

  #say(): void {
    const words = this.#question.say(this.#at);
    this.#said.textContent = words;
    this.#plot.setAttribute('aria-valuenow', String(this.#at));
    this.#plot.setAttribute('aria-valuetext', words);
  }

  #turn(): void {
    this.#tabled = !this.#tabled;
    this.#table.hidden = !this.#tabled;
    this.#plot.hidden = this.#tabled;
    this.#said.hidden = this.#tabled;
    this.#label();
  }

  #label(): void {
    this.#toggle.textContent = this.#language.say(this.#tabled ? 'plots.asPlot' : 'plots.asTable');
    this.#toggle.setAttribute('aria-label', this.#language.say(this.#tabled ? 'plots.asPlotOf' : 'plots.asTableOf', { title: this.#question.title }));
  }

  #asTable(): HTMLElement {
    const { headings, rows } = this.#question.table;
    return element('div', { class: 'numbers', role: 'group', tabindex: '0', 'aria-label': this.#question.title },
      element('table', {},
        element('thead', {}, element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)))),
        element('tbody', {}, ...rows.map(([first = '', ...others]) => element('tr', {},
          element('th', { scope: 'row' }, first), ...others.map((text) => element('td', { dir: 'auto' }, text)))))));
  }
}

/** A mouse at rest says nothing, though browsers report it whenever the page under it changes: the keyboard goes on from where it was. */
function moved(_: uPlot, __: HTMLElement, handler: (event: MouseEvent) => null): (event: MouseEvent) => null {
  return (event) => event.movementX === 0 && event.movementY === 0 ? null : handler(event);
}
