import { ask, frameCalled, type Answer, type Asked, type Surroundings } from './platformMessages';

/** Where the platform keeps things for us: decided by the server, which knows the registration. */
export interface Place {
  /** The window's name as the platform announced it at login. */
  readonly frame: string;
  /** The only origin to talk to: that of the registered authorization URL. */
  readonly origin: string;
  readonly key: string;
}

/** The standard's names, and those from before it that older platforms know alone. */
const NAMES = ['lti.', 'org.imsglobal.lti.'];
/** Two pages of a launch ask, one to keep and one to get back: together they wait less than 3 s for a platform that never answers. */
const PATIENCE_MS = 1_400;
const CAPABILITIES_MS = 600;

/** Leaves a value with the platform (LTI postMessage Storage 0.1); true when it said so. Never rejects, never takes longer than 1.4 s. */
export async function keep(world: Surroundings, place: Place, value: string): Promise<boolean> {
  const answer = await talk(world, place, 'put_data', { key: place.key, value });
  return answer?.data['value'] === undefined ? answer !== undefined : answer.data['value'] === value;
}

/** The value left there, which the platform is then told to forget; undefined when there is none. As quick as {@link keep}. */
export async function takeBack(world: Surroundings, place: Place): Promise<string | undefined> {
  const answer = await talk(world, place, 'get_data', { key: place.key });
  const value = answer?.data['value'];
  if (answer === undefined || typeof value !== 'string' || value === '') return undefined;
  const forget = { subject: answer.subject.replace('get_data', 'put_data'), key: place.key, value: null, message_id: world.id() };
  answer.frame.postMessage(forget, place.origin);
  return value;
}

type Told = Answer & { readonly frame: Asked };

async function talk(world: Surroundings, place: Place, message: 'put_data' | 'get_data', body: Readonly<Record<string, unknown>>): Promise<Told | undefined> {
  const started = world.now();
  const announced = frameCalled(world, place.frame) ?? world.host;
  if (announced === undefined) return undefined;
  const able = await ask(world, announced, place.origin, NAMES.map((name) => `${name}capabilities`), {}, CAPABILITIES_MS);
  const way = able === undefined ? { frame: announced, subjects: NAMES.map((name) => name + message) } : offered(world, able, message, announced);
  if (way === undefined) return undefined;
  const answer = await ask(world, way.frame, place.origin, way.subjects, body, Math.max(0, PATIENCE_MS - (world.now() - started)));
  const other = answer?.data['key'] !== undefined && answer.data['key'] !== place.key;
  return answer === undefined || other ? undefined : { ...answer, frame: way.frame };
}

/** Where and under which name a platform that told its capabilities takes a message; undefined when it does not. */
function offered(world: Surroundings, able: Answer, message: string, announced: Asked): { frame: Asked; subjects: string[] } | undefined {
  const listed = able.data['supported_messages'];
  const messages = (Array.isArray(listed) ? listed : []) as readonly ({ subject?: unknown; frame?: unknown } | null)[];
  const entry = NAMES.map((name) => messages.find((one) => one?.subject === name + message)).find((one) => one !== undefined);
  if (!entry) return undefined;
  const frame = typeof entry.frame === 'string' ? (frameCalled(world, entry.frame) ?? announced) : announced;
  return { frame, subjects: [String(entry.subject)] };
}
