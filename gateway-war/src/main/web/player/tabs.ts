import { element } from '../ui/element';

interface Part { readonly panel: HTMLElement; readonly label: string; readonly tab: HTMLButtonElement }

/** From here on everything has its own place and there is nothing to choose. */
const WIDE = '(min-width: 900px)';

/**
 * The parts of a page beside each other where there is room; behind tabs where there is not. A part that has nothing in it is not there,
 * and appears when somebody puts something in.
 */
export class Tabs {
  readonly #list: HTMLElement;
  readonly #parts: readonly Part[];
  readonly #wide = matchMedia(WIDE);
  #chosen: HTMLElement | undefined;

  /** @param parts sections with an id, and their names */
  constructor(list: HTMLElement, parts: readonly { readonly panel: HTMLElement; readonly label: string }[]) {
    this.#list = list;
    this.#parts = parts.map(({ panel, label }) => ({ panel, label, tab: this.#tab(panel, label) }));
    list.setAttribute('role', 'tablist');
    list.append(...this.#parts.map(({ tab }) => tab));
    list.addEventListener('keydown', (event) => this.#move(event));
    this.#wide.addEventListener('change', () => this.#arrange());
    const filled = new MutationObserver(() => this.#arrange());
    for (const { panel } of this.#parts) filled.observe(panel, { childList: true });
    this.#arrange();
  }

  #tab(panel: HTMLElement, label: string): HTMLButtonElement {
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
    const there = this.#parts.filter(({ panel }) => panel.childElementCount > 0);
    const tabbed = !this.#wide.matches && there.length > 1;
    const chosen = there.find(({ panel }) => panel === this.#chosen) ?? there[0];
    this.#list.hidden = !tabbed;
    for (const part of this.#parts) {
      const here = there.includes(part);
      part.tab.hidden = !here;
      part.tab.setAttribute('aria-selected', String(part === chosen));
      part.tab.tabIndex = part === chosen ? 0 : -1;
      part.panel.hidden = !here || (tabbed && part !== chosen);
      part.panel.setAttribute('role', tabbed ? 'tabpanel' : 'region');
      part.panel.setAttribute('aria-label', part.label);
    }
  }
}
