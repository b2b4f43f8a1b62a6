import vtt from 'videojs-vtt.js';
import { element } from '../ui/element';
import type { Language } from '../language/language';
import type { Captions } from '../session/session';

interface Line { readonly from: number; readonly to: number; readonly node: HTMLButtonElement }

/** After the reader scrolled, the transcript lets go for so long. */
const READING_MS = 6_000;

/** The words of the video beside it: each line a button to its place; the current line is marked and kept in sight. */
export class Transcript {
  readonly #list = element('ol', { class: 'lines' });
  readonly #panel: HTMLElement;
  readonly #language: Language;
  readonly #seek: (seconds: number) => void;
  #lines: readonly Line[] = [];
  #current: Line | undefined;
  #readerScrolledAt = -Infinity;

  constructor(panel: HTMLElement, captions: readonly Captions[], language: Language, seek: (seconds: number) => void) {
    this.#panel = panel;
    this.#language = language;
    this.#seek = seek;
    this.#list.tabIndex = -1;
    const first = captions.find((track) => track.language === language.words) ?? captions[0];
    if (!first) return;
    panel.hidden = false;
    if (captions.length > 1) panel.append(this.#chooser(captions, first));
    panel.append(this.#list);
    for (const type of ['wheel', 'touchmove', 'keydown']) {
      this.#list.addEventListener(type, () => { this.#readerScrolledAt = performance.now(); }, { passive: true });
    }
    void this.#load(first);
  }

  /** The video is at this position. */
  follow(time: number): void {
    const line = this.#lines.findLast(({ from }) => from <= time + 0.05);
    if (line === this.#current) return;
    this.#current?.node.removeAttribute('aria-current');
    line?.node.setAttribute('aria-current', 'true');
    this.#current = line;
    if (line && performance.now() - this.#readerScrolledAt > READING_MS) this.#reveal(line.node);
  }

  /** Scrolls the list only, never the page or the LMS around it. */
  #reveal(node: HTMLElement): void {
    const top = node.offsetTop - this.#list.offsetTop;
    const middle = top - this.#list.clientHeight / 2 + node.clientHeight / 2;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#list.scrollTo({ top: middle, behavior: calm ? 'instant' : 'smooth' });
  }

  #chooser(captions: readonly Captions[], first: Captions): HTMLElement {
    const options = captions.map(({ language, label }) => element('option', { value: language }, label));
    const select = element('select', { id: 'transcript-language' }, ...options);
    select.value = first.language;
    select.addEventListener('change', () => {
      const chosen = captions.find(({ language }) => language === select.value);
      if (chosen) void this.#load(chosen);
    });
    const label = element('label', { for: 'transcript-language' }, this.#language.say('player.transcriptLanguage'));
    return element('p', { class: 'chooser' }, label, select);
  }

  async #load(captions: Captions): Promise<void> {
    try {
      const response = await fetch(captions.src, { credentials: 'omit' });
      if (!response.ok) throw new Error(`captions answered ${response.status}`);
      this.#show(cuesOf(await response.text()), captions.language);
    } catch (cause) {
      console.debug('no transcript', cause);
      this.#panel.append(element('p', { class: 'soft', role: 'status' }, this.#language.say('player.transcriptFailed')));
    }
  }

  #show(cues: readonly VTTCue[], language: string): void {
    this.#current = undefined;
    this.#list.lang = language;
    this.#lines = cues.map((cue) => this.#line(cue));
    this.#list.replaceChildren(...this.#lines.map(({ node }) => element('li', {}, node)));
  }

  #line(cue: VTTCue): Line {
    const words = cue.getCueAsHTML().textContent ?? '';
    const node = element('button', { type: 'button' },
      element('span', { class: 'time' }, this.#language.clock(cue.startTime)), ' ',
      element('span', { dir: 'auto' }, words.replace(/\s+/g, ' ')));
    node.addEventListener('click', () => {
      this.#readerScrolledAt = -Infinity;
      this.#seek(cue.startTime);
    });
    return { from: cue.startTime, to: cue.endTime, node };
  }
}

function cuesOf(text: string): readonly VTTCue[] {
  const cues: VTTCue[] = [];
  const parser = new vtt.WebVTT.Parser(window, vtt.WebVTT.StringDecoder());
  parser.oncue = (cue) => cues.push(cue);
  parser.parse(text);
  parser.flush();
  return cues;
}
