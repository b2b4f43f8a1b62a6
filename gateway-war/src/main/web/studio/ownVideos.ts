import { VideoList, searchField, type Sheet } from '../gallery/videoList';
import type { Language } from '../language/language';
import { call, query } from '../session/calling';
import { openPage } from '../session/reopening';
import { element } from '../ui/element';
import { lengthBadge } from '../ui/lengthBadge';
import { channelsPart } from './channels';
import { button, field, part, Telling, way } from './parts';
import type { OwnItem, OwnVideo, StudioSession } from './studioData';

/** Everything that somebody owns or edits, and what they may do beside. */
export function ownVideos(main: HTMLElement, session: StudioSession, language: Language): void {
  const heading = document.getElementById('heading');
  heading?.replaceChildren(language.say('studio.heading'));
  heading?.after(element('nav', { class: 'ways', 'aria-label': language.say('gallery.ways') },
    ...(session.upload ? [way(session.upload, session.token, language.say('studio.add'), '', 'button primary')] : []),
    way(session.player, session.token, language.say('studio.gallery'))));
  document.title = language.say('studio.heading');
  const list = new VideoList<OwnItem>(language, {
    ask: ({ typed }, after, signal) => call<Sheet<OwnItem>>(session, 'GET', `/library${query({ among: 'mine', q: typed.trim(), after })}`, undefined, signal),
    card: (item) => card(item, language),
    empty: ({ typed }) => [element('p', {}, language.say(typed.trim() !== '' ? 'gallery.none' : session.upload ? 'studio.emptyUpload' : 'studio.empty'))],
  });
  main.append(
    searchField(language, (typed) => list.look({ typed }, true)),
    element('form', { method: 'post', action: `${session.renew}/open` },
      element('input', { type: 'hidden', name: 'token', value: session.token }), list.node),
    channelsPart(session, language), joining(session, language), deleted(session, language, () => list.look(list.question)));
  list.look({ typed: '' });
}

function card(item: OwnItem, language: Language): HTMLElement {
  const { id, title, poster, state } = item;
  const picture = poster ? [element('img', { src: poster, alt: '', loading: 'lazy' })] : [element('span', { class: 'blank', 'aria-hidden': 'true' })];
  return element('li', { class: 'card' },
    element('div', { class: 'poster' }, ...picture, ...lengthBadge(language, item)),
    element('h2', {}, element('button', { name: 'media', value: id, dir: 'auto' }, title)),
    ...(state ? [element('p', { class: `state ${state}` }, language.say(`studio.state.${state}`))] : []));
}

/** Becoming co-editor of somebody else's video. */
function joining(session: StudioSession, language: Language): HTMLElement {
  const telling = new Telling(language);
  const code = element('input', { id: 'code', type: 'text', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '40', required: '' });
  const form = element('form', { class: 'line' }, field(language.say('studio.joinCode'), code),
    element('button', { class: 'button' }, language.say('studio.joinDo')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void telling.of(async () => {
      const { id } = await call<OwnVideo>(session, 'POST', '/invitations', { code: code.value });
      openPage(`${session.renew}/open`, { token: session.token, media: id });
    });
  });
  return part('joining', language.say('studio.join'), element('p', { class: 'soft' }, language.say('studio.joinHint')), form, telling.node);
}

/** What can still be had back; nothing is said when there is nothing. */
function deleted(session: StudioSession, language: Language, restored: () => void): HTMLElement {
  const telling = new Telling(language);
  const list = element('ul', { class: 'rows' });
  const here = part('deleted', language.say('studio.deletedHeading'), list, telling.node);
  here.hidden = true;
  const show = async () => {
    const { items } = await call<Sheet<OwnItem>>(session, 'GET', '/library?among=deleted&size=100');
    list.replaceChildren(...items.map(({ id, title }) => element('li', {}, element('span', { class: 'name', dir: 'auto' }, title),
      button(language.say('studio.undo'), () => void telling.of(async () => {
        await call(session, 'POST', `/videos/${id}/restored`);
        restored();
        await show();
        document.getElementById('search')?.focus();
      }), { 'aria-label': language.say('studio.undoOf', { title }) }))));
    here.hidden = items.length === 0;
  };
  show().catch((cause: unknown) => console.debug('no deleted videos', cause));
  return here;
}
