export type Grade = 'none' | 'share' | 'completion';
export type Place = 'frame' | 'window';

/** How a video is to stand in the course. */
export interface Wish {
  readonly title: string;
  readonly text: string;
  readonly grade: Grade;
  readonly opens: Place;
}

/** A chosen video as the server takes it: what is as usual is left out. */
export interface ChosenItem {
  readonly media: string;
  readonly title?: string;
  readonly text?: string;
  readonly grade?: 'share' | 'completion';
  readonly opens?: 'window';
}

const USUAL: Wish = { title: '', text: '', grade: 'none', opens: 'frame' };

/** Which videos are chosen, and how. Wishes outlive a change of mind: choosing a video again brings them back. */
export class Choice {
  readonly #multiple: boolean;
  readonly #chosen = new Set<string>();
  readonly #wishes = new Map<string, Wish>();

  constructor(multiple: boolean) {
    this.#multiple = multiple;
  }

  get count(): number { return this.#chosen.size; }

  has(id: string): boolean { return this.#chosen.has(id); }

  /** Chooses a video or takes it back; where only one is taken, another one makes way. */
  choose(id: string, chosen: boolean): void {
    if (chosen && !this.#multiple) this.#chosen.clear();
    if (chosen) this.#chosen.add(id);
    else this.#chosen.delete(id);
  }

  wish(id: string): Wish { return this.#wishes.get(id) ?? USUAL; }

  change(id: string, changed: Partial<Wish>): void {
    this.#wishes.set(id, { ...this.wish(id), ...changed });
  }

  /** What was chosen, in the library's order. */
  items(library: readonly { readonly id: string; readonly title: string }[]): readonly ChosenItem[] {
    return library.filter(({ id }) => this.has(id)).map(({ id, title: known }) => {
      const { title, text, grade, opens } = this.wish(id);
      return {
        media: id,
        ...(title.trim() && title.trim() !== known ? { title: title.trim() } : {}),
        ...(text.trim() ? { text: text.trim() } : {}),
        ...(grade === 'none' ? {} : { grade }),
        ...(opens === 'window' ? { opens } : {}),
      };
    });
  }
}
