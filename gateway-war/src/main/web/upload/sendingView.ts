import { element } from '../ui/element';
import type { Language } from '../language/language';
import { TimeLeft } from './timeLeft';
import { wait } from './wording';

/** What somebody can do to a file on its way. */
export interface Doing {
  pause(): void;
  resume(): void;
  discard(): void;
}

/** A screen reader hears every so many per cent, and not every step. */
const HEARD_SHARE = 0.1;

/** A file on its way: how far, how long still, and what can be done. */
export class SendingView {
  readonly #language: Language;
  readonly #total: number;
  readonly #say: (text: string) => void;
  readonly #left = new TimeLeft();
  readonly #bar: HTMLProgressElement;
  readonly #words = element('p', { class: 'soft' });
  readonly #pause: HTMLButtonElement;
  #bytes = 0;
  #heard = 0;
  #paused = false;

  constructor(place: HTMLElement, title: string, total: number, language: Language, doing: Doing, say: (text: string) => void) {
    this.#language = language;
    this.#total = total;
    this.#say = say;
    this.#bar = element('progress', { max: String(total), 'aria-label': language.say('upload.progress') });
    this.#bar.value = 0;
    this.#pause = element('button', { type: 'button', class: 'button' }, language.say('upload.pause'));
    this.#pause.addEventListener('click', () => {
      this.#paused = !this.#paused;
      this.#pause.textContent = language.say(this.#paused ? 'upload.resume' : 'upload.pause');
      this.#left.forget();
      if (this.#paused) {
        doing.pause();
        this.#tell(language.say('upload.paused', { share: this.#share() }), true);
      } else {
        doing.resume();
        this.#tell(language.say('upload.goesOn'), true);
      }
    });
    const discard = element('button', { type: 'button', class: 'button' }, language.say('upload.discard'));
    discard.addEventListener('click', () => doing.discard());
    place.replaceChildren(element('h2', { id: 'current-heading', tabindex: '-1', dir: 'auto' }, language.say('upload.sending', { title })),
      this.#bar, this.#words, element('p', { class: 'ways' }, this.#pause, discard));
    place.hidden = false;
    place.querySelector('h2')?.focus();
    say(language.say('upload.begins'));
  }

  progress(bytes: number, now: number): void {
    this.#bytes = bytes;
    this.#bar.value = bytes;
    if (this.#paused) return;
    this.#left.at(now, bytes);
    const left = this.#left.until(this.#total);
    const share = this.#share();
    const words = left === undefined ? this.#language.say('upload.done', { share }) : this.#language.say('upload.left', { share, left: wait(this.#language, left) });
    const heard = Math.floor(bytes / this.#total / HEARD_SHARE);
    this.#tell(words, heard > this.#heard);
    this.#heard = Math.max(heard, this.#heard);
  }

  waiting(): void {
    this.#left.forget();
    this.#tell(this.#language.say('upload.waiting'), true);
  }

  flowing(): void { this.#tell(this.#language.say('upload.goesOn'), true); }

  #share(): string { return this.#language.percent(this.#bytes / this.#total); }

  #tell(words: string, aloud: boolean): void {
    this.#words.textContent = words;
    if (aloud) this.#say(words);
  }
}
