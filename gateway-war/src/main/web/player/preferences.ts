import { once, type PlayerBridge } from './playerBridge';

/** How this learner likes to watch, on this device. */
export interface Preferences {
  readonly volume?: number;
  readonly muted?: boolean;
  readonly speed?: number;
  /** Language of the captions last shown; empty when they were last switched off. */
  readonly captions?: string;
}

const KEY = 'lectern-player';

/** As long as this page lives, where the browser keeps nothing for frames. */
let unkept: Preferences = {};

/** What was remembered; nonsense that somebody else wrote is left out. */
export function recallPreferences(): Preferences {
  return { ...kept(), ...unkept };
}

export function rememberPreferences(changed: Preferences): void {
  const all = { ...recallPreferences(), ...changed };
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
    unkept = {};
  } catch (cause) {
    console.debug('preferences are kept in this page only', cause);
    unkept = all;
  }
}

function kept(): Preferences {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const { volume, muted, speed, captions } = found;
    return {
      ...(typeof volume === 'number' && volume >= 0 && volume <= 1 ? { volume } : {}),
      ...(typeof muted === 'boolean' ? { muted } : {}),
      ...(typeof speed === 'number' && speed >= 0.5 && speed <= 2 ? { speed } : {}),
      ...(typeof captions === 'string' ? { captions } : {}),
    };
  } catch {
    return {};
  }
}

/** Sets the player as the learner likes it, and remembers what is chosen once playing is possible. */
export function keepPreferences(bridge: PlayerBridge): void {
  like(bridge, recallPreferences());
  if (bridge.known) return remember(bridge);
  once(bridge, 'loadedmetadata', () => {
    // Once more: some players know their captions only now.
    like(bridge, recallPreferences());
    remember(bridge);
  });
}

function like(bridge: PlayerBridge, liked: Preferences): void {
  if (liked.volume !== undefined) bridge.volume = liked.volume;
  if (liked.muted !== undefined) bridge.muted = liked.muted;
  if (liked.speed !== undefined) bridge.rate = liked.speed;
  if (liked.captions) bridge.captions = liked.captions;
}

/** Only what changes: a video without captions says nothing about the captions that this learner likes. */
function remember(bridge: PlayerBridge): void {
  const state = () => ({ volume: bridge.volume, muted: bridge.muted, captions: bridge.captions });
  let last = state();
  bridge.on('settings', () => {
    const now = state();
    if (now.volume !== last.volume || now.muted !== last.muted) rememberPreferences({ volume: now.volume, muted: now.muted });
    if (now.captions !== last.captions) rememberPreferences({ captions: now.captions });
    last = now;
  });
  bridge.on('ratechange', () => rememberPreferences({ speed: bridge.rate }));
}
