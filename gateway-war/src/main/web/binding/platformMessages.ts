/** A window that may be asked. */
export interface Asked { postMessage(message: unknown, targetOrigin: string): void }

/** What is needed of the browser around a page in a platform's frame. */
export interface Surroundings {
  /** The window that opened this page, or the one whose frame it is in. Undefined where there is none. */
  readonly host: (Asked & { readonly frames: unknown }) | undefined;
  readonly listen: (listener: (event: Heard) => void) => () => void;
  readonly later: (action: () => void, ms: number) => number;
  readonly cancel: (timer: number) => void;
  readonly now: () => number;
  readonly id: () => string;
}

/** A window message as far as it is looked at. */
export type Heard = Pick<MessageEvent, 'origin' | 'source' | 'data'>;

/** What a platform answered, and to which name of the message. */
export interface Answer {
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Frames of the platform may still be loading when we ask first: a message that nobody hears is asked again. */
const ASK_AGAIN_MS = 250;

/**
 * Asks one window one thing under each of these names (LTI Client Side postMessages 0.1 §2) and resolves with the first answer that is no error, or
 * with undefined: when every name got an error, or after `ms`. Nothing is sent to, or believed from, another origin or window.
 */
export function ask(
  world: Surroundings, frame: Asked, origin: string, subjects: readonly string[], body: Readonly<Record<string, unknown>>, ms: number,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const open = new Map(subjects.map((subject) => [subject, world.id()]));
    let again: number | undefined;
    const settle = (answer: Answer | undefined): void => {
      deaf();
      world.cancel(end);
      if (again !== undefined) world.cancel(again);
      resolve(answer);
    };
    const deaf = world.listen(({ origin: from, source, data }) => {
      if (from !== origin || source !== (frame as unknown) || typeof data !== 'object' || data === null) return;
      const told = data as Readonly<Record<string, unknown>>;
      const subject = [...open.keys()].find((name) => told['subject'] === `${name}.response` && told['message_id'] === open.get(name));
      if (subject === undefined) return;
      if (told['error'] === undefined || told['error'] === null) return settle({ subject, data: told });
      console.debug('the platform refused', subject, told['error']);
      open.delete(subject);
      if (open.size === 0) settle(undefined);
    });
    const end = world.later(() => settle(undefined), ms);
    const send = (): void => {
      for (const [subject, id] of open) frame.postMessage({ ...body, subject, message_id: id }, origin);
      again = world.later(send, ASK_AGAIN_MS);
    };
    send();
  });
}

/** The window a platform calls so: `_parent` is the host, else a frame beside ours. Undefined when there is none of that name. */
export function frameCalled(world: Surroundings, name: string): Asked | undefined {
  if (name === '' || name === '_parent') return world.host;
  try {
    // Of another site's window only its frames' names can be looked up; any other name throws.
    const found = (world.host?.frames as Readonly<Record<string, unknown>> | undefined)?.[name] as Partial<Asked> | null | undefined;
    return typeof found === 'object' && found !== null && typeof found.postMessage === 'function' ? (found as Asked) : undefined;
  } catch (cause) {
    console.debug('the platform has no frame', name, cause);
    return undefined;
  }
}
