import { Language } from '../language/language';
import { call, Refused } from '../session/calling';
import { rememberPage } from '../session/reopening';
import { readSession, type Session } from '../session/session';
import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { resting } from '../ui/resting';
import { watchedMeter } from '../ui/watchedMeter';
import { Words } from '../viewing/words';

interface AboutYouSession extends Session {
  /** Where the video is opened again that this page was opened from. */
  readonly player: string;
  readonly from?: string;
}

/** `GET /api/v1/about-you` */
interface AboutYou {
  readonly institution: string;
  readonly you: { readonly name?: string; readonly account?: string; readonly address?: string; readonly fingerprint?: string };
  readonly optional: boolean;
  readonly unnamed: boolean;
  readonly receivers: readonly string[];
  readonly retentionDays: number;
  /** Whether the institution gets the words of comments. */
  readonly commentText: boolean;
  readonly watched: readonly { readonly title: string; readonly live?: boolean; readonly share: number; readonly completed: boolean; readonly timeSpent: number; readonly last: string }[];
  readonly kept: { readonly likes?: number; readonly comments?: number };
}

const session = readSession<AboutYouSession>();
const language = new Language(session.locale);
const words = new Words(language);
document.documentElement.lang = language.words;
document.title = language.say('aboutYou.heading');
byId('heading').textContent = language.say('aboutYou.heading');
rememberPage(session.renew, { token: session.token, ...(session.from === undefined ? {} : { media: session.from }) }, Date.now());
ways();
followHeight();
void show('');

async function show(said: string): Promise<void> {
  try {
    const about = await call<AboutYou>(session, 'GET', '/about-you');
    byId('content').replaceChildren(who(about), what(about), where(about), watched(about));
    byId('status').textContent = said;
  } catch (cause) {
    console.debug('nothing about you', cause);
    byId('status').textContent = language.say(cause instanceof Refused && cause.status === 401 ? 'viewing.over' : 'aboutYou.failed');
  }
}

function who({ institution, you, optional, unnamed }: AboutYou): HTMLElement {
  const code = you.address ?? you.account ?? you.fingerprint ?? '';
  const named = you.name !== undefined;
  const key = named ? 'aboutYou.named' : you.address ? 'aboutYou.address' : you.fingerprint ? 'aboutYou.fingerprint'
    : /^[0-9a-f]{64}$/.test(code) ? 'aboutYou.pseudonym' : 'aboutYou.account';
  return element('section', {}, element('h2', {}, language.say('aboutYou.who')),
    element('p', { dir: 'auto' }, language.say(key, { institution, code, name: you.name ?? '' })),
    ...(optional ? choice(unnamed) : []));
}

function choice(unnamed: boolean): readonly HTMLElement[] {
  const button = element('button', { type: 'button', class: 'button primary', 'aria-describedby': 'choice-hint' },
    language.say(unnamed ? 'aboutYou.name' : 'aboutYou.leave'));
  button.addEventListener('click', () => void resting(button, async () => {
    try {
      await call(session, unnamed ? 'DELETE' : 'PUT', '/about-you/unnamed');
      await show(language.say(unnamed ? 'aboutYou.named.next' : 'aboutYou.left'));
      byId('status').focus();
    } catch (cause) {
      console.debug('wish not kept', cause);
      byId('status').textContent = language.say('aboutYou.leftFailed');
    }
  }));
  return [element('p', { id: 'choice-hint', class: 'soft' }, language.say(unnamed ? 'aboutYou.nameHint' : 'aboutYou.leaveHint')), element('p', {}, button)];
}

function what({ commentText }: AboutYou): HTMLElement {
  const keys = ['aboutYou.whatOpen', 'aboutYou.whatPlay', 'aboutYou.whatShare', commentText ? 'aboutYou.whatSayWords' : 'aboutYou.whatSay'] as const;
  return element('section', {}, element('h2', {}, language.say('aboutYou.what')),
    element('ul', {}, ...keys.map((key) => element('li', {}, language.say(key)))),
    element('p', {}, language.say('aboutYou.whatNot')));
}

function where({ institution, receivers, retentionDays }: AboutYou): HTMLElement {
  return element('section', {}, element('h2', {}, language.say('aboutYou.where')),
    element('p', {}, language.say('aboutYou.whereTo', { institution, hosts: receivers.join(', '), days: words.number(retentionDays) })),
    element('p', {}, language.say('aboutYou.whereCourse')));
}

function watched({ watched: all, kept }: AboutYou): HTMLElement {
  const now = Date.now();
  const rows = all.map((one) => element('li', { class: 'seen' },
    element('span', { dir: 'auto' }, one.title), ...(one.live ? [] : [watchedMeter(one.share)]),
    element('span', { class: 'soft' }, [one.live ? language.say('player.live') : language.say('player.watchedPercent', { percent: language.percent(one.share) }),
      ...(one.completed ? [language.say('aboutYou.complete')] : []), words.ago(one.last, now)].join(' · '))));
  return element('section', {}, element('h2', {}, language.say('aboutYou.watched')),
    rows.length === 0 ? element('p', {}, language.say('aboutYou.nothing')) : element('ul', { class: 'all-seen' }, ...rows),
    element('p', {}, language.say('aboutYou.said', { likes: words.number(kept.likes ?? 0), comments: words.number(kept.comments ?? 0) })));
}

function ways(): void {
  const way = (value: string, label: string) => element('button', { class: 'button', name: 'media', value }, label);
  byId('ways').append(element('form', { method: 'post', action: `${session.player}/open` },
    element('input', { type: 'hidden', name: 'token', value: session.token }),
    session.from === undefined ? way('', language.say('viewing.gallery')) : way(session.from, language.say('aboutYou.back'))));
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`aboutYou.html has no #${id}`);
  return found;
}
