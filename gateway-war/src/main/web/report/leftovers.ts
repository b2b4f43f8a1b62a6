import { FactQueue } from './factQueue';
import { FactSender, type Wire } from './factSender';
import type { ReportingSession } from './factReporter';
import type { FactShelf, Leftover } from './factShelf';
import type { PageLife } from './pageLife';

/** Older leftovers are thrown away: no server takes them any more, and a token should not lie about. */
const TOO_OLD_MS = 14 * 24 * 3_600_000;

/**
 * Sends what earlier pages of this browser could not, under their own playback and their own token. When that has run
 * out, this session's token serves, but only for the same learner (`owner`): nobody's watching is told as somebody else's.
 * Resolves when every leftover is sent, given up or found to be someone else's.
 */
export async function sendLeftovers(session: ReportingSession, shelf: FactShelf, wire: Wire, life: PageLife): Promise<void> {
  const ours = (await shelf.leftovers()).filter(({ kept }) => kept.api === session.api);
  await Promise.all(ours.map(({ kept, facts }) => life.ifGone(kept.playback, kept.touched, async () => {
    if (facts.length === 0 || wire.now() - kept.touched > TOO_OLD_MS) await shelf.drop(kept.playback, Infinity);
    else await sendOne({ kept, facts }, session, shelf, wire);
  })));
}

function sendOne({ kept, facts }: Leftover, session: ReportingSession, shelf: FactShelf, wire: Wire): Promise<void> {
  const sameLearner = kept.owner !== undefined && kept.owner === session.owner;
  const tokens = sameLearner && session.token !== kept.token ? [kept.token, session.token] : [kept.token];
  return new Promise((resolve) => {
    const queue = new FactQueue(facts);
    const sender = new FactSender(queue, { ...kept, tokens }, wire, {
      committed: (through) => void shelf.drop(kept.playback, through).then(() => { if (queue.size === 0) resolve(); }),
      // How its player stood is not known here, so nothing can go on from it; what was refused is settled.
      closed: () => {},
      sessionEnded: resolve,
    });
    void sender.flush();
  });
}
