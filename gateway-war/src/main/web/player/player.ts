import { keepPreferences, openPlayer, type Player } from './stage';
import { element } from '../ui/element';
import { followHeight } from '../ui/frameHeight';
import { Language } from '../language/language';
import { rememberPage } from '../session/reopening';
import { readSession, translate, type PlayerSession } from '../session/session';
import { offerOwnWindow } from './ownWindow';
import { PlayerEvents } from './playerEvents';
import { PlayerFacts } from './playerFacts';
import { Reporting, type OpenPlayback } from './reporting';
import { isWorthAsking, resumePrompt } from './resumePrompt';
import { Transcript } from './transcript';
import { WatchedView } from './watchedView';
import { staffTools } from '../viewing/staffTools';

const session = readSession<PlayerSession>();
const language = new Language(session.locale);
rememberPage(session.renew, { token: session.token, media: session.media.id }, Date.now());
translate((key) => language.say(key));

const player = openPlayer(session, language.words);
const stage = byId('stage');
const view = new WatchedView(byId('watched'), byId('about'), session, language);
const transcript = new Transcript(byId('transcript'), session.media.captions ?? [], language, (seconds) => player.currentTime(seconds));
staffTools(session, language, byId('about'));
offerOwnWindow(byId('window'), `${session.renew}/open`, { token: session.token, media: session.media.id }, player, language);
followHeight(() => stage.clientWidth * 9 / 16 - stage.clientHeight);
followPosition();
void report();

/** Ties player, facts and server together; from the back/forward cache on as a new playback. */
async function report(): Promise<void> {
  const reporting = await Reporting.open(session, tellSessionEnded);
  let visit = begin(reporting);
  void metadata(player).then(() => settle(visit.events));
  window.addEventListener('pagehide', () => {
    visit.events.leave();
    visit.events.close();
    visit.playback.farewell();
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    visit = begin(reporting);
    if (player.readyState() > 0) visit.events.ready(player.currentTime() ?? 0);
    else void metadata(player).then(() => settle(visit.events));
  });
}

function begin(reporting: Reporting): { playback: OpenPlayback; events: PlayerEvents } {
  const playback = reporting.playback();
  const facts = new PlayerFacts(session.report?.heartbeatSeconds ?? 10, session.media.live);
  const events = new PlayerEvents(player, reporting.now, (event) => playback.report(facts.take(event)));
  return { playback, events };
}

function metadata(of: Player): Promise<void> {
  return of.readyState() > 0 ? Promise.resolve() : new Promise((resolve) => { of.one('loadedmetadata', () => resolve()); });
}

/** Media is known: goes to where the learner stopped, and asks when there is a choice. */
function settle(events: PlayerEvents): void {
  const length = session.media.live ? NaN : player.duration() ?? NaN;
  const { resumeAt } = session.playback ?? {};
  keepPreferences(player);
  view.length = length;
  if (!isWorthAsking(resumeAt, length)) return events.ready(player.currentTime() ?? 0);
  const go = (seconds: number) => {
    events.place(seconds);
    player.currentTime(seconds);
  };
  events.ready(resumeAt);
  go(resumeAt);
  if (!player.paused()) return;
  const prompt = resumePrompt(stage, resumeAt, language, (from) => {
    if (from !== resumeAt) go(from);
    // The controls cannot take the focus before they are shown, which the first play does.
    player.one('playing', () => player.getChild('ControlBar')?.getChild('PlayToggle')?.focus());
    void player.play();
  });
  player.one('play', () => prompt.close());
}

function followPosition(): void {
  player.on('timeupdate', () => {
    const time = player.currentTime() ?? 0;
    transcript.follow(time);
    if (player.paused() || player.seeking()) view.interrupt();
    else view.playedAt(time, player.playbackRate() ?? 1);
  });
  player.on(['seeking', 'pause', 'ended'], () => view.interrupt());
}

function tellSessionEnded(kept: boolean): void {
  const message = language.say(kept ? 'player.sessionEnded' : 'player.sessionEndedNotKept');
  byId('message').replaceChildren(element('p', {}, message));
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`player.html has no #${id}`);
  return found;
}
