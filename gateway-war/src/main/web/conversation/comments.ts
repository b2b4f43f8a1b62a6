import type { Language, MessageKey } from '../language/language';
import { call, Refused } from '../session/calling';
import { randomId } from '../session/randomId';
import type { PlayerSession } from '../session/session';
import { element } from '../ui/element';
import { resting } from '../ui/resting';
import { Words } from '../viewing/words';
import { Threads, type Comment, type Page, type Thread } from './threads';

const MOST = 4_000;

/** The comments of a video: what the course said, a field for one's own, answers one level deep. */
export async function mountComments(root: HTMLElement, session: PlayerSession, language: Language): Promise<void> {
  await new CommentsView(root, session, language).open();
}

class CommentsView {
  readonly #path: string;
  readonly #threads = new Threads();
  readonly #list = element('ol', { class: 'threads' });
  readonly #heading = element('h2', {});
  readonly #status = element('p', { role: 'status', class: 'soft' });
  readonly #more: HTMLButtonElement;
  readonly #words: Words;
  #names: Readonly<Record<string, string>> = {};

  constructor(private readonly root: HTMLElement, private readonly session: PlayerSession, private readonly language: Language) {
    this.#words = new Words(language);
    this.#path = `/media/${encodeURIComponent(session.media.id)}/comments`;
    this.#more = element('button', { type: 'button', class: 'button' }, language.say('conversation.more'));
    this.#more.addEventListener('click', () => void this.#load());
  }

  async open(): Promise<void> {
    const write = this.#form((language) => language.say('conversation.write'), 'conversation.send', undefined, () => {});
    this.root.replaceChildren(this.#heading, write, this.#status, this.#list, this.#more);
    this.#more.hidden = true;
    this.#heading.textContent = this.language.say('conversation.comments');
    await this.#load();
    await this.#askNames();
  }

  /** Names come from the learning platform, which may take its time; comments do not wait for it. */
  async #askNames(): Promise<void> {
    try {
      this.#names = (await call<{ names: Record<string, string> }>(this.session, 'GET', `${this.#path}/people`)).names;
      if (Object.keys(this.#names).length > 0) this.#rename();
    } catch (cause) {
      console.debug('no names', cause);
    }
  }

  async #load(): Promise<void> {
    try {
      const known = this.#threads.all.length;
      const before = this.#threads.last;
      this.#threads.add(await call<Page>(this.session, 'GET', before === undefined ? this.#path : `${this.#path}?before=${before}`));
      this.#status.textContent = '';
      this.#show();
      if (known > 0) this.#list.children[known]?.querySelector<HTMLElement>('article')?.focus();
    } catch (cause) {
      this.#failed(cause, 'conversation.unreadable');
    }
  }

  #show(): void {
    const { all, count, more } = this.#threads;
    this.#heading.textContent = count === 0 ? this.language.say('conversation.comments') : this.language.count('conversation.count', count);
    this.#list.replaceChildren(...all.map((thread) => this.#thread(thread)));
    this.#more.hidden = !more;
    if (all.length === 0) this.#status.textContent = this.language.say('conversation.none');
  }

  #thread({ first, answers }: Thread): HTMLElement {
    const place = element('div', {});
    const over = () => {
      place.replaceChildren();
      answer.hidden = false;
      answer.focus();
    };
    const answer = element('button', { type: 'button', class: 'button quiet' }, this.language.say('conversation.answer'));
    answer.addEventListener('click', () => {
      const form = this.#form((language) => language.say('conversation.writeAnswer', { name: this.#name(first) }), 'conversation.sendAnswer', first.id, over);
      place.replaceChildren(form);
      answer.hidden = true;
      form.querySelector('textarea')?.focus();
    });
    return element('li', {}, this.#comment(first, answer),
      ...(answers.length > 0 ? [element('ol', { class: 'answers' }, ...answers.map((one) => element('li', {}, this.#comment(one))))] : []), place);
  }

  #comment(comment: Comment, ...deeds: readonly HTMLElement[]): HTMLElement {
    if (comment.removed !== undefined) {
      return element('article', { class: 'comment soft', tabindex: '-1' },
        element('p', {}, this.language.say(comment.removed === 'author' ? 'conversation.removedByAuthor' : 'conversation.removedByModerator')));
    }
    const author = element('span', { class: 'author', dir: 'auto', 'data-author': comment.author }, this.#name(comment));
    const head = element('p', { class: 'head' }, author,
      ...(comment.teaching ? [' ', element('span', { class: 'badge' }, this.language.say('conversation.teaches'))] : []), ' ',
      element('time', { datetime: comment.at, title: this.#words.exact(comment.at), class: 'soft' }, this.#words.ago(comment.at, Date.now())));
    return element('article', { class: 'comment', id: `said-${comment.id}`, tabindex: '-1' }, head, element('p', { class: 'said', dir: 'auto' }, comment.text),
      element('div', { class: 'deeds' }, ...deeds, ...(comment.removable ? [this.#remove(comment)] : [])));
  }

  /** Asks once more where it stands, so that nobody loses words by a slip of the hand. */
  #remove(comment: Comment): HTMLElement {
    const remove = element('button', {
      type: 'button', class: 'button quiet', 'data-removes': comment.author, 'aria-label': this.#labelOf(comment),
    }, this.language.say('conversation.remove'));
    const place = element('div', { class: 'deeds' }, remove);
    remove.addEventListener('click', () => {
      const sure = element('button', { type: 'button', class: 'button' }, this.language.say('conversation.removeSure'));
      const keep = element('button', { type: 'button', class: 'button' }, this.language.say('conversation.keep'));
      keep.addEventListener('click', () => { place.replaceChildren(remove); remove.focus(); });
      sure.addEventListener('click', () => void this.#gone(comment));
      place.replaceChildren(element('span', {}, this.language.say('conversation.removeAsk')), sure, keep);
      keep.focus();
    });
    return place;
  }

  async #gone(comment: Comment): Promise<void> {
    try {
      await call(this.session, 'DELETE', `${this.#path}/${comment.id}`);
      this.#threads.removed(comment);
      this.#show();
      this.#status.textContent = this.language.say('conversation.removed');
      this.#heading.setAttribute('tabindex', '-1');
      this.#heading.focus();
    } catch (cause) {
      this.#failed(cause, 'conversation.notRemoved');
    }
  }

  #form(label: (language: Language) => string, send: MessageKey, parent: string | undefined, over: () => void): HTMLFormElement {
    const id = `comment-${randomId()}`;
    const field = element('textarea', { id, rows: '2', maxlength: String(MOST), dir: 'auto' });
    const button = element('button', { class: 'button primary' }, this.language.say(send));
    const error = element('p', { class: 'error', role: 'alert' });
    const form = element('form', { class: 'write' }, element('label', { for: id }, label(this.language)), field, error,
      element('div', { class: 'deeds' }, button));
    if (parent !== undefined) {
      const cancel = element('button', { type: 'button', class: 'button' }, this.language.say('conversation.cancel'));
      cancel.addEventListener('click', over);
      button.after(cancel);
    }
    // The id stays until the comment is kept: sending it again after a lost answer keeps it once.
    let comment = randomId();
    const keep = async (text: string): Promise<void> => {
      error.textContent = '';
      try {
        const kept = await call<Comment>(this.session, 'POST', this.#path, { id: comment, text, ...(parent === undefined ? {} : { parent }) });
        comment = randomId();
        field.value = '';
        this.#threads.said(kept);
        over();
        this.#status.textContent = '';
        this.#show();
        this.#status.textContent = this.language.say('conversation.sent');
        // The form of an answer has gone; its words are where it was.
        if (parent !== undefined) document.getElementById(`said-${kept.id}`)?.focus();
        if (!(kept.author in this.#names)) void this.#askNames();
      } catch (cause) {
        error.textContent = this.#excuse(cause, 'conversation.notSent');
        field.focus();
      }
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (text === '' || button.disabled) return field.focus();
      void resting(button, () => keep(text));
    });
    return form;
  }

  #failed(cause: unknown, otherwise: MessageKey): void {
    this.#status.textContent = this.#excuse(cause, otherwise);
  }

  #excuse(cause: unknown, otherwise: MessageKey): string {
    console.debug('comments', cause);
    if (cause instanceof Refused && cause.status === 401) return this.language.say('viewing.over');
    if (cause instanceof Refused && cause.code === 'comment.too_many') return this.language.say('conversation.tooMany');
    if (cause instanceof Refused && cause.code === 'comment.parent_unknown') return this.language.say('conversation.parentGone');
    return this.language.say(otherwise);
  }

  #rename(): void {
    const all = this.#threads.all.flatMap(({ first, answers }) => [first, ...answers]);
    for (const node of this.#list.querySelectorAll<HTMLElement>('[data-author]')) {
      const comment = all.find(({ author }) => author === node.dataset['author']);
      if (comment) node.textContent = this.#name(comment);
    }
    for (const button of this.#list.querySelectorAll<HTMLElement>('[data-removes]')) {
      const comment = all.find(({ author }) => author === button.dataset['removes']);
      if (comment) button.setAttribute('aria-label', this.#labelOf(comment));
    }
  }

  #labelOf(comment: Comment): string {
    return this.language.say('conversation.removeOf', { name: this.#name(comment) });
  }

  #name(comment: Comment): string {
    const name = this.#names[comment.author] ?? this.language.say('viewing.nameless', { key: comment.author.slice(0, 6) });
    return comment.you ? this.language.say('viewing.you', { name }) : name;
  }
}
