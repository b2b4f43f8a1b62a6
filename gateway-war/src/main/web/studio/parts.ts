import type { Language } from '../language/language';
import { element } from '../ui/element';
import { why } from './studioData';

/** A part of the page with a heading of its own. */
export function part(id: string, heading: string, ...content: readonly (Node | string)[]): HTMLElement {
  return element('section', { class: 'part', 'aria-labelledby': id }, element('h2', { id, dir: 'auto' }, heading), ...content);
}

/** A field with its label above, what it means under it, and room for what is wrong with it. */
export function field(label: string, control: HTMLElement, hint = ''): HTMLElement {
  const means = element('span', { id: `${control.id}-hint`, class: 'soft' }, hint);
  const wrong = element('span', { id: `${control.id}-wrong`, class: 'wrong', role: 'alert' });
  control.setAttribute('aria-describedby', hint === '' ? wrong.id : `${means.id} ${wrong.id}`);
  return element('p', { class: 'field' }, element('label', { for: control.id }, label), control, ...(hint === '' ? [] : [means]), wrong);
}

/** Says what is wrong beside a field, or that nothing is. */
export function complain(control: HTMLElement, text: string): void {
  control.toggleAttribute('aria-invalid', text !== '');
  if (text !== '') control.setAttribute('aria-invalid', 'true');
  const wrong = document.getElementById(`${control.id}-wrong`);
  if (wrong) wrong.textContent = text;
}

export function button(label: string, pressed: () => void, more: Record<string, string> = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'button', ...more }, label);
  made.addEventListener('click', pressed);
  return made;
}

/** A line that tells what has become of a deed: done, or why not. */
export class Telling {
  readonly node = element('p', { class: 'telling', role: 'status' });
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  say(text: string): void {
    this.node.classList.remove('bad');
    this.node.textContent = text;
  }

  /** Does something and tells why it could not be done; says nothing of success. */
  async of(deed: () => Promise<void>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (cause) {
      console.debug('not done', cause);
      this.node.classList.add('bad');
      this.node.textContent = this.#language.say(why(cause));
      return false;
    }
  }
}

/** A form that posts the session's token and opens a page. */
export function way(address: string, token: string, label: string, media = '', look = 'button'): HTMLElement {
  return element('form', { method: 'post', action: `${address}/open` },
    element('input', { type: 'hidden', name: 'token', value: token }),
    element('button', { class: look, name: 'media', value: media }, label));
}
