import type { Language } from '../language/language';
import { playerOver, type Player } from '../player/stage';
import type { Media } from '../session/session';
import { element } from '../ui/element';
import type { Choice, Place } from './choice';

/** A look at one video before it is chosen, and how it is to stand in the course once it is. Nothing in it is reported. */
export class Preview {
  readonly node = element('section', { class: 'preview', 'aria-labelledby': 'preview-title' });
  readonly #heading = element('h2', { id: 'preview-title', tabindex: '-1', dir: 'auto' });
  readonly #stage = element('div', { class: 'stage' });
  readonly #length = element('p', { class: 'soft' });
  readonly #fields = element('div', { class: 'fields' });
  readonly #choice: Choice;
  readonly #language: Language;
  readonly #window: boolean;
  #player: Player | undefined;
  #shown: Media | undefined;

  constructor(choice: Choice, language: Language, window: boolean) {
    this.#choice = choice;
    this.#language = language;
    this.#window = window;
    this.#heading.textContent = language.say('picker.nothingShown');
    this.node.append(this.#heading);
  }

  /** Shows a video, standing still. */
  show(media: Media): void {
    if (this.#shown?.id !== media.id) {
      this.#shown = media;
      this.#heading.textContent = media.title;
      this.#length.textContent = media.live ? this.#language.say('player.live') : media.duration === undefined ? '' : this.#language.clock(media.duration);
      this.node.replaceChildren(this.#heading, this.#stage, this.#length, this.#fields);
      this.#play(media);
    }
    this.refresh();
  }

  /** Offers the fields of the video as long as it is chosen. */
  refresh(): void {
    const media = this.#shown;
    this.#fields.replaceChildren(...(media && this.#choice.has(media.id) ? this.#wishes(media) : []));
  }

  pause(): void { this.#player?.pause(); }

  focus(): void { this.#heading.focus(); }

  #play(media: Media): void {
    this.#player?.dispose();
    this.#player = undefined;
    if (media.embedded) return this.#stage.replaceChildren(element('p', { class: 'soft' }, this.#language.say('picker.noPreview')));
    const video = element('video', { class: 'video-js', playsinline: '' });
    this.#stage.replaceChildren(video);
    const player = playerOver(video, media, this.#language);
    player.muted(true);
    player.one('play', () => player.muted(false));
    this.#player = player;
  }

  #wishes(media: Media): readonly HTMLElement[] {
    const wish = this.#choice.wish(media.id);
    const title = element('input', { id: 'wish-title', type: 'text', maxlength: '250', autocomplete: 'off', dir: 'auto' });
    title.value = wish.title || media.title;
    title.addEventListener('input', () => this.#choice.change(media.id, { title: title.value }));
    const text = element('textarea', { id: 'wish-text', rows: '2', maxlength: '2000', dir: 'auto' });
    text.value = wish.text;
    text.addEventListener('input', () => this.#choice.change(media.id, { text: text.value }));
    return [
      this.#labelled('picker.titleInCourse', title), this.#labelled('picker.text', text),
      ...(this.#window ? [this.#labelled('picker.opens', this.#places(media, wish.opens))] : []),
    ];
  }

  #places(media: Media, opens: Place): HTMLSelectElement {
    const select = element('select', { id: 'wish-opens' },
      element('option', { value: 'frame' }, this.#language.say('picker.opensFrame')),
      element('option', { value: 'window' }, this.#language.say('picker.opensWindow')));
    select.value = opens;
    select.addEventListener('change', () => this.#choice.change(media.id, { opens: select.value as Place }));
    return select;
  }

  #labelled(key: 'picker.titleInCourse' | 'picker.text' | 'picker.opens', field: HTMLElement): HTMLElement {
    return element('p', {}, element('label', { for: field.id }, this.#language.say(key)), field);
  }
}
