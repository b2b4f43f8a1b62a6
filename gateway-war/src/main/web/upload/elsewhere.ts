import { element } from '../ui/element';
import { resting } from '../ui/resting';
import type { Language, MessageKey } from '../language/language';
import { Refused, type UploadApi } from './uploadApi';
import { checkBox, field, type Field } from './fields';
import { failure } from './wording';

/** What the panels of videos elsewhere need of the page. */
export interface Added {
  added(media: string, title: string): void;
  failed(text: string): void;
}

const ADDRESS = /^https?:\/\/[^\s/?#]+\/[^\s?#]*\.(mp4|m4v|mov|webm|ogv|ogg|mp3|m4a|m3u8|mpd)(\?\S*)?$/i;

/** A video at an address. */
export function addressPanel(language: Language, api: UploadApi, page: Added): HTMLElement {
  const title = field(language.say('upload.title'), { maxlength: '200', required: '' });
  const url = field(language.say('upload.url'), { type: 'url', inputmode: 'url', dir: 'ltr', required: '', placeholder: 'https://' }, language.say('upload.urlHint'));
  const live = liveSwitch(language);
  return form(language, [url, title, live], async (empty) => {
    if (!ADDRESS.test(url.value())) return refuse(url, language.say('upload.urlWrong'));
    if (!title.value()) return refuse(title, language.say('upload.titleMissing'));
    try {
      page.added(await api.elsewhere({ kind: 'address', url: url.value(), title: title.value(), ...live.fields() }), title.value());
      empty();
    } catch (cause) {
      if (cause instanceof Refused && cause.code.startsWith('upload.address')) refuse(url, language.say('upload.urlWrong'));
      else page.failed(said(language, cause));
    }
  });
}

interface Player { readonly name: 'brightcove' | 'kaltura'; readonly fields: Readonly<Record<string, readonly [MessageKey, RegExp]>> }

const PLAYERS: readonly Player[] = [
  { name: 'brightcove', fields: { account: ['upload.account', /^\d{1,20}$/], player: ['upload.player', /^[\w-]{1,50}$/], video: ['upload.video', /^(\d{1,20}|ref:[\w.:-]{1,150})$/] } },
  { name: 'kaltura', fields: { partner: ['upload.partner', /^\d{1,12}$/], uiconf: ['upload.uiconf', /^\d{1,12}$/], entry: ['upload.entry', /^\d_[a-z0-9]{6,12}$/] } },
];

/** A video of another company's player. */
export function playersPanel(language: Language, api: UploadApi, page: Added): HTMLElement {
  const place = element('div', { class: 'fields' });
  const choices = PLAYERS.map((player, at) => {
    const radio = element('input', { type: 'radio', name: 'foreign-player', id: `player-${player.name}` });
    radio.addEventListener('change', () => place.replaceChildren(playerForm(language, api, page, player)));
    radio.checked = at === 0;
    return element('label', { class: 'choice' }, radio, language.say(`upload.${player.name}`));
  });
  const first = PLAYERS[0];
  if (first) place.append(playerForm(language, api, page, first));
  return element('div', { class: 'fields' }, element('fieldset', { class: 'choices' }, element('legend', {}, language.say('upload.kind')), ...choices), place);
}

function playerForm(language: Language, api: UploadApi, page: Added, player: Player): HTMLElement {
  const title = field(language.say('upload.title'), { maxlength: '200', required: '' });
  const ids = Object.entries(player.fields).map(([name, [label, pattern]]) => {
    const made = field(language.say(label), { dir: 'ltr', required: '', ...(name === 'player' ? { value: 'default' } : {}) });
    return { name, label, pattern, made };
  });
  const live = liveSwitch(language);
  return form(language, [...ids.map(({ made }) => made), title, live], async (empty) => {
    const wrong = ids.find(({ made, pattern }) => !pattern.test(made.value()));
    if (wrong) return refuse(wrong.made, language.say('upload.idWrong', { field: language.say(wrong.label) }));
    if (!title.value()) return refuse(title, language.say('upload.titleMissing'));
    try {
      const values = Object.fromEntries(ids.map(({ name, made }) => [name, made.value()]));
      page.added(await api.elsewhere({ kind: player.name, title: title.value(), ...values, ...live.fields() }), title.value());
      empty();
    } catch (cause) {
      page.failed(said(language, cause));
    }
  });
}

/** Nothing tells a live stream from a recording before it is played, and then it is too late. */
function liveSwitch(language: Language): { readonly node: HTMLElement; fields(): Record<string, string> } {
  const { node, input } = checkBox(language.say('upload.live'), language.say('upload.liveHint'));
  return { node, fields: () => input.checked ? { live: 'true' } : {} };
}

function form(language: Language, fields: readonly { readonly node: HTMLElement }[], send: (empty: () => void) => Promise<void>): HTMLFormElement {
  const button = element('button', { class: 'button primary' }, language.say('upload.add'));
  const made = element('form', { class: 'fields', novalidate: '' }, ...fields.map((one) => one.node), element('p', {}, button));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    void resting(button, () => send(() => made.reset()));
  });
  return made;
}

function refuse(wrong: Field, text: string): void {
  wrong.wrong(text);
  wrong.input.focus();
}

function said(language: Language, cause: unknown): string {
  return cause instanceof Refused ? failure(language, cause.status, cause.code) : failure(language, 0, 'network');
}
