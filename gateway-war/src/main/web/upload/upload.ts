import { sure } from '../ui/asking';
import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { Language } from '../language/language';
import { openPage, rememberPage } from '../session/reopening';
import { readSession } from '../session/session';
import { addressPanel, playersPanel } from './elsewhere';
import { filePanel, markOf } from './filePanel';
import { FileShelf } from './fileShelf';
import { look, type Seen } from './picture';
import { recordPanel } from './recordPanel';
import { Sending } from './sending';
import { SendingView } from './sendingView';
import { tabs } from './tabs';
import { Refused, UploadApi } from './uploadApi';
import type { KnownUpload, UploadSession } from './uploadSession';
import { failure } from './wording';

const session = readSession<UploadSession>();
const language = new Language(session.locale);
const api = new UploadApi(session);
const shelf = new FileShelf();
const status = byId('status');
const message = byId('message');
const current = byId('current');
const unfinished = byId('unfinished');
let known: readonly KnownUpload[] = [];
let sending: { readonly id: string; readonly sender: Sending } | undefined;

rememberPage(session.renew, { token: session.token }, Date.now());
show();
followHeight();
void recall();

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

function show(): void {
  const course = session.course?.title;
  byId('heading').textContent = course ? language.say('upload.headingOf', { course }) : language.say('upload.heading');
  document.title = language.say('upload.heading');
  const back = byId('back') as HTMLFormElement;
  back.action = `${session.player}/open`;
  back.append(element('input', { type: 'hidden', name: 'token', value: session.token }), element('button', { class: 'button' }, language.say('upload.back')));
  byId('ways').append(tabs(language.say('upload.ways'), [
    { id: 'file', label: language.say('upload.file'), panel: () => filePanel(session, language, { known: goOnWith, upload: ({ file, title, seen }) => begin(file, title, seen), say }) },
    { id: 'record', label: language.say('upload.record'), panel: () => recordPanel(session, language, api, { upload: async (file, title) => begin(file, title, await look(file)), say }) },
    { id: 'address', label: language.say('upload.address'), panel: () => addressPanel(language, api, { added, failed }) },
    { id: 'players', label: language.say('upload.players'), panel: () => playersPanel(language, api, { added, failed }) },
  ]));
}

/** What was begun before this page was opened: goes on by itself when its file is still kept here. */
async function recall(): Promise<void> {
  try {
    known = await api.unfinished();
    await shelf.only(known.map((upload) => upload.id));
    for (const upload of known) {
      const file = sending ? undefined : await shelf.find(upload.id);
      if (file && file.size === upload.length) send(upload, file);
    }
    showUnfinished();
  } catch (cause) {
    console.debug('what is unfinished could not be asked', cause);
  }
}

async function begin(file: Blob, title: string, seen: Seen): Promise<void> {
  failed('');
  try {
    if (sending) await sending.sender.pause();
    const mark = markOf(file);
    const id = await api.begin(file.size, { title, mark, duration: seen.duration });
    if (seen.picture) await sendPicture(id, seen.picture.blob);
    const upload = { id, title, mark, length: file.size, received: 0 };
    known = [upload, ...known];
    send(upload, file);
    showUnfinished();
    await shelf.keep(id, file);
    if (sending?.id !== id) await shelf.forget(id);
  } catch (cause) {
    failed(cause instanceof Refused ? failure(language, cause.status, cause.code) : failure(language, 0, 'network'));
  }
}

/** Once more when the first is lost, with its connection perhaps. */
async function sendPicture(id: string, picture: Blob): Promise<void> {
  try {
    await api.picture(id, picture).catch(() => api.picture(id, picture));
  } catch (cause) {
    console.debug('the picture was not taken', cause);
  }
}

function send(upload: KnownUpload, file: Blob): void {
  const sender = new Sending(api.address(upload.id), api.headers, file, {
    progress: (bytes) => view.progress(bytes, performance.now()),
    waiting: () => view.waiting(),
    flowing: () => view.flowing(),
    done: (media) => void done(upload, media),
    failed: (code, name) => over(upload, failure(language, code, name)),
  });
  const view = new SendingView(current, upload.title, upload.length, language, {
    pause: () => void sender.pause(),
    resume: () => sender.start(),
    discard: () => void discard(upload, () => void sender.end()),
  }, say);
  view.progress(upload.received, performance.now());
  sending = { id: upload.id, sender };
  window.addEventListener('beforeunload', leaving);
  sender.start();
}

async function done(upload: KnownUpload, media: string | undefined): Promise<void> {
  try {
    added(media ?? (await api.one(upload.id)).media ?? '', upload.title);
    forget(upload);
  } catch (cause) {
    over(upload, cause instanceof Refused ? failure(language, cause.status, cause.code) : failure(language, 0, 'network'));
  }
}

function over(upload: KnownUpload, text: string): void {
  forget(upload);
  current.hidden = true;
  failed(text);
}

function forget(upload: KnownUpload): void {
  window.removeEventListener('beforeunload', leaving);
  if (sending?.id === upload.id) sending = undefined;
  known = known.filter((one) => one.id !== upload.id);
  void shelf.forget(upload.id);
  showUnfinished();
}

function added(media: string, title: string): void {
  failed('');
  const open = (label: string, address: string, kind: string): HTMLElement => {
    const button = element('button', { type: 'button', class: `button ${kind}` }, label);
    button.addEventListener('click', () => openPage(`${address}/open`, { token: session.token, media }));
    return button;
  };
  const more = element('button', { type: 'button', class: 'button' }, language.say('upload.more'));
  more.addEventListener('click', () => {
    current.hidden = true;
    document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  });
  const heading = element('h2', { id: 'current-heading', tabindex: '-1', dir: 'auto' }, language.say('upload.added', { title }));
  current.replaceChildren(heading, element('p', { class: 'soft' }, language.say('upload.addedPrivate')),
    element('p', { class: 'ways' }, ...(session.studio ? [open(language.say('upload.details'), session.studio, 'primary')] : []), open(language.say('upload.watch'), session.player, ''), more));
  current.hidden = false;
  heading.focus();
  say(language.say('upload.added', { title }));
}

/** Whether the file goes on with what was begun. */
function goOnWith(file: File): boolean {
  const mark = markOf(file);
  const upload = known.find((one) => one.mark === mark && one.length === file.size && one.id !== sending?.id);
  if (!upload || sending) return false;
  send(upload, file);
  showUnfinished();
  void shelf.keep(upload.id, file);
  return true;
}

function showUnfinished(): void {
  const waiting = known.filter((upload) => upload.id !== sending?.id);
  unfinished.hidden = waiting.length === 0;
  if (waiting.length === 0) return;
  const items = waiting.map((upload) => {
    const input = element('input', { type: 'file', class: 'unseen', id: `again-${upload.id}` });
    const note = element('p', { class: 'soft' }, language.say('upload.chooseAgain', { title: upload.title }));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file && !goOnWith(file)) note.textContent = language.say('upload.otherFile', { title: upload.title });
    });
    const remove = element('button', { type: 'button', class: 'button' }, language.say('upload.discard'));
    remove.addEventListener('click', () => void discard(upload, () => undefined));
    const share = language.percent(upload.received / upload.length);
    return element('li', {}, element('p', { dir: 'auto' }, language.say('upload.unfinishedItem', { title: upload.title, share })), note,
      element('p', { class: 'ways' }, input, element('label', { for: input.id, class: 'button' }, language.say('upload.chooseSame')), remove));
  });
  unfinished.replaceChildren(element('h2', { id: 'unfinished-heading' }, language.say('upload.unfinished')), element('ul', {}, ...items));
}

/** Asks before anything is deleted. */
async function discard(upload: KnownUpload, first: () => void): Promise<void> {
  if (!await sure(language.say('upload.discardSure', { title: upload.title }), language.say('upload.discardNo'), language.say('upload.discardYes'))) return;
  first();
  void api.discard(upload.id).catch((cause: unknown) => console.debug('it will be swept', cause));
  current.hidden = true;
  forget(upload);
  say(language.say('upload.discarded'));
  document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
}

function say(text: string): void { status.textContent = text; }

function failed(text: string): void { message.replaceChildren(...(text ? [element('p', {}, text)] : [])); }

function leaving(event: BeforeUnloadEvent): void { event.preventDefault(); }
