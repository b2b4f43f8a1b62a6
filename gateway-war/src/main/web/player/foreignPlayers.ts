import type { Captions, Embedded } from '../session/session';
import { element } from '../ui/element';
import { KalturaBridge, type Kaltura } from './kalturaBridge';
import type { PlayerBridge } from './playerBridge';
import { VideoJsBridge, type VideoJs } from './videoJsBridge';

interface BrightcovePlayer extends VideoJs {
  addRemoteTextTrack(track: { kind: string; src: string; srclang: string; label: string }, manualCleanup: boolean): unknown;
  ready(then: () => void): void;
}
type BrightcoveGlobal = ((embed: Element) => BrightcovePlayer) & Record<string, ((embed: Element) => BrightcovePlayer) | undefined>;
interface KalturaGlobal { setup(config: object): Kaltura }
interface ForeignWindow { readonly bc?: BrightcoveGlobal; readonly KalturaPlayer?: KalturaGlobal }

/**
 * Loads another company's player, for this entry only, and puts it on the stage.
 *
 * @throws when its script cannot be loaded or does not bring what is documented
 */
export async function openForeign(stage: HTMLElement, embedded: Embedded, captions: readonly Captions[]): Promise<PlayerBridge> {
  return embedded.player === 'brightcove' ? openBrightcove(stage, embedded, captions) : openKaltura(stage, embedded);
}

/** An in-page embed, made by the function that the script brings: `bc`, or `bc.{player}_{embed}` where several players are on one page. */
async function openBrightcove(stage: HTMLElement, { script, settings }: Embedded, captions: readonly Captions[]): Promise<PlayerBridge> {
  const embed = element('video-js' as 'div', {
    class: 'video-js', 'data-account': settings['account'] ?? '', 'data-player': settings['player'] ?? '', 'data-embed': 'default',
    'data-video-id': settings['video'] ?? '', 'data-application-id': 'lectern', controls: '', playsinline: '',
  });
  stage.replaceChildren(embed);
  await load(script);
  const { bc } = window as ForeignWindow;
  const make = bc?.[`${settings['player']}_default`] ?? bc;
  if (!make) throw new Error('Brightcove’s script brought no bc()');
  const player = make(embed);
  await new Promise<void>((resolve) => { player.ready(resolve); });
  for (const { src, language, label } of captions) {
    player.addRemoteTextTrack({ kind: 'captions', src, srclang: language, label }, false);
  }
  return new VideoJsBridge(player);
}

async function openKaltura(stage: HTMLElement, { script, settings }: Embedded): Promise<PlayerBridge> {
  const target = element('div', { id: 'kaltura-player', class: 'foreign' });
  stage.replaceChildren(target);
  await load(script);
  const { KalturaPlayer } = window as ForeignWindow;
  if (!KalturaPlayer) throw new Error('Kaltura’s script brought no KalturaPlayer');
  const player = KalturaPlayer.setup({
    targetId: target.id,
    provider: { partnerId: Number(settings['partner']), uiConfId: Number(settings['uiconf']) },
    playback: { autoplay: false },
  });
  const bridge = new KalturaBridge(target, player);
  await player.loadMedia({ entryId: settings['entry'] ?? '' });
  return bridge;
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = element('script', { src: address });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${new URL(address, location.href).origin} did not give its player`)));
    document.head.append(script);
  });
}
