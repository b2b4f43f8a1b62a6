/** How this learner likes to watch, on this device. */
export interface Preferences {
  readonly volume?: number;
  readonly muted?: boolean;
  readonly speed?: number;
  /** Language of the captions last shown; empty when they were last switched off. */
  readonly captions?: string;
}

const KEY = 'lectern-player';

/** What was remembered; nothing when the browser keeps nothing for frames or somebody wrote nonsense. */
export function recallPreferences(): Preferences {
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

export function rememberPreferences(changed: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...recallPreferences(), ...changed }));
  } catch (cause) {
    console.debug('preferences are not kept', cause);
  }
}
