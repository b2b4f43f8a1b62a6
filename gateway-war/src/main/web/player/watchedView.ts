import type { Language } from '../language/language';
import type { PlayerSession } from '../session/session';
import { fillBar, watchedBar } from '../ui/watchedMeter';
import { Watched } from './watched';

/** The bar under the video that shows which parts were seen, and the line of facts under the title. Lives as one watches. */
export class WatchedView {
  readonly #watched: Watched;
  readonly #bar = watchedBar();
  readonly #holder: HTMLElement;
  readonly #about: HTMLElement;
  readonly #session: PlayerSession;
  readonly #language: Language;
  #length: number;
  #live: boolean;

  constructor(holder: HTMLElement, about: HTMLElement, session: PlayerSession, language: Language) {
    this.#holder = holder;
    this.#about = about;
    this.#session = session;
    this.#language = language;
    this.#length = session.media.duration ?? 0;
    this.#watched = new Watched(session.playback?.watched);
    holder.replaceChildren(this.#bar);
    holder.setAttribute('role', 'img');
    this.#live = session.media.live ?? false;
    this.#show();
  }

  /** Infinity for a live stream. */
  set length(seconds: number) {
    this.#live ||= seconds === Infinity;
    this.#length = Number.isFinite(seconds) && seconds > 0 ? seconds : this.#length;
    this.#show();
  }

  playedAt(time: number, speed: number): void {
    if (this.#watched.playedAt(time, speed)) this.#show();
  }

  interrupt(): void { this.#watched.interrupt(); }

  #show(): void {
    const length = this.#length;
    // Of a live stream there is no share, so no bar.
    this.#holder.hidden = this.#live;
    const parts = length > 0 ? this.#watched.stretches : [];
    fillBar(this.#bar, parts.map(([from, to]) => [from / length, Math.min(to, length) / length]));
    const named = parts.map(([from, to]) => this.#language.say('player.part', { from: this.#language.clock(from), to: this.#language.clock(to) }));
    this.#relabel(named.length === 0 ? this.#language.say('player.watchedNothing') : this.#language.say('player.watchedParts', { parts: named.join(', ') }));
    const course = this.#session.course?.title;
    this.#retell([
      ...(length > 0 ? [this.#language.clock(length)] : []),
      ...(course ? [course] : []),
      ...(this.#live ? [this.#language.say('player.live')] : this.#progress(length)),
    ].join(' · '));
  }

  #progress(length: number): string[] {
    const share = this.#watched.share(length);
    return [
      this.#language.say('player.watchedPercent', { percent: this.#language.percent(share) }),
      ...(share >= (this.#session.playback?.completionThreshold ?? Infinity) ? [this.#language.say('player.completed')] : []),
    ];
  }

  #relabel(label: string): void {
    if (this.#holder.getAttribute('aria-label') !== label) this.#holder.setAttribute('aria-label', label);
  }

  #retell(about: string): void {
    if (this.#about.textContent !== about) this.#about.textContent = about;
  }
}
