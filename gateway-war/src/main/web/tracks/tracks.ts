import { Language, type MessageKey } from '../language/language';
import type { Session } from '../session/session';
import { element } from '../ui/element';
import { focusIfLost, resting } from '../ui/resting';
import { languagesFor } from './languages';
import { Refused, TrackWire, type Kind, type Track } from './trackWire';

const KINDS: readonly Kind[] = ['captions', 'chapters'];
/** As the server: larger files are not sent to be refused. */
const MOST_BYTES = 2 * 1024 * 1024;
const REFUSALS: Readonly<Record<string, MessageKey>> = {
  'captions.encoding': 'tracks.refused.encoding',
  'captions.format': 'tracks.refused.format',
  'captions.timing': 'tracks.refused.timing',
  'captions.too_long': 'tracks.refused.tooLong',
  'captions.too_large': 'tracks.refused.tooLarge',
  'captions.empty': 'tracks.refused.empty',
  'tracks.too_many': 'tracks.refused.tooMany',
};

/**
 * Captions and chapters of a video, for those who may change it: lists them, adds, replaces and removes, and gives them back as files. Brings its
 * own heading; its looks are in `tracks.css`.
 */
export function mountTracks(root: HTMLElement, session: Session, media: { readonly id: string; readonly language?: string }): void {
  void new Tracks(root, session, media).show();
}

class Tracks {
  readonly #wire: TrackWire;
  readonly #language: Language;
  readonly #list = element('ul', { class: 'tracks' });
  readonly #status = element('p', { class: 'soft', role: 'status' });
  readonly #names: ReadonlyMap<string, string>;
  readonly #kind = element('select', { id: 'track-kind' });
  readonly #tongue = element('select', { id: 'track-language' });
  readonly #file = element('input', { type: 'file', id: 'track-file', accept: '.vtt,.srt,text/vtt,application/x-subrip', 'aria-describedby': 'track-hint track-error' });
  readonly #error = element('p', { id: 'track-error', class: 'error', role: 'alert' });
  readonly #add: HTMLButtonElement;
  #tracks: readonly Track[] = [];

  constructor(root: HTMLElement, session: Session, media: { readonly id: string; readonly language?: string }) {
    const language = new Language(session.locale);
    this.#wire = new TrackWire(session, media.id);
    this.#language = language;
    const languages = languagesFor(language.tag);
    this.#names = new Map(languages.map(({ tag, name }) => [tag, name]));
    this.#kind.append(...KINDS.map((kind) => element('option', { value: kind }, language.say(`tracks.kind.${kind}`))));
    this.#tongue.append(...languages.map(({ tag, name }) => element('option', { value: tag }, name)));
    this.#tongue.value = [media.language, language.tag, language.words].find((tag) => tag !== undefined && this.#names.has(tag)) ?? 'en';
    this.#add = element('button', { class: 'button' }, language.say('tracks.add'));
    root.replaceChildren(element('h2', {}, language.say('tracks.heading')), this.#list, this.#status, this.#form());
    root.hidden = false;
  }

  async show(): Promise<void> {
    try {
      this.#fill(await this.#wire.list());
    } catch (cause) {
      console.debug('no tracks', cause);
      this.#say(this.#language.say('tracks.failed'));
    }
  }

  #form(): HTMLFormElement {
    const form = element('form', { class: 'track-form', novalidate: '' },
      this.#field('tracks.kind', this.#kind), this.#field('tracks.language', this.#tongue),
      element('div', { class: 'field' }, element('label', { for: 'track-file' }, this.#language.say('tracks.file')), this.#file,
        element('p', { id: 'track-hint', class: 'soft' }, this.#language.say('tracks.hint')), this.#error),
      this.#add);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    return form;
  }

  #field(label: MessageKey, field: HTMLElement): HTMLElement {
    return element('div', { class: 'field' }, element('label', { for: field.id }, this.#language.say(label)), field);
  }

  async #submit(): Promise<void> {
    const file = this.#file.files?.[0];
    if (!file) {
      this.#fault(this.#language.say('tracks.noFile'));
      return this.#file.focus();
    }
    const kind = this.#kind.value as Kind;
    const there = this.#tracks.find((track) => track.kind === kind && track.language === this.#tongue.value);
    await resting(this.#add, async () => {
      if (await this.#put(kind, this.#tongue.value, file, there ? 'tracks.replaced' : 'tracks.added')) this.#file.value = '';
    });
  }

  /** Whether it was taken; says so, or why not. */
  async #put(kind: Kind, language: string, file: Blob, done: MessageKey): Promise<boolean> {
    this.#fault('');
    if (file.size > MOST_BYTES) {
      this.#fault(this.#language.say('tracks.refused.tooLarge'));
      return false;
    }
    try {
      const put = await this.#wire.put(kind, language, file);
      this.#fill([...this.#tracks.filter((track) => !same(track, put)), put].sort(byKindAndLanguage));
      this.#say(this.#language.say(done, { track: this.#named(put) }));
      if (!this.#add.disabled) focusIfLost(this.#list.children[this.#tracks.indexOf(put)]?.querySelector('button'));
      return true;
    } catch (cause) {
      console.debug('a track was not taken', cause);
      this.#fault(this.#reason(cause));
      return false;
    }
  }

  #reason(cause: unknown): string {
    if (!(cause instanceof Refused)) return this.#language.say('tracks.offline');
    const known = REFUSALS[cause.code];
    const place = cause.line === undefined ? '' : `${this.#language.say('tracks.line', { line: cause.line })} `;
    return known ? place + this.#language.say(known) : this.#language.say(cause.status === 401 ? 'tracks.over' : 'tracks.notTaken');
  }

  #fill(tracks: readonly Track[]): void {
    this.#tracks = tracks;
    this.#list.replaceChildren(...tracks.map((track) => this.#row(track)));
    this.#list.hidden = tracks.length === 0;
    if (tracks.length === 0) this.#say(this.#language.say('tracks.none'));
  }

  #row(track: Track): HTMLLIElement {
    const name = this.#named(track);
    const choose = element('input', { type: 'file', accept: this.#file.accept, hidden: '' });
    const replace = this.#button('tracks.replace', 'tracks.replaceThis', name);
    const remove = this.#button('tracks.remove', 'tracks.removeThis', name);
    replace.addEventListener('click', () => choose.click());
    choose.addEventListener('change', () => {
      const file = choose.files?.[0];
      if (file) void this.#put(track.kind, track.language, file, 'tracks.replaced');
    });
    remove.addEventListener('click', () => void this.#remove(track));
    const download = element('a', {
      class: 'button', href: track.href, download: `${track.kind}.${track.language}.vtt`, 'aria-label': this.#language.say('tracks.downloadThis', { track: name }),
    }, this.#language.say('tracks.download'));
    return element('li', {},
      element('span', { class: 'track-name' }, name, ' ', element('span', { class: 'soft' }, this.#language.count('tracks.cues', track.cues))),
      element('span', { class: 'track-deeds' }, download, replace, remove, choose));
  }

  #button(text: MessageKey, label: MessageKey, track: string): HTMLButtonElement {
    return element('button', { type: 'button', class: 'button', 'aria-label': this.#language.say(label, { track }) }, this.#language.say(text));
  }

  /** Removed at once, and there again by one button as long as this page lives. */
  async #remove(track: Track): Promise<void> {
    try {
      const text = await this.#wire.read(track);
      await this.#wire.remove(track);
      this.#fill(this.#tracks.filter((one) => !same(one, track)));
      const back = element('button', { type: 'button', class: 'button' }, this.#language.say('tracks.undo'));
      back.addEventListener('click', () => void this.#put(track.kind, track.language, text, 'tracks.added'));
      this.#status.replaceChildren(`${this.#language.say('tracks.removed', { track: this.#named(track) })} `, back);
      back.focus();
    } catch (cause) {
      console.debug('a track was not removed', cause);
      this.#fault(this.#reason(cause));
    }
  }

  #named({ kind, language, label }: Track): string {
    return this.#language.say(`tracks.named.${kind}`, { language: this.#names.get(language) ?? label });
  }

  #say(text: string): void { this.#status.textContent = text; }
  #fault(text: string): void { this.#error.textContent = text; }
}

function same(one: Track, other: Track): boolean {
  return one.kind === other.kind && one.language === other.language;
}

function byKindAndLanguage(one: Track, other: Track): number {
  return one.kind.localeCompare(other.kind) || one.language.localeCompare(other.language);
}
