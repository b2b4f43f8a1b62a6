import type { Sheet } from '../gallery/videoList';
import type { Language } from '../language/language';
import { call, query } from '../session/calling';
import type { Channel } from '../session/session';
import { sure } from '../ui/asking';
import { element } from '../ui/element';
import { focusIfLost } from '../ui/resting';
import { button, field, part, Telling } from './parts';
import type { OwnItem, StudioSession } from './studioData';

/** The channels that one may arrange: made, named, ordered, and what is in them. */
export function channelsPart(session: StudioSession, language: Language): HTMLElement {
  const telling = new Telling(language);
  const lists = element('div', { class: 'stack' });
  const here = part('channels', language.say('studio.channels'), element('p', { class: 'soft' }, language.say('studio.channelsHint')), lists, telling.node);
  let shown: readonly Channel[] = [];

  const change = (method: string, path: string, body: object | undefined, focus: string) => telling.of(async () => {
    show((await call<{ channels: readonly Channel[] }>(session, method, `/channels${path}`, body)).channels);
    document.getElementById(focus)?.focus();
  });
  const show = (channels: readonly Channel[]) => {
    shown = channels;
    lists.replaceChildren(...(['course', 'institution'] as const).flatMap((reach) => reaching(reach)));
  };
  const reaching = (reach: Channel['reach']): readonly HTMLElement[] => {
    const all = shown.filter((channel) => channel.reach === reach);
    const gallery = all.find((channel) => channel.gallery);
    if (!gallery?.mayArrange) return [];
    const heading = reach === 'course' ? language.say('studio.channelsOf') : language.say('studio.channelsEverybody', { title: gallery.title });
    const made = all.filter((channel) => !channel.gallery);
    return [element('div', { class: 'stack' }, element('h3', { dir: 'auto' }, heading),
      element('ul', { class: 'rows' }, row(gallery, []), ...made.map((channel) => row(channel, made))), creating(reach))];
  };

  const row = (channel: Channel, made: readonly Channel[]): HTMLElement => {
    const { id, title } = channel;
    const at = made.indexOf(channel);
    const move = (by: number) => {
      if (at + by < 0 || at + by >= made.length) return;
      const ids = made.map((one) => one.id);
      ids.splice(at + by, 0, ...ids.splice(at, 1));
      void change('PUT', '/order', { ids }, `channel-${id}-${by < 0 ? 'up' : 'down'}`);
    };
    const node = element('li', {}, element('span', { class: 'name', dir: 'auto' }, title));
    const order = button(language.say('studio.order'), () => {
      const open = order.getAttribute('aria-expanded') === 'true';
      order.setAttribute('aria-expanded', String(!open));
      node.querySelector('.inside')?.remove();
      if (!open) node.append(inside(channel, session, language));
    }, { id: `channel-${id}-order`, 'aria-expanded': 'false', 'aria-label': language.say('studio.orderOf', { title }) });
    if (at < 0) {
      node.append(order);
      return node;
    }
    node.append(element('span', { class: 'ways' }, order,
      button(language.say('studio.up'), () => move(-1), { id: `channel-${id}-up`, 'aria-label': language.say('studio.upOf', { title }), ...(at === 0 ? { 'aria-disabled': 'true' } : {}) }),
      button(language.say('studio.down'), () => move(1), { id: `channel-${id}-down`, 'aria-label': language.say('studio.downOf', { title }), ...(at === made.length - 1 ? { 'aria-disabled': 'true' } : {}) }),
      button(language.say('studio.rename'), () => rename(node, channel), { id: `channel-${id}-rename`, 'aria-label': language.say('studio.renameOf', { title }) }),
      button(language.say('studio.deleteHeading'), () => {
        void sure(language.say('studio.deleteChannelSure', { title }), language.say('studio.cancel'), language.say('studio.deleteHeading'))
          .then((yes) => { if (yes) void change('DELETE', `/${id}`, undefined, `new-${channel.reach}`); });
      }, { 'aria-label': language.say('studio.deleteOf', { title }) })));
    return node;
  };

  const rename = (node: HTMLElement, { id, title }: Channel) => {
    const name = element('input', { id: `rename-${id}`, type: 'text', maxlength: '300', required: '', dir: 'auto' });
    name.value = title;
    const form = element('form', { class: 'line' }, field(language.say('studio.channelName'), name),
      element('button', { class: 'button primary' }, language.say('studio.save')),
      button(language.say('studio.cancel'), () => { show(shown); document.getElementById(`channel-${id}-rename`)?.focus(); }));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void change('PATCH', `/${id}`, { title: name.value }, `channel-${id}-rename`);
    });
    node.replaceChildren(form);
    name.select();
  };

  const creating = (reach: Channel['reach']): HTMLElement => {
    const name = element('input', { id: `new-${reach}`, type: 'text', maxlength: '300', required: '', autocomplete: 'off', dir: 'auto' });
    const form = element('form', { class: 'line' }, field(language.say('studio.newChannel'), name),
      element('button', { class: 'button' }, language.say('studio.create')));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void change('POST', '', { title: name.value, reach }, `new-${reach}`);
    });
    return form;
  };

  void change('GET', '', undefined, '');
  return here;
}

/** What is in a channel, in its order; moved by buttons, so that no mouse is needed. */
function inside(channel: Channel, session: StudioSession, language: Language): HTMLElement {
  const telling = new Telling(language);
  const list = element('ol', { class: 'rows' });
  const more = button(language.say('gallery.more'), () => void telling.of(async () => {
    const shown = items.length;
    await load(next);
    list.children[shown]?.querySelector('button')?.focus();
  }));
  const items: OwnItem[] = [];
  let next: string | undefined;

  const path = (id: string) => `/channels/${channel.id}/videos/${id}`;
  const load = async (after: string | undefined) => {
    const sheet = await call<Sheet<OwnItem & { declared?: boolean }>>(session, 'GET', `/library${query({ channel: channel.id, after })}`);
    next = sheet.next;
    items.push(...sheet.items.filter(({ declared }) => !declared)); // those stay where the configuration has them
    show();
  };
  const show = () => {
    list.replaceChildren(...(items.length === 0 ? [element('li', {}, language.say('studio.orderEmpty'))] : items.map(row)));
    more.hidden = next === undefined;
  };
  const move = (at: number, by: number) => telling.of(async () => {
    const item = items[at];
    const to = at + by;
    if (!item || to < 0 || to >= items.length) return;
    // Down: before the one after the next; there is none only at the very end.
    const before = items[by < 0 ? to : to + 1]?.id;
    if (before === undefined && next !== undefined) return;
    await call(session, 'PUT', path(item.id), before === undefined ? {} : { before });
    items.splice(at, 1);
    items.splice(to, 0, item);
    show();
    document.getElementById(`${channel.id}-${item.id}-${by < 0 ? 'up' : 'down'}`)?.focus();
    telling.say(language.say('studio.moved', { title: item.title, place: String(to + 1) }));
  });
  const row = ({ id, title }: OwnItem, at: number): HTMLElement => {
    const remove = button(language.say('studio.remove'), () => void telling.of(async () => {
      await call(session, 'DELETE', path(id));
      items.splice(items.findIndex((item) => item.id === id), 1);
      show();
      focusIfLost(document.getElementById(`${channel.id}-${(items[at] ?? items.at(-1))?.id}-remove`) ?? document.getElementById(`channel-${channel.id}-order`));
      telling.say(language.say('studio.takenOut', { title }));
    }), { id: `${channel.id}-${id}-remove`, 'aria-label': language.say('studio.takeOut', { title }) });
    if (channel.gallery) return element('li', {}, element('span', { class: 'name', dir: 'auto' }, title), remove);
    return element('li', {}, element('span', { class: 'name', dir: 'auto' }, title), element('span', { class: 'ways' },
      button(language.say('studio.up'), () => void move(at, -1), { id: `${channel.id}-${id}-up`, 'aria-label': language.say('studio.upOf', { title }), ...(at === 0 ? { 'aria-disabled': 'true' } : {}) }),
      button(language.say('studio.down'), () => void move(at, 1), { id: `${channel.id}-${id}-down`, 'aria-label': language.say('studio.downOf', { title }), ...(at === items.length - 1 ? { 'aria-disabled': 'true' } : {}) }),
      remove));
  };
  void telling.of(() => load(undefined));
  return element('div', { class: 'inside stack' }, list, more, telling.node);
}
