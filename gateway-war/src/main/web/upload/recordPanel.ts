import { element } from '../ui/element';
import { focusIfLost } from '../ui/resting';
import type { Language, MessageKey } from '../language/language';
import { openPage } from '../session/reopening';
import { field } from './fields';
import { indexed } from './indexing';
import { canRecord, Recording, type What } from './recorder';
import type { UploadApi } from './uploadApi';
import type { UploadSession } from './uploadSession';

/** What the recorder needs of the page. */
export interface Recorded {
  upload(file: Blob, title: string): Promise<void>;
  say(text: string): void;
}

const TICK_MS = 1_000;

/** Records camera and screen in the page, or opens the institution's own application. */
export function recordPanel(session: UploadSession, language: Language, api: UploadApi, page: Recorded): HTMLElement {
  const panel = element('div', { class: 'fields' });
  if (session.capture) panel.append(captureLink(session.capture, language, api));
  panel.append(canRecord() ? recorder(session, language, api, page) : element('p', { class: 'soft' }, language.say('upload.recordUnable')));
  return panel;
}

/** Opened beside this page: a browser that knows no such application would break off what this page is loading. */
function captureLink(capture: { readonly url: string; readonly name: string }, language: Language, api: UploadApi): HTMLElement {
  const link = element('a', { class: 'button', href: capture.url, target: '_blank', rel: 'noopener' }, language.say('upload.capture', { name: capture.name }));
  link.addEventListener('click', () => api.launched('capture'));
  return element('p', { class: 'field' }, element('span', {}, link), element('span', { class: 'soft' }, language.say('upload.captureHint')));
}

function recorder(session: UploadSession, language: Language, api: UploadApi, page: Recorded): HTMLElement {
  const place = element('div', { class: 'fields' });
  choosing();
  return place;

  /** Choosing once more, for somebody who is at it. */
  function again(problem?: MessageKey): void {
    choosing(problem);
    focusIfLost(place.querySelector<HTMLElement>('.primary'));
  }

  function choosing(problem?: MessageKey): void {
    const kinds: readonly What[] = 'getDisplayMedia' in navigator.mediaDevices ? ['camera', 'screen', 'both'] : ['camera'];
    const radios = kinds.map((what, at) => {
      const radio = element('input', { type: 'radio', name: 'what', value: what });
      radio.checked = at === 0;
      return radio;
    });
    const choices = radios.map((radio) => element('label', { class: 'choice' }, radio, language.say(`upload.${radio.value as What}`)));
    const start = element('button', { type: 'button', class: 'button primary' }, language.say('upload.recordStart'));
    start.addEventListener('click', () => {
      start.disabled = true;
      void begin((radios.find((radio) => radio.checked)?.value ?? 'camera') as What);
    });
    place.replaceChildren(element('fieldset', { class: 'choices' }, element('legend', {}, language.say('upload.what')), ...choices),
      element('p', { class: 'ways' }, start), ...(problem ? [trouble(problem)] : []));
  }

  function trouble(problem: MessageKey): HTMLElement {
    const box = element('div', { class: 'message', role: 'alert' }, element('p', {}, language.say(problem)));
    if (problem !== 'upload.recordFramed') return box;
    const own = element('button', { type: 'button', class: 'button' }, language.say('upload.ownWindow'));
    own.addEventListener('click', () => openPage(`${session.renew}/open`, { token: session.token }, '_blank'));
    box.append(own);
    return box;
  }

  async function begin(what: What): Promise<void> {
    try {
      const recording = await Recording.begin(what);
      api.launched('recorder');
      running(recording);
    } catch (cause) {
      again(reason(cause));
    }
  }

  function running(recording: Recording): void {
    const preview = element('video', { class: 'recording', playsinline: '' });
    preview.muted = true;
    preview.srcObject = recording.seen;
    preview.play().catch((cause: unknown) => console.debug('no preview', cause));
    const time = element('span', { class: 'running' }, language.say('upload.recording', { time: language.clock(0) }));
    const pause = element('button', { type: 'button', class: 'button' }, language.say('upload.recordPause'));
    const stop = element('button', { type: 'button', class: 'button primary' }, language.say('upload.recordStop'));
    let [seconds, paused] = [0, false];
    const clock = setInterval(() => {
      if (!paused) seconds += 1;
      time.textContent = language.say('upload.recording', { time: language.clock(seconds) });
    }, TICK_MS);
    pause.addEventListener('click', () => {
      paused = !paused;
      if (paused) recording.pause();
      else recording.resume();
      pause.textContent = language.say(paused ? 'upload.recordResume' : 'upload.recordPause');
      page.say(language.say(paused ? 'upload.recordingPaused' : 'upload.recordingStarted'));
    });
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      clearInterval(clock);
      pause.disabled = true;
      stop.disabled = true;
      void recording.end().then(indexed).then(recorded);
    };
    stop.addEventListener('click', end);
    recording.endedOutside(end);
    place.replaceChildren(preview, element('p', { class: 'ways' }, time, pause, stop));
    stop.focus();
    page.say(language.say('upload.recordingStarted'));
  }

  function recorded(file: Blob): void {
    const address = URL.createObjectURL(file);
    const preview = element('video', { class: 'recording', controls: '', playsinline: '', src: address });
    const date = new Intl.DateTimeFormat(language.tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date());
    const title = field(language.say('upload.title'), { maxlength: '200', required: '', value: language.say('upload.recordTitle', { date }) });
    const send = element('button', { class: 'button primary' }, language.say('upload.recordUpload'));
    const anew = element('button', { type: 'button', class: 'button' }, language.say('upload.recordAgain'));
    const form = element('form', { class: 'fields', novalidate: '' }, title.node, element('p', { class: 'ways' }, send, anew));
    anew.addEventListener('click', () => { URL.revokeObjectURL(address); again(); });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!title.value()) {
        title.wrong(language.say('upload.titleMissing'));
        title.input.focus();
        return;
      }
      send.disabled = true;
      void page.upload(file, title.value()).then(() => { URL.revokeObjectURL(address); again(); });
    });
    place.replaceChildren(preview, form);
    title.input.focus();
    page.say(language.say('upload.recordingStopped'));
  }
}

/** What to say to the browser's reason. In a frame the learning platform decides, and a window of its own helps. */
function reason(cause: unknown): MessageKey {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'NotReadableError') return 'upload.recordNone';
  return window.parent === window ? 'upload.recordRefused' : 'upload.recordFramed';
}
