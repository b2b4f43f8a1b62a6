import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { Language } from '../language/language';
import { rememberPage } from '../session/reopening';
import { readSession, translate, type PlayerSession } from '../session/session';
import { openForeign } from './foreignPlayers';
import { openOwn } from './ownPlayer';
import { offerOwnWindow } from './ownWindow';
import { known, once, type PlayerBridge } from './playerBridge';
import { PlayerEvents } from './playerEvents';
import { PlayerFacts } from './playerFacts';
import { keepPreferences } from './preferences';
import { Reporting, type OpenPlayback } from './reporting';
import { isWorthAsking, resumePrompt } from './resumePrompt';
import { Tabs } from './tabs';
import { Transcript } from './transcript';
import { WatchedView } from './watchedView';
import { staffTools } from '../viewing/staffTools';
import { viewingTab } from '../viewing/viewingTab';
import { mountConversation } from '../conversation/conversation';
import { aboutYouLink } from '../aboutYou/aboutYouLink';

const session = readSession<PlayerSession>();
const { media } = session;
const language = new Language(session.locale);
rememberPage(session.renew, { token: session.token, media: media.id }, Date.now());
translate((key) => language.say(key));

const stage = byId('stage');
const about = byId('about');
const view = new WatchedView(byId('watched'), byId('facts'), session, language);
staffTools(session, language, byId('facts'));
if (media.description) about.append(element('p', { class: 'description', dir: 'auto' }, media.description));
about.append(...aboutYouLink(session, language, media.id));
mountConversation(session, language);
followHeight(() => stage.clientWidth * 9 / 16 - stage.clientHeight);
void open();

async function open(): Promise<void> {
  let bridge: PlayerBridge | undefined;
  const transcript = new Transcript(byId('transcript'), media.captions ?? [], language, (seconds) => bridge?.seek(seconds));
  const viewing = byId('viewing');
  new Tabs(byId('tabs'), [
    { panel: byId('transcript'), label: language.say('player.transcript'), beside: true },
    { panel: byId('conversation'), label: language.say('player.comments') },
    { panel: viewing, label: language.say('player.viewing'), open: viewingTab(session, language, viewing, (seconds) => playFrom(bridge, seconds)) },
    { panel: about, label: language.say('player.about') },
  ]);
  try {
    bridge = media.embedded
      ? await openForeign(stage, media.embedded, media.captions ?? [])
      : await openOwn(stage, session, language, about);
  } catch (cause) {
    console.warn('no player', cause);
    tell(language.say('player.foreignFailed'));
    return;
  }
  keepPreferences(bridge);
  offerOwnWindow(byId('window'), `${session.renew}/open`, { token: session.token, media: media.id }, bridge, language);
  followPosition(bridge, transcript);
  await report(bridge);
}

/** Ties player, facts and server together; from the back/forward cache on as a new playback. */
async function report(bridge: PlayerBridge): Promise<void> {
  const reporting = await Reporting.open(session, tellSessionEnded);
  let visit = begin(bridge, reporting);
  void known(bridge).then(() => settle(bridge, visit.events));
  window.addEventListener('pagehide', () => {
    visit.events.leave();
    visit.events.close();
    visit.playback.farewell();
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    visit = begin(bridge, reporting);
    if (bridge.known) visit.events.ready(bridge.time);
    else void known(bridge).then(() => settle(bridge, visit.events));
  });
}

function begin(bridge: PlayerBridge, reporting: Reporting): { playback: OpenPlayback; events: PlayerEvents } {
  const playback = reporting.playback();
  const facts = new PlayerFacts(session.report?.heartbeatSeconds ?? 10, media.live);
  const events = new PlayerEvents(bridge, reporting.now, (event) => playback.report(facts.take(event)));
  return { playback, events };
}

/** Media is known: goes to where the learner stopped, and asks when there is a choice. */
function settle(bridge: PlayerBridge, events: PlayerEvents): void {
  const duration = media.live ? Infinity : bridge.duration;
  const { resumeAt } = session.playback ?? {};
  view.length = duration;
  if (!isWorthAsking(resumeAt, duration)) return events.ready(bridge.time);
  const go = (seconds: number) => {
    events.place(seconds);
    bridge.seek(seconds);
  };
  events.ready(resumeAt);
  go(resumeAt);
  if (!bridge.paused) return;
  const prompt = resumePrompt(stage, resumeAt, language, (from) => {
    if (from !== resumeAt) go(from);
    // The controls cannot take the focus before they are shown, which the first play does.
    once(bridge, 'playing', () => bridge.focusControls());
    bridge.play();
  });
  once(bridge, 'play', () => prompt.close());
}

function followPosition(bridge: PlayerBridge, transcript: Transcript): void {
  bridge.on('timeupdate', () => {
    transcript.follow(bridge.time);
    if (bridge.paused || bridge.seeking) view.interrupt();
    else view.playedAt(bridge.time, bridge.rate);
  });
  for (const type of ['seeking', 'pause', 'ended'] as const) bridge.on(type, () => view.interrupt());
  transcript.show(bridge.captions);
  bridge.on('settings', () => transcript.show(bridge.captions));
}

/** Where somebody who teaches wants to see what happens there. */
function playFrom(bridge: PlayerBridge | undefined, seconds: number): void {
  bridge?.seek(seconds);
  bridge?.play();
  stage.scrollIntoView({ block: 'nearest' });
}

function tellSessionEnded(kept: boolean): void {
  tell(language.say(kept ? 'player.sessionEnded' : 'player.sessionEndedNotKept'));
}

function tell(message: string): void {
  byId('message').replaceChildren(element('p', {}, message));
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`player.html has no #${id}`);
  return found;
}
