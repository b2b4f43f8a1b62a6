import './contentSecurity';
import videojs from 'video.js';
import { choicesOf, enableOnly, type QualityLevel } from './qualityLevels';
import type { Player } from './stage';

interface Item { selected(selected: boolean): void }
interface Button { update(): void; el(): Element; addClass(name: string): void; controlText(text: string): void }
interface Stream { one(event: string, listener: () => void): void; trigger(event: string): void }
type Texts = { readonly quality: string; readonly automatic: string };

// video.js tells the types of its components' methods to nobody, so what is used of them is written down here.
const MenuItem = videojs.getComponent('MenuItem') as unknown as new (player: Player, options: object) => Item;
const MenuButton = videojs.getComponent('MenuButton') as unknown as new (player: Player, options: object) => Button;

/** Offers the heights of picture that an adaptive source has, as soon as there are two; nothing else ever has such a button. */
export function offerQuality(player: Player, texts: Texts): void {
  const levels = (player as unknown as { qualityLevels(): ArrayLike<QualityLevel> & EventTarget }).qualityLevels();
  let lines: number | undefined;
  let choices: readonly Choice[] = [];

  class Choice extends MenuItem {
    readonly #lines: number | undefined;

    constructor(to: number | undefined) {
      super(player, { label: to === undefined ? texts.automatic : `${to}p`, selectable: true, multiSelectable: false, selected: to === lines });
      this.#lines = to;
    }

    handleClick(): void {
      lines = this.#lines;
      enterAtOnce(player);
      enableOnly(Array.from(levels), lines);
      player.trigger('qualitychosen');
      for (const one of choices) one.mark();
    }

    mark(): void { this.selected(this.#lines === lines); }
  }

  class Menu extends MenuButton {
    createItems(): readonly Item[] {
      const heights = choicesOf(Array.from(levels));
      choices = heights.length < 2 ? [] : [...heights, undefined].map((one) => new Choice(one));
      return choices;
    }
  }

  const menu = new Menu(player, {});
  menu.addClass('vjs-quality-button');
  menu.controlText(texts.quality);
  menu.el().querySelector('.vjs-icon-placeholder')?.classList.add('vjs-icon-cog');
  const bar = player.getChild('ControlBar') as unknown as { children(): readonly { name(): string }[]; addChild(child: unknown, options: object, at: number): void };
  const at = bar.children().findIndex((child) => child.name() === 'PlaybackRateMenuButton');
  bar.addChild(menu, {}, at + 1);
  let soon: ReturnType<typeof setTimeout> | undefined;
  levels.addEventListener('addqualitylevel', () => {
    clearTimeout(soon);
    soon = setTimeout(() => menu.update(), 0);
  });
  menu.update();
}

/**
 * Makes the next change of level drop what is loaded of the other. With a level that it had opened before, video.js notes that it should only
 * after it has told of the change, and so never does: told once more, it does.
 */
function enterAtOnce(player: Player): void {
  const stream = (player.tech(true) as unknown as { vhs?: { playlists?: Stream } } | undefined)?.vhs?.playlists;
  stream?.one('mediachange', () => { setTimeout(() => stream.trigger('mediachange'), 0); });
}
