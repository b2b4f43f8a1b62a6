import type { Language } from '../language/language';
import { Refused } from '../session/calling';
import { element } from '../ui/element';

/** A page of a list that may be long. */
export interface Sheet<T> {
  readonly items: readonly T[];
  /** Where the next page begins, if there is one. */
  readonly next?: string;
}

/** What is looked for, and where. */
export interface Question {
  readonly typed: string;
  readonly channel?: string;
}

/** How a list gets its pages and shows what is on them. */
export interface Wiring<T> {
  readonly ask: (question: Question, after: string | undefined, signal: AbortSignal) => Promise<Sheet<T>>;
  /** A list item; its first control gets the focus when more is shown. */
  readonly card: (item: T) => HTMLElement;
  /** What to say, and to do next, when there is nothing. */
  readonly empty: (question: Question) => readonly (Node | string)[];
}

/** Longer than between two keys of somebody who types, shorter than anybody waits. */
const PAUSE = 200;

/** A list of cards that is fetched page by page, anew when somebody looks for something else. */
export class VideoList<T> {
  readonly node: HTMLElement;
  /** Everything shown, for pages that go on with it. */
  readonly items: T[] = [];
  readonly #language: Language;
  readonly #wiring: Wiring<T>;
  readonly #status = element('p', { class: 'soft', role: 'status' });
  readonly #trouble = element('div', { class: 'message', role: 'alert' });
  readonly #list = element('ul', { class: 'cards' });
  readonly #nothing = element('div', { class: 'nothing', role: 'status' });
  readonly #more = element('button', { type: 'button', class: 'button more' });
  #question: Question = { typed: '' };
  #next: string | undefined;
  #asking = new AbortController();
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(language: Language, wiring: Wiring<T>) {
    this.#language = language;
    this.#wiring = wiring;
    this.#more.textContent = language.say('gallery.more');
    this.#more.addEventListener('click', () => void this.#fetch(this.#next));
    this.node = element('div', { class: 'video-list' }, this.#status, this.#trouble, this.#list, this.#nothing, this.#more);
  }

  get question(): Question { return this.#question; }

  /** Shows a first page that came with the page itself. */
  begin(sheet: Sheet<T>): void {
    this.#show(sheet, false);
    this.#status.hidden = sheet.items.length === 0;
  }

  /** Looks for something else: at once, or when whoever types pauses. */
  look(question: Question, typing = false): void {
    this.#question = question;
    clearTimeout(this.#later);
    this.#asking.abort();
    if (typing) this.#later = setTimeout(() => void this.#fetch(undefined), PAUSE);
    else void this.#fetch(undefined);
  }

  async #fetch(after: string | undefined): Promise<void> {
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const slow = setTimeout(() => this.#list.setAttribute('aria-busy', 'true'), PAUSE);
    try {
      const sheet = await this.#wiring.ask(this.#question, after, asking.signal);
      if (asking.signal.aborted) return;
      this.#trouble.replaceChildren();
      this.#show(sheet, after !== undefined);
    } catch (cause) {
      if (asking.signal.aborted) return;
      console.debug('no videos', cause);
      const over = cause instanceof Refused && cause.status === 401;
      this.#trouble.replaceChildren(element('p', {}, this.#language.say(over ? 'gallery.over' : 'gallery.failed')));
    } finally {
      clearTimeout(slow);
      if (this.#asking === asking) this.#list.removeAttribute('aria-busy');
    }
  }

  #show({ items, next }: Sheet<T>, more: boolean): void {
    const cards = items.map((item) => this.#wiring.card(item));
    if (!more) {
      this.items.splice(0);
      this.#list.replaceChildren();
    }
    this.items.push(...items);
    this.#list.append(...cards);
    this.#list.hidden = this.items.length === 0;
    this.#next = next;
    this.#more.hidden = next === undefined;
    this.#nothing.replaceChildren(...(this.items.length === 0 ? this.#wiring.empty(this.#question) : []));
    this.#status.hidden = false;
    this.#status.textContent = this.items.length === 0 ? ''
      : this.#language.count(next === undefined ? 'gallery.found' : 'gallery.shown', this.items.length);
    // Whoever asked for more goes on with it; the button they pressed has moved away under them.
    if (more) cards[0]?.querySelector<HTMLElement>('button, input, a')?.focus();
  }
}

/** A field to search in. */
export function searchField(language: Language, typed: (text: string) => void): HTMLElement {
  const field = element('input', { type: 'search', id: 'search', autocomplete: 'off', maxlength: '200', enterkeyhint: 'search' });
  field.addEventListener('input', () => typed(field.value));
  return element('div', { class: 'search' }, element('label', { for: 'search' }, language.say('gallery.search')), field);
}
