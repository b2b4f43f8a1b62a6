import { element } from '../ui/element';
import { focusIfLost } from '../ui/resting';
import type { Language } from '../language/language';
import { field } from './fields';
import { look, type Seen } from './picture';
import type { UploadSession } from './uploadSession';
import { size, titleOf } from './wording';

/** A file that somebody chose, and what is known of it. */
export interface Chosen {
  readonly file: File;
  readonly title: string;
  readonly seen: Seen;
}

/** What the panel needs of the page. */
export interface Choosing {
  /** Whether the file goes on with an upload that was begun before; then there is nothing to ask. */
  known(file: File): boolean;
  upload(chosen: Chosen): Promise<void>;
  say(text: string): void;
}

const NO_VIDEO = /^(image|text|audio|font)\/|^application\/(pdf|zip|json|xml|x-zip)/;

/** Choose or drop a file, look at it, give it a title. */
export function filePanel(session: UploadSession, language: Language, page: Choosing): HTMLElement {
  const place = element('div', { class: 'fields' });
  choosing();
  return place;

  /** Choosing once more, for somebody who is at it. */
  function again(problem?: string): void {
    choosing(problem);
    focusIfLost(place.querySelector('input'));
  }

  function choosing(problem?: string): void {
    const input = element('input', { type: 'file', id: 'file', class: 'unseen', accept: [...session.limits.types, '.mp4', '.m4v', '.webm', '.mov'].join(',') });
    const error = element('p', { class: 'error', role: 'alert' }, problem ?? '');
    const zone = element('div', { class: 'zone' }, element('p', {}, language.say('upload.drop')), input,
      element('label', { for: 'file', class: 'button primary' }, language.say('upload.choose')),
      element('p', { class: 'soft' }, language.say('upload.limits', { size: size(language, session.limits.bytes) })), error);
    input.addEventListener('change', () => take(input.files));
    zone.addEventListener('dragover', (event) => { event.preventDefault(); zone.classList.add('over'); });
    zone.addEventListener('dragleave', () => zone.classList.remove('over'));
    zone.addEventListener('drop', (event) => { event.preventDefault(); zone.classList.remove('over'); take(event.dataTransfer?.files); });
    place.replaceChildren(zone);
  }

  function take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (!file) return;
    if (page.known(file)) return choosing();
    if (file.size === 0) return again(language.say('upload.empty'));
    if (file.size > session.limits.bytes) {
      return again(language.say('upload.tooLarge', { size: size(language, file.size), most: size(language, session.limits.bytes) }));
    }
    if (NO_VIDEO.test(file.type)) return again(language.say('upload.notAVideo'));
    place.replaceChildren(element('p', { class: 'soft' }, language.say('upload.looking')));
    page.say(language.say('upload.looking'));
    void look(file).then((seen) => asking(file, seen));
  }

  function asking(file: File, seen: Seen): void {
    const title = field(language.say('upload.title'), { maxlength: '200', required: '', value: titleOf(file.name) });
    const send = element('button', { class: 'button primary' }, language.say('upload.start'));
    const another = element('button', { type: 'button', class: 'button' }, language.say('upload.another'));
    another.addEventListener('click', () => again());
    const facts = [...(seen.duration === undefined ? [] : [language.clock(seen.duration)]), size(language, file.size)].join(' · ');
    const canvas = seen.picture?.canvas;
    canvas?.setAttribute('role', 'img');
    canvas?.setAttribute('aria-label', language.say('upload.preview'));
    canvas?.classList.add('still');
    const form = element('form', { class: 'fields', novalidate: '' }, ...(canvas ? [canvas] : []),
      element('p', { class: 'soft', dir: 'auto' }, `${file.name} · ${facts}`), title.node, element('p', { class: 'ways' }, send, another));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!title.value()) {
        title.wrong(language.say('upload.titleMissing'));
        title.input.focus();
        return;
      }
      send.disabled = true;
      void page.upload({ file, title: title.value(), seen }).then(() => again());
    });
    place.replaceChildren(form);
    title.input.focus();
    title.input.select();
  }
}

/** To know a file again: no path, and nothing of its content. */
export function markOf(file: Blob): string {
  const named = file as Partial<File>;
  return `${(named.name ?? '').slice(0, 150)}|${file.size}|${named.lastModified ?? 0}`;
}
