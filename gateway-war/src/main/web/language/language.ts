import de from '../messages/de.json';
import en from '../messages/en.json';

export type MessageKey = keyof typeof en;
/** Texts that say how many: each has a `.one` and an `.other`. */
export type Counted = MessageKey extends infer K ? K extends `${infer P}.one` ? P : never : never;
type Messages = Record<MessageKey, string>;

/** Every language we speak: a file in `messages/` and a line here. The type check finds texts that are missing. */
const languages: Record<string, Messages> = { en, de };

/** The words, numbers and times of one locale. Without a file for its language the words are English, the numbers still the locale's. */
export class Language {
  readonly tag: string;
  readonly #messages: Messages;
  readonly #percent: Intl.NumberFormat;
  readonly #twoDigits: Intl.NumberFormat;
  readonly #plain: Intl.NumberFormat;
  readonly #plurals: Intl.PluralRules;

  constructor(locale: string | undefined) {
    this.tag = supported(locale);
    this.#messages = languages[this.tag.split('-')[0] ?? ''] ?? en;
    this.#percent = new Intl.NumberFormat(this.tag, { style: 'percent', maximumFractionDigits: 0 });
    this.#twoDigits = new Intl.NumberFormat(this.tag, { minimumIntegerDigits: 2, useGrouping: false });
    this.#plain = new Intl.NumberFormat(this.tag);
    this.#plurals = new Intl.PluralRules(this.tag);
  }

  /** The language the words are in. */
  get words(): string { return Object.keys(languages).find((tag) => languages[tag] === this.#messages) ?? 'en'; }

  say(key: MessageKey, values: Record<string, string> = {}): string {
    return this.#messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }

  count(key: Counted, count: number): string {
    const form = this.#plurals.select(count) === 'one' ? 'one' : 'other';
    return this.say(`${key}.${form}`, { count: this.#plain.format(count) });
  }

  /** A share as whole per cent, never rounded up: what is not all is not 100 %. */
  percent(share: number): string {
    return this.#percent.format(Math.floor(Math.min(Math.max(share, 0), 1) * 100 + 1e-9) / 100);
  }

  /** A position as a player writes it: 0:07, 12:04, 1:02:03. */
  clock(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
    const parts = [...(hours > 0 ? [this.#plain.format(hours), this.#twoDigits.format(minutes)] : [this.#plain.format(minutes)])];
    return [...parts, this.#twoDigits.format(whole % 60)].join(':');
  }
}

function supported(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((locale ?? '').replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
