import type { Language } from '../language/language';
import { call } from '../session/calling';
import { openPage } from '../session/reopening';
import type { Channel } from '../session/session';
import { mountTracks } from '../tracks/tracks';
import { element } from '../ui/element';
import { button, complain, field, part, Telling, way } from './parts';
import { day, fieldOf, STATES, tagsOf, why, type OwnVideo, type State, type StudioSession } from './studioData';

/** Everything about one video, for those who edit it. */
export async function details(main: HTMLElement, session: StudioSession, language: Language, media: string): Promise<void> {
  const telling = new Telling(language);
  const ways = element('nav', { class: 'ways', 'aria-label': language.say('gallery.ways') }, way(session.renew, session.token, language.say('studio.back')));
  document.getElementById('heading')?.after(ways);
  main.append(telling.node);
  await telling.of(async () => {
    const [video, { channels }] = await Promise.all([
      call<OwnVideo>(session, 'GET', `/videos/${encodeURIComponent(media)}`),
      call<{ channels: readonly Channel[] }>(session, 'GET', '/channels'),
    ]);
    ways.append(way(session.player, session.token, language.say('studio.watch'), media));
    new Details(main, session, language, video, channels);
  });
}

class Details {
  readonly #main: HTMLElement;
  readonly #session: StudioSession;
  readonly #language: Language;
  readonly #channels: readonly Channel[];
  #video: OwnVideo;
  #unsaved = false;
  /** One change after the other, however fast the keys. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(main: HTMLElement, session: StudioSession, language: Language, video: OwnVideo, channels: readonly Channel[]) {
    this.#main = main;
    this.#session = session;
    this.#language = language;
    this.#video = video;
    this.#channels = channels;
    window.addEventListener('beforeunload', (event) => { if (this.#unsaved) event.preventDefault(); });
    this.#head();
    if (video.until !== undefined) this.#deleted(video.until);
    else main.append(this.#words(), this.#who(), this.#editors(), this.#tracks(), this.#delete());
  }

  #head(): void {
    const heading = document.getElementById('heading');
    if (heading) heading.textContent = this.#video.title;
    document.title = this.#video.title;
  }

  async #call(method: string, path: string, body?: object): Promise<void> {
    this.#video = await call<OwnVideo>(this.#session, method, `/videos/${this.#video.id}${path}`, body);
  }

  #words(): HTMLElement {
    const { title, description, tags, language: spoken } = this.#video;
    const telling = new Telling(this.#language);
    const name = element('input', { id: 'title', type: 'text', maxlength: '300', required: '', autocomplete: 'off', dir: 'auto' });
    const text = element('textarea', { id: 'description', rows: '5', maxlength: '10000', dir: 'auto' });
    const words = element('input', { id: 'tags', type: 'text', autocomplete: 'off', dir: 'auto' });
    const tongue = element('input', { id: 'language', type: 'text', maxlength: '35', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' });
    name.value = title;
    text.value = description;
    words.value = tags.join(', ');
    tongue.value = spoken ?? '';
    const fields = [name, text, words, tongue];
    const form = element('form', { class: 'stack', novalidate: '' },
      field(this.#language.say('studio.title'), name), field(this.#language.say('studio.description'), text),
      field(this.#language.say('studio.tags'), words, this.#language.say('studio.tagsHint')),
      field(this.#language.say('studio.language'), tongue, this.#language.say('studio.languageHint')),
      element('p', { class: 'ways' }, element('button', { class: 'button primary' }, this.#language.say('studio.save'))), telling.node);
    form.addEventListener('input', () => {
      this.#unsaved = true;
      telling.say('');
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      fields.forEach((control) => complain(control, ''));
      const said = { title: name.value, description: text.value, tags: tagsOf(words.value), language: tongue.value.trim() || null };
      void telling.of(async () => {
        await this.#call('PATCH', '', said).catch((cause: unknown) => {
          const wrong = fields.find(({ id }) => id === fieldOf(cause));
          if (!wrong) throw cause;
          complain(wrong, this.#language.say(why(cause)));
          wrong.focus();
        });
        if (fields.some((control) => control.getAttribute('aria-invalid') === 'true')) return;
        this.#unsaved = false;
        this.#head();
        telling.say(this.#language.say('studio.saved'));
      });
    });
    const live = this.#video.live ? [element('p', { class: 'soft' }, this.#language.say('studio.live'))] : [];
    return part('words', this.#language.say('studio.words'), ...live, form);
  }

  #who(): HTMLElement {
    const telling = new Telling(this.#language);
    const where = element('fieldset', { class: 'choices' });
    const fill = () => this.#where(where, telling);
    const states = element('fieldset', { class: 'choices' }, element('legend', { class: 'unseen' }, this.#language.say('studio.who')),
      ...STATES.map((state) => this.#state(state, telling, fill)));
    fill();
    return part('who', this.#language.say('studio.who'), states, where, telling.node);
  }

  #state(state: State, telling: Telling, changed: () => void): HTMLElement {
    const box = element('input', { type: 'radio', name: 'state', id: `state-${state}`, value: state, 'aria-describedby': `state-${state}-means` });
    box.checked = this.#video.state === state;
    box.addEventListener('change', () => this.#inTurn(async () => {
      if (!await telling.of(() => this.#call('PUT', '/state', { state }))) {
        const now = document.getElementById(`state-${this.#video.state}`);
        if (now instanceof HTMLInputElement) now.checked = true;
        return;
      }
      changed();
      telling.say(this.#language.say('studio.saved'));
    }));
    return element('div', { class: 'choice' }, box, element('label', { for: box.id }, this.#language.say(`studio.state.${state}`)),
      element('p', { id: `state-${state}-means`, class: 'soft' }, this.#language.say(`studio.means.${state}`)));
  }

  /** A box for every gallery and channel in sight, and those of other courses that it is in. */
  #where(here: HTMLElement, telling: Telling): void {
    const inside = (id: string) => this.#video.channels.some((channel) => channel.id === id);
    const elsewhere = this.#video.channels.filter(({ id }) => !this.#channels.some((channel) => channel.id === id));
    const at = here.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const nowhere = this.#video.state === 'published' && this.#video.channels.length === 0;
    here.replaceChildren(element('legend', {}, this.#language.say('studio.where')),
      element('p', { class: 'soft' }, this.#language.say('studio.whereHint')),
      ...this.#channels.map((channel) => {
        const box = element('input', { type: 'checkbox', id: `where-${channel.id}` });
        box.checked = inside(channel.id);
        box.addEventListener('change', () => {
          const there = box.checked;
          this.#inTurn(() => this.#put(channel, there, here, telling));
        });
        return element('div', { class: 'choice' }, box, element('label', { for: box.id, dir: 'auto' }, this.#name(channel)));
      }),
      ...(elsewhere.length === 0 ? [] : [element('p', { class: 'soft', dir: 'auto' }, `${this.#language.say('studio.elsewhere')}: ${elsewhere.map(({ title }) => title).join(' · ')}`)]),
      ...(nowhere ? [element('p', { class: 'note' }, this.#language.say('studio.nowhere'))] : []));
    if (at) document.getElementById(at)?.focus();
  }

  async #put({ id }: Channel, there: boolean, here: HTMLElement, telling: Telling): Promise<void> {
    const done = await telling.of(async () => {
      await call(this.#session, there ? 'PUT' : 'DELETE', `/channels/${id}/videos/${this.#video.id}`, there ? {} : undefined);
      await this.#call('GET', '');
    });
    this.#where(here, telling);
    if (done) telling.say(this.#language.say('studio.saved'));
  }

  #inTurn(deed: () => Promise<void>): void {
    this.#last = this.#last.then(deed);
  }

  #name({ gallery, reach, title }: Channel): string {
    if (!gallery) return title;
    return this.#language.say(reach === 'course' ? 'studio.thisCourse' : 'studio.everybody', { title });
  }

  #editors(): HTMLElement {
    const telling = new Telling(this.#language);
    const people = element('ul', { class: 'rows' });
    const code = element('div', { class: 'code ways', role: 'status' });
    const fill = () => people.replaceChildren(...(this.#video.editors.length === 0
      ? [element('li', { class: 'soft' }, this.#language.say('studio.editorsNone'))]
      : this.#video.editors.map(({ key, you, added }) => this.#editor(key, you, day(this.#language, added), telling, fill))));
    fill();
    const invite = button(this.#language.say('studio.invite'), () => void telling.of(async () => {
      const fresh = await call<{ code: string; expires: string }>(this.#session, 'POST', `/videos/${this.#video.id}/invitations`);
      const copy = button(this.#language.say('studio.copy'), () => {
        navigator.clipboard.writeText(fresh.code).then(() => telling.say(this.#language.say('studio.copied')), (cause: unknown) => console.debug('not copied', cause));
      });
      code.replaceChildren(element('p', {}, `${this.#language.say('studio.code', { date: day(this.#language, fresh.expires) })} `, element('code', {}, fresh.code)),
        // In a frame the browser may forbid it; the code is there to be read all the same.
        ...(navigator.clipboard ? [copy] : []));
    }), { id: 'invite' });
    return part('editors', this.#language.say('studio.editors'), people,
      element('p', { class: 'soft' }, this.#language.say('studio.editorsHint')), element('p', { class: 'ways' }, invite), code, telling.node);
  }

  #editor(key: string, you: boolean, date: string, telling: Telling, changed: () => void): HTMLElement {
    const short = key.slice(0, 6);
    const remove = button(this.#language.say(you ? 'studio.leave' : 'studio.remove'), () => void telling.of(async () => {
      if (you) {
        await call(this.#session, 'DELETE', `/videos/${this.#video.id}/editors/${key}`);
        openPage(`${this.#session.renew}/open`, { token: this.#session.token });
        return;
      }
      await this.#call('DELETE', `/editors/${key}`);
      changed();
      document.getElementById('invite')?.focus();
      telling.say(this.#language.say('studio.saved'));
    }), you ? {} : { 'aria-label': this.#language.say('studio.removeEditor', { key: short }) });
    const name = this.#language.say(you ? 'studio.you' : 'studio.somebody', { key: short, date });
    return element('li', {}, element('span', { class: 'name' }, name), remove);
  }

  /** Captions and chapters have their own room. */
  #tracks(): HTMLElement {
    const tracks = element('section', { class: 'part', 'data-part': 'tracks' });
    mountTracks(tracks, this.#session, { id: this.#video.id, ...(this.#video.language ? { language: this.#video.language } : {}) });
    return tracks;
  }

  #delete(): HTMLElement {
    const telling = new Telling(this.#language);
    const remove = button(this.#language.say('studio.delete'), () => void telling.of(async () => {
      await this.#call('DELETE', '');
      this.#unsaved = false;
      this.#main.querySelectorAll('.part, [data-part]').forEach((one) => one.remove());
      this.#deleted(this.#video.until ?? '');
    }), { class: 'button bad' });
    return part('delete', this.#language.say('studio.deleteHeading'), element('p', { class: 'soft' }, this.#language.say('studio.deleteHint')),
      element('p', { class: 'ways' }, remove), telling.node);
  }

  #deleted(until: string): void {
    const telling = new Telling(this.#language);
    const { title, id } = this.#video;
    const undo = button(this.#language.say('studio.undo'), () => void telling.of(async () => {
      await this.#call('POST', '/restored');
      openPage(`${this.#session.renew}/open`, { token: this.#session.token, media: id });
    }), { class: 'button primary' });
    this.#main.append(element('section', { class: 'part' },
      element('p', { role: 'status' }, this.#language.say('studio.deleted', { title, date: day(this.#language, until) })),
      element('p', { class: 'ways' }, undo), telling.node));
    undo.focus();
  }
}
