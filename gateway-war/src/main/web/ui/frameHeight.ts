/** What of a window this needs; tests give their own. */
interface Framed {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly location: { readonly ancestorOrigins?: { readonly length: number; item(index: number): string | null } };
  readonly document: { readonly referrer: string };
}

/** A change of fewer pixels is not worth moving the LMS's page for. */
const NOTICEABLE = 8;

/**
 * Asks the LMS for a frame as high as what is in it (`lti.frameResize`, as Canvas, Sakai and others take it). Platforms that do not know the message
 * ignore it. It goes to the page around us only, by its exact origin, and to nobody where the browser does not tell that.
 */
export class FrameHeight {
  readonly #window: Framed;
  readonly #origin: string | undefined;
  #told = 0;

  constructor(window: Framed) {
    this.#window = window;
    this.#origin = (window.parent as unknown) === window ? undefined : originAround(window);
  }

  tell(pixels: number): void {
    const height = Math.ceil(pixels);
    if (!this.#origin || Math.abs(height - this.#told) < NOTICEABLE) return;
    this.#told = height;
    this.#window.parent.postMessage({ subject: 'lti.frameResize', height }, this.#origin);
  }
}

/** Keeps the LMS told while the page grows and shrinks. `missing` are pixels that something gave up because the frame is low. */
export function followHeight(missing: () => number = () => 0): void {
  const frame = new FrameHeight(window);
  const tell = (): void => frame.tell(document.body.getBoundingClientRect().height + missing());
  new ResizeObserver(tell).observe(document.body);
}

function originAround(window: Framed): string | undefined {
  const told = window.location.ancestorOrigins?.item(0) ?? window.document.referrer;
  try {
    const { origin } = new URL(told);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined; // neither told
  }
}
