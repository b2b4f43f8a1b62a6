import { element } from '../ui/element';

/** A part of the page. */
export interface Part {
  /** A section with an id. */
  readonly panel: HTMLElement;
  readonly label: string;
  /** It has a place beside the video where there is room. */
  readonly beside?: boolean;
  /** It is long, so that it has a tab everywhere; called when it is shown first. */
  readonly open?: (() => void) | undefined;
}

/** From here on everything has its own place and there is nothing to choose, unless a part is long. */
const WIDE = '(min-width: 900px)';

/**
 * The parts of a page beside each other where there is room; behind tabs where there is not. A part that has nothing in it is not there,
 * and appears when somebody puts something in.
 */
export class Tabs {
  readonly #list: HTMLElement;
  readonly #parts: readonly (Part & { readonly tab: HTMLButtonElement })[];
  readonly #opened = new Set<Part>();
  readonly #wide = matchMedia(WIDE);
  #chosen: HTMLElement | undefined;

  constructor(list: HTMLElement, parts: readonly Part[]) {
    this.#list = list;
    this.#parts = parts.map((part) => ({ ...part, tab: this.#tab(part) }));
    list.setAttribute('role', 'tablist');
    list.append(...this.#parts.map(({ tab }) => tab));
    list.addEventListener('keydown', (event) => this.#move(event));
    this.#wide.addEventListener('change', () => this.#arrange());
    const filled = new MutationObserver(() => this.#arrange());
    for (const { panel } of this.#parts) filled.observe(panel, { childList: true });
    this.#arrange();
  }

  #tab({ panel, label }: Part): HTMLButtonElement {
    const tab = element('button', { type: 'button', role: 'tab', id: `${panel.id}-tab`, 'aria-controls': panel.id }, label);
    tab.addEventListener('click', () => this.#choose(panel));
    return tab;
  }

  #choose(panel: HTMLElement): void {
    this.#chosen = panel;
    this.#arrange();
  }

  #move(event: KeyboardEvent): void {
    const there = this.#parts.filter(({ tab }) => !tab.hidden);
    const at = there.findIndex(({ tab }) => tab === document.activeElement);
    const rtl = getComputedStyle(this.#list).direction === 'rtl';
    const steps: Record<string, number> = { ArrowRight: at + (rtl ? -1 : 1), ArrowLeft: at + (rtl ? 1 : -1), Home: 0, End: there.length - 1 };
    const to = steps[event.key];
    const part = to === undefined || at < 0 ? undefined : there[(to + there.length) % there.length];
    if (!part) return;
    event.preventDefault();
    this.#choose(part.panel);
    part.tab.focus();
  }

  #arrange(): void {
    const wide = this.#wide.matches;
    const there = this.#parts.filter(({ panel }) => panel.childElementCount > 0);
    const below = there.filter(({ beside }) => !wide || !beside);
    const tabbed = below.length > 1 && (!wide || below.some(({ open }) => open));
    const chosen = below.find(({ panel }) => panel === this.#chosen) ?? below[0];
    this.#list.hidden = !tabbed;
    for (const part of this.#parts) {
      const choosable = tabbed && below.includes(part);
      part.tab.hidden = !choosable;
      part.tab.setAttribute('aria-selected', String(part === chosen));
      part.tab.tabIndex = part === chosen ? 0 : -1;
      part.panel.hidden = !there.includes(part) || (choosable && part !== chosen);
      part.panel.setAttribute('role', choosable ? 'tabpanel' : 'region');
      part.panel.setAttribute('aria-label', part.label);
    }
    if (chosen && !chosen.panel.hidden) this.#open(chosen);
  }

  #open(part: Part): void {
    if (this.#opened.has(part)) return;
    this.#opened.add(part);
    part.open?.();
  }
}
