import type { Language, MessageKey } from '../language/language';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
const STEP = 1_000;
const MINUTE = 60;
const HOUR = 3_600;

/** A size as people say it: 4.3 GB. */
export function size(language: Language, bytes: number): string {
  let [value, unit] = [bytes / STEP, 0];
  for (; value >= STEP && unit < UNITS.length - 1; unit += 1) value /= STEP;
  return new Intl.NumberFormat(language.tag, { style: 'unit', unit: UNITS[unit] ?? 'kilobyte', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** A wait as people say it, never shorter than it is: 3 minutes. */
export function wait(language: Language, seconds: number): string {
  const [value, unit] = seconds >= HOUR ? [seconds / HOUR, 'hour'] : seconds >= MINUTE ? [seconds / MINUTE, 'minute'] : [Math.max(seconds, 1), 'second'];
  return new Intl.NumberFormat(language.tag, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(Math.ceil(value));
}

const REASONS: Readonly<Record<string, MessageKey>> = {
  'upload.not_a_video': 'upload.failed.notAVideo',
  'upload.too_large': 'upload.failed.tooLarge',
  'upload.too_many': 'upload.failed.tooMany',
  'upload.no_room': 'upload.failed.noRoom',
  'disk.full': 'upload.failed.noRoom',
  'upload.not_allowed': 'upload.failed.notAllowed',
  'upload.unknown': 'upload.failed.gone',
};

/** Why an upload stopped, and what to do. */
export function failure(language: Language, status: number, code: string): string {
  const key = status === 401 ? 'upload.failed.session' : status === 404 ? 'upload.failed.gone' : REASONS[code] ?? 'upload.failed.other';
  return language.say('upload.failed', { reason: language.say(key), code: code || `http.${status}` });
}

/** A title from a file's name: `cell_structure-1.mp4` becomes `cell structure-1`. */
export function titleOf(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '').replace(/_+/g, ' ').trim().slice(0, 200);
}
