import { recallPreferences } from './preferences';
import type { PlayerBridge } from './playerBridge';

/** What keys can do. `share` is a tenth of the video. */
export type Command =
  | { readonly do: 'play' | 'mute' | 'captions' | 'fullScreen' | 'pictureInPicture' | 'faster' | 'slower' | 'help' }
  | { readonly do: 'skip'; readonly seconds: number }
  | { readonly do: 'volume'; readonly by: number }
  | { readonly do: 'to'; readonly share: number };

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  ' ': { do: 'play' },
  k: { do: 'play' },
  j: { do: 'skip', seconds: -10 },
  l: { do: 'skip', seconds: 10 },
  arrowleft: { do: 'skip', seconds: -5 },
  arrowright: { do: 'skip', seconds: 5 },
  arrowup: { do: 'volume', by: 0.1 },
  arrowdown: { do: 'volume', by: -0.1 },
  home: { do: 'to', share: 0 },
  end: { do: 'to', share: 10 },
  m: { do: 'mute' },
  c: { do: 'captions' },
  f: { do: 'fullScreen' },
  p: { do: 'pictureInPicture' },
  '>': { do: 'faster' },
  '<': { do: 'slower' },
  '?': { do: 'help' },
};

/** What a key means while the player has the focus; nothing for keys of the browser and of assistive technology. */
export function commandOf({ key, ctrlKey, altKey, metaKey }: Press): Command | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  return /^\d$/.test(key) ? { do: 'to', share: Number(key) } : COMMANDS[key.toLowerCase()];
}

/** The nearest speed in a direction, or the same one at the end of what is offered. */
export function nextSpeed(speeds: readonly number[], now: number, direction: 1 | -1): number {
  const sorted = [...speeds].sort((a, b) => (a - b) * direction);
  return sorted.find((speed) => (speed - now) * direction > 0.001) ?? now;
}

/** Does what a key means, on any player. */
export class Shortcuts {
  readonly #bridge: PlayerBridge;
  readonly #speeds: readonly number[];
  readonly #languages: readonly string[];
  readonly #windows: { fullScreen(): void; pictureInPicture(): void; help(): void };

  /**
   * @param languages of the captions there are, the best first
   * @param windows what the bridge does not do
   */
  constructor(
    bridge: PlayerBridge, speeds: readonly number[], languages: readonly string[], windows: { fullScreen(): void; pictureInPicture(): void; help(): void }) {
    this.#bridge = bridge;
    this.#speeds = speeds;
    this.#languages = languages;
    this.#windows = windows;
  }

  /** Whether the key was one of ours. */
  press(event: Press & { preventDefault(): void }): boolean {
    const command = commandOf(event);
    if (!command) return false;
    event.preventDefault();
    this.#obey(command);
    return true;
  }

  #obey(command: Command): void {
    const bridge = this.#bridge;
    switch (command.do) {
      case 'play': return bridge.paused ? bridge.play() : bridge.pause();
      case 'skip': return this.#seek(bridge.time + command.seconds);
      case 'to': return this.#seek(bridge.duration * command.share / 10);
      case 'volume': return this.#louder(command.by);
      case 'mute': bridge.muted = !bridge.muted; return;
      case 'captions': bridge.captions = bridge.captions ? '' : this.#captions(); return;
      case 'faster': bridge.rate = nextSpeed(this.#speeds, bridge.rate, 1); return;
      case 'slower': bridge.rate = nextSpeed(this.#speeds, bridge.rate, -1); return;
      case 'fullScreen': return this.#windows.fullScreen();
      case 'pictureInPicture': return this.#windows.pictureInPicture();
      case 'help': return this.#windows.help();
    }
  }

  #seek(to: number): void {
    const { duration } = this.#bridge;
    if (Number.isFinite(to) && Number.isFinite(duration)) this.#bridge.seek(Math.min(Math.max(0, to), duration));
  }

  #louder(by: number): void {
    this.#bridge.volume = Math.min(1, Math.max(0, Math.round((this.#bridge.volume + by) * 10) / 10));
    if (by > 0) this.#bridge.muted = false;
  }

  #captions(): string {
    const liked = recallPreferences().captions;
    return liked && this.#languages.includes(liked) ? liked : this.#languages[0] ?? '';
  }
}
