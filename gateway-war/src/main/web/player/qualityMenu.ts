import './contentSecurity';
import videojs from 'video.js';
import { choicesOf, enableOnly, type QualityLevel } from './qualityLevels';
import type { Player } from './stage';

interface Item { selected(selected: boolean): void }
interface Button { update(): void; el(): Element; addClass(name: string): void; controlText(text: string): void }
type Texts = { readonly quality: string; readonly automatic: string };

// video.js tells the types of its components' methods to nobody, so what is used of them is written down here.
const MenuItem = videojs.getComponent('MenuItem') as unknown as new (player: Player, options: object) => Item;
const MenuButton = videojs.getComponent('MenuButton') as unknown as new (player: Player, options: object) => Button;

/** Offers the heights of picture that an adaptive source has, as soon as there are two; nothing else ever has such a button. */
export function offerQuality(player: Player, texts: Texts): void {
  const levels = (player as unknown as { qualityLevels(): ArrayLike<QualityLevel> & EventTarget }).qualityLevels();
  let lines: number | undefined;

  class Choice extends MenuItem {
    readonly #lines: number | undefined;

    constructor(to: number | undefined) {
      super(player, { label: to === undefined ? texts.automatic : `${to}p`, selectable: true, multiSelectable: false, selected: to === lines });
      this.#lines = to;
    }

    handleClick(): void {
      lines = this.#lines;
      enableOnly(Array.from(levels), lines);
      player.trigger('qualitychosen');
      menu.update();
    }
  }

  class Menu extends MenuButton {
    createItems(): readonly Item[] {
      const choices = choicesOf(Array.from(levels));
      return choices.length < 2 ? [] : [...choices.map((one) => new Choice(one)), new Choice(undefined)];
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
