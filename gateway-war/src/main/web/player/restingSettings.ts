import type { Settings } from '../report/fact';

/** Settings as the player has them. That the picture is in a window of its own is told by the size it has there. */
export interface Standing extends Settings {
  readonly pictureInPicture?: boolean;
}

type Name = keyof Standing;
interface Change { readonly value: Standing[Name]; readonly at: number }

/** How long a setting must rest before it counts as chosen. A volume slider is dragged; sizes follow full screen late. */
const REST_MS: Partial<Record<Name, number>> = { volume: 2_000, fullScreen: 400, pictureInPicture: 400 };
const DEFAULT_REST_MS = 100;

/** Settings told only together with the one that made them change. */
const COMPANIONS: Partial<Record<Name, readonly Name[]>> = {
  captions: ['captionsLanguage'],
  captionsLanguage: ['captions'],
  fullScreen: ['screenSize', 'playbackSize'],
  pictureInPicture: ['screenSize', 'playbackSize'],
};
const LEADERS: readonly Name[] = ['captions', 'captionsLanguage', 'fullScreen', 'pictureInPicture', 'volume', 'quality', 'track'];

/** From a flicker of settings to the changes a learner meant: the last value of each, once it has rested. */
export class RestingSettings {
  #told: Standing;
  #now: Standing;
  #changes = new Map<Name, Change>();

  constructor(initial: Standing) {
    this.#told = { pictureInPicture: false, ...initial };
    this.#now = this.#told;
  }

  set(settings: Standing, at: number): void {
    for (const name of Object.keys(settings) as Name[]) {
      if (settings[name] !== this.#now[name]) this.#changes.set(name, { value: settings[name], at });
    }
    this.#now = { ...this.#now, ...settings };
  }

  /** The changes that have rested by now (all of them when `force`), each with the time it was made. */
  rested(now: number, force = false): readonly { at: number; changed: Settings }[] {
    const found: { at: number; changed: Settings }[] = [];
    for (const name of LEADERS) {
      const change = this.#changes.get(name);
      if (!change || (!force && now - change.at < (REST_MS[name] ?? DEFAULT_REST_MS))) continue;
      this.#changes.delete(name);
      if (change.value === this.#told[name] || this.#isHidden(name)) continue;
      const names = [name, ...(COMPANIONS[name] ?? [])];
      found.push({ at: change.at, changed: this.#tell(names) });
    }
    return found;
  }

  #tell(names: readonly Name[]): Settings {
    const told: Partial<Record<Name, unknown>> = {};
    for (const name of names) {
      if (this.#now[name] !== undefined && !this.#isHidden(name)) told[name] = this.#now[name];
      this.#changes.delete(name);
    }
    this.#told = { ...this.#told, ...(told as Standing) };
    delete told.pictureInPicture;
    return told as Settings;
  }

  #isHidden(name: Name): boolean {
    return name === 'captionsLanguage' && this.#now.captions !== true;
  }
}
