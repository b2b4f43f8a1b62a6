import { folded, hasWords } from '../language/folding';
import type { Language } from '../language/language';
import type { Captions } from '../session/session';
import { element } from '../ui/element';
import { fetchCues, type Cue } from './cues';
import { bestOf } from './stage';
import { Following } from './transcriptFollowing';

interface Line extends Cue { readonly button: HTMLButtonElement; readonly item: HTMLLIElement; readonly text: HTMLElement }

/** How long a smooth scroll of ours may take. */
const SCROLL_MS = 800;

/**
 * The words of the video beside it: each line a button to its place. The spoken line is marked and kept in sight as long as the reader
 * looks at it; a search leaves the lines that have all its words. One stop of the Tab key, arrow keys within.
 */
export class Transcript {
  readonly #panel: HTMLElement;
  readonly #language: Language;
  readonly #seek: (seconds: number) => void;
  readonly #captions: readonly Captions[];
  readonly #list = element('ol', { class: 'lines' });
  readonly #search: HTMLInputElement;
  readonly #found = element('p', { class: 'soft', role: 'status' });
  readonly #back: HTMLButtonElement;
  readonly #chooser = element('select', { id: 'transcript-language' });
  readonly #following = new Following();
  #lines: readonly Line[] = [];
  #spoken: Line | undefined;
  #shown = '';

  constructor(panel: HTMLElement, captions: readonly Captions[], language: Language, seek: (seconds: number) => void) {
    this.#panel = panel;
    this.#language = language;
    this.#seek = seek;
    this.#captions = captions;
    this.#search = element('input', { type: 'search', id: 'transcript-search', autocomplete: 'off', placeholder: language.say('player.search'), 'aria-label': language.say('player.searchLabel') });
    this.#back = element('button', { type: 'button', class: 'button back' }, language.say('player.backToSpoken'));
    const first = bestOf(captions, language.tag, language.words);
    if (!first) return;
    this.#build();
    this.show(first.language);
  }

  /** Shows the words in this language, if they exist in it. */
  show(language: string): void {
    const captions = this.#captions.find((one) => one.language === language);
    if (!captions || language === this.#shown) return;
    this.#shown = language;
    this.#chooser.value = language;
    void this.#load(captions);
  }

  /** The video is at this position. */
  follow(time: number): void {
    const line = this.#lines.findLast(({ from }) => from <= time + 0.05);
    if (line === this.#spoken) return;
    this.#spoken?.button.removeAttribute('aria-current');
    line?.button.setAttribute('aria-current', 'true');
    this.#spoken = line;
    if (!this.#list.contains(document.activeElement)) this.#stop(line ?? this.#lines[0]);
    if (this.#following.follows) this.#reveal();
    this.#offerBack();
  }

  #build(): void {
    this.#list.setAttribute('aria-describedby', 'transcript-hint');
    const bar = element('div', { class: 'finder' }, this.#search, ...(this.#captions.length > 1 ? [this.#languages()] : []));
    const hint = element('p', { id: 'transcript-hint', class: 'unseen' }, this.#language.say('player.transcriptHint'));
    this.#back.hidden = true;
    this.#panel.append(element('h2', {}, this.#language.say('player.transcript')), bar, this.#found, hint, this.#list, this.#back);
    this.#search.addEventListener('input', () => this.#sift());
    this.#search.addEventListener('keydown', (event) => this.#leaveSearch(event));
    this.#list.addEventListener('keydown', (event) => this.#walk(event));
    this.#list.addEventListener('scroll', () => {
      this.#following.moved(performance.now(), this.#isInSight());
      this.#offerBack();
    }, { passive: true });
    for (const type of ['wheel', 'touchstart', 'pointerdown'] as const) {
      this.#list.addEventListener(type, () => this.#following.touched(), { passive: true });
    }
    this.#back.addEventListener('click', () => {
      this.#following.resume();
      this.#reveal();
      this.#offerBack();
      this.#spoken?.button.focus({ preventScroll: true });
    });
  }

  #languages(): HTMLElement {
    this.#chooser.append(...this.#captions.map(({ language, label }) => element('option', { value: language }, label)));
    this.#chooser.setAttribute('aria-label', this.#language.say('player.transcriptLanguage'));
    this.#chooser.addEventListener('change', () => this.show(this.#chooser.value));
    return this.#chooser;
  }

  async #load(captions: Captions): Promise<void> {
    try {
      const cues = await fetchCues(captions.src);
      if (captions.language === this.#shown) this.#fill(cues, captions.language);
    } catch (cause) {
      console.debug('no transcript', cause);
      this.#found.textContent = this.#language.say('player.transcriptFailed');
    }
  }

  #fill(cues: readonly Cue[], language: string): void {
    this.#spoken = undefined;
    this.#list.lang = language;
    this.#lines = cues.filter(({ words }) => words !== '').map((cue) => this.#line(cue));
    this.#list.replaceChildren(...this.#lines.map(({ item }) => item));
    this.#stop(this.#lines[0]);
    this.#sift();
  }

  #line(cue: Cue): Line {
    const text = element('span', { dir: 'auto' }, cue.words);
    const button = element('button', { type: 'button', tabindex: '-1' },
      element('span', { class: 'time' }, this.#language.clock(cue.from)), ' ', text);
    const line = { ...cue, button, text, item: element('li', {}, button) };
    button.addEventListener('click', () => {
      this.#following.resume();
      this.#seek(cue.from);
    });
    button.addEventListener('focus', () => this.#stop(line));
    return line;
  }

  /** Leaves the lines that have the words, with the words marked. */
  #sift(): void {
    const wanted = this.#search.value.trim();
    for (const line of this.#lines) {
      const fits = hasWords(line.words, wanted);
      line.item.hidden = !fits;
      line.text.replaceChildren(...(fits && wanted ? marked(line.words, wanted) : [line.words]));
    }
    const count = this.#visible().length;
    this.#found.textContent = wanted === '' ? '' : count === 0 ? this.#language.say('player.foundNone') : this.#language.count('player.found', count);
    this.#stop(this.#visible().includes(this.#spoken ?? this.#lines[0]!) ? this.#spoken ?? this.#lines[0] : this.#visible()[0]);
    if (wanted === '' && this.#following.follows) this.#reveal();
    this.#offerBack();
  }

  #leaveSearch(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#search.value !== '') {
      this.#search.value = '';
      this.#sift();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      this.#visible()[0]?.button.focus();
    } else return;
    event.preventDefault();
  }

  #walk(event: KeyboardEvent): void {
    const lines = this.#visible();
    const at = lines.findIndex(({ button }) => button === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#following.touched();
    lines[Math.max(0, Math.min(to, lines.length - 1))]?.button.focus();
  }

  #visible(): readonly Line[] { return this.#lines.filter(({ item }) => !item.hidden); }

  /** Where the Tab key stops in the list. */
  #stop(line: Line | undefined): void {
    this.#list.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    line?.button.setAttribute('tabindex', '0');
  }

  /** Scrolls the list only, never the page or the LMS around it. */
  #reveal(): void {
    const line = this.#spoken;
    if (!line || line.item.hidden || this.#isInSight(0.25)) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#following.scrolls(performance.now(), SCROLL_MS);
    const top = line.item.offsetTop - this.#list.offsetTop;
    this.#list.scrollTo({ top: top - this.#list.clientHeight / 2 + line.item.clientHeight / 2, behavior: calm ? 'instant' : 'smooth' });
  }

  /** @param margin share of the list's height that does not count, above and below */
  #isInSight(margin = 0): boolean {
    if (!this.#spoken) return true;
    const list = this.#list.getBoundingClientRect();
    const line = this.#spoken.item.getBoundingClientRect();
    return line.bottom > list.top + list.height * margin && line.top < list.bottom - list.height * margin;
  }

  #offerBack(): void {
    const hidden = this.#following.follows || !this.#spoken || this.#spoken.item.hidden;
    if (hidden && document.activeElement === this.#back) this.#spoken?.button.focus({ preventScroll: true });
    this.#back.hidden = hidden;
  }
}

/** A line with the words that were looked for in `<mark>`. */
function marked(line: string, search: string): readonly (Node | string)[] {
  const words = folded(search).split(/\s+/).filter((word) => word !== '');
  return line.split(/(\s+)/).map((part) => (part.trim() !== '' && words.some((word) => folded(part).includes(word)) ? element('mark', {}, part) : part));
}
