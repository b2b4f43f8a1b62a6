/** A comment on the wire: `/api/v1/media/{media}/comments`. */
export interface Comment {
  readonly id: string;
  readonly parent?: string;
  /** Short, opaque; the same for one person everywhere in the institution. */
  readonly author: string;
  readonly you: boolean;
  readonly teaching: boolean;
  readonly at: string;
  readonly text: string;
  readonly removable: boolean;
  readonly removed?: 'author' | 'moderator';
}

export interface Page {
  readonly count: number;
  readonly more: boolean;
  readonly threads: readonly Comment[];
  readonly answers: readonly Comment[];
}

/** A comment that began something, and what answers it, in the order said. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
}

/** What is known of a video's comments; pages are added at the end, one's own new ones where they belong. */
export class Threads {
  #threads: Thread[] = [];
  count = 0;
  more = false;

  get all(): readonly Thread[] { return this.#threads; }

  /** The thread after which the next page begins. */
  get last(): string | undefined { return this.#threads.at(-1)?.first.id; }

  add({ count, more, threads, answers }: Page): void {
    this.count = count;
    this.more = more;
    const known = new Set(this.#threads.map(({ first }) => first.id));
    this.#threads.push(...threads.filter(({ id }) => !known.has(id))
      .map((first) => ({ first, answers: answers.filter(({ parent }) => parent === first.id) })));
  }

  said(comment: Comment): void {
    this.count += 1;
    if (comment.parent === undefined) this.#threads.unshift({ first: comment, answers: [] });
    else this.#change(comment.parent, (thread) => ({ ...thread, answers: [...thread.answers, comment] }));
  }

  /** A removed comment keeps its place while something answers it. */
  removed(comment: Comment): void {
    this.count -= 1;
    if (comment.parent !== undefined) {
      this.#change(comment.parent, (thread) => ({ ...thread, answers: thread.answers.filter(({ id }) => id !== comment.id) }));
      this.#threads = this.#threads.filter(({ first, answers }) => first.removed === undefined || answers.length > 0);
    } else {
      const gone = { ...comment, text: '', removable: false, removed: comment.you ? 'author' as const : 'moderator' as const };
      this.#change(comment.id, (thread) => ({ ...thread, first: gone }));
      this.#threads = this.#threads.filter(({ first, answers }) => first.id !== comment.id || answers.length > 0);
    }
  }

  #change(id: string, change: (thread: Thread) => Thread): void {
    this.#threads = this.#threads.map((thread) => (thread.first.id === id ? change(thread) : thread));
  }
}
