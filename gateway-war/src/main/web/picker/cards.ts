import type { Language } from '../language/language';
import type { Media } from '../session/session';
import { element } from '../ui/element';
import { lengthBadge } from '../ui/lengthBadge';
import type { Choice, Grade } from './choice';

/** One video to choose: a box to tick or a button of a group, a look at it, and its grade once it is chosen. */
export class Card {
  readonly node: HTMLLIElement;
  readonly media: Media;
  readonly #tick: HTMLInputElement;
  readonly #look: HTMLButtonElement;
  readonly #grade: HTMLElement;
  readonly #choice: Choice;
  readonly #language: Language;

  constructor(media: Media, number: number, accept: { multiple: boolean; grade: boolean }, choice: Choice, language: Language,
    told: { ticked: (card: Card) => void; look: (card: Card) => void }) {
    this.media = media;
    this.#choice = choice;
    this.#language = language;
    const id = `pick-${number}`;
    this.#tick = element('input', { id, type: accept.multiple ? 'checkbox' : 'radio', name: 'pick', value: media.id });
    this.#tick.addEventListener('change', () => {
      choice.choose(media.id, this.#tick.checked);
      told.ticked(this);
    });
    this.#look = element('button', { type: 'button', class: 'button look' });
    this.#look.addEventListener('click', () => told.look(this));
    this.#grade = element('p', { class: 'grade' }, ...(accept.grade ? this.#grades(id) : []));
    this.#grade.hidden = true;
    this.node = element('li', { class: 'card pick' }, this.#tick,
      element('label', { for: id }, this.#poster(), element('span', { class: 'name', dir: 'auto' }, media.title)),
      this.#grade, this.#look);
    this.refresh();
  }

  /** Whether it is chosen may have changed, here or by another card. */
  refresh(): void {
    const chosen = this.#choice.has(this.media.id);
    const { title } = this.media;
    this.#tick.checked = chosen;
    this.node.classList.toggle('chosen', chosen);
    this.#grade.hidden = !chosen || this.#grade.childElementCount === 0;
    this.#look.textContent = this.#language.say(chosen ? 'picker.details' : 'picker.look');
    this.#look.setAttribute('aria-label', this.#language.say(chosen ? 'picker.detailsOf' : 'picker.lookAt', { title }));
  }

  #poster(): HTMLElement {
    const { poster } = this.media;
    return element('span', { class: 'poster' },
      poster ? element('img', { src: poster, alt: '', loading: 'lazy' }) : element('span', { class: 'blank', 'aria-hidden': 'true' }),
      ...lengthBadge(this.#language, this.media));
  }

  #grades(id: string): readonly HTMLElement[] {
    const { title, live } = this.media;
    if (live) return [element('span', { class: 'soft' }, this.#language.say('picker.liveNotGraded'))];
    const means = element('span', { id: `${id}-means`, class: 'soft' });
    const select = element('select', { id: `${id}-grade`, 'aria-label': this.#language.say('picker.gradeOf', { title }), 'aria-describedby': means.id },
      ...(['none', 'share', 'completion'] as const)
        .map((grade) => element('option', { value: grade }, this.#language.say(`picker.grade.${grade}`))));
    select.addEventListener('change', () => {
      const grade = select.value as Grade;
      this.#choice.change(this.media.id, { grade });
      means.textContent = grade === 'none' ? '' : this.#language.say(`picker.means.${grade}`);
    });
    return [element('label', { for: select.id }, this.#language.say('picker.grade')), select, means];
  }
}
