import type { Locale } from '@socle-sante/core/finding';

/** What may fill a placeholder. Numbers are written in the reader's locale; pass codes, years and ranks as text. */
export type MessageValue = string | number;

/** Names between braces: `Placeholders<'Règle {id}'>` is `'id'`. */
export type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A message that chooses between several sentences: made by {@link plural} or {@link select}, never parsed at run time. */
export interface MessageFunction<Name extends string = string> {
  (params: Readonly<Record<Name, MessageValue>>, locale: Locale): string;
  /** Every name that the sentences may contain, for the completeness test. */
  readonly placeholders: readonly Name[];
}

/** Any message function, whatever it asks for. */
export interface AnyMessageFunction {
  (params: never, locale: Locale): string;
  readonly placeholders: readonly string[];
}

export type Message = string | AnyMessageFunction;
export type Messages = Readonly<Record<string, Message>>;

/** Placeholder names of one message. */
export type NamesOf<M> = M extends string
  ? Placeholders<M>
  : M extends { readonly placeholders: readonly (infer Name extends string)[] }
    ? Name
    : never;

type SameNames<A, B> = [NamesOf<A>] extends [NamesOf<B>] ? ([NamesOf<B>] extends [NamesOf<A>] ? true : false) : false;

/** English must have the keys of the French catalogue and, for each, the same placeholders. */
export type TranslationOf<FR extends Messages, EN> = {
  readonly [K in keyof FR]: K extends keyof EN
    ? SameNames<FR[K], EN[K]> extends true
      ? EN[K]
      : 'The placeholders differ from those of the French message'
    : Message;
};

/** The labels of one component in both languages. French is the source of truth. */
export interface Catalogue<FR extends Messages = Messages> {
  /** Prefix of the flat keys given to the provider: `findingsList.error`. */
  readonly name: string;
  readonly fr: FR;
  readonly en: Readonly<Record<keyof FR, Message>>;
  /** Keys imposed by an official text: shown in French as they are, never overridden. */
  readonly imposed: readonly (keyof FR & string)[];
}

/** Declares the labels of a component. Both languages are checked by the compiler: keys and placeholders. */
export function defineMessages<
  const FR extends Messages,
  const EN extends { readonly [K in keyof NoInfer<FR>]: Message },
>(
  name: string,
  languages: { readonly fr: FR; readonly en: EN & TranslationOf<NoInfer<FR>, EN> },
  options: { readonly imposed?: readonly (keyof NoInfer<FR> & string)[] } = {},
): Catalogue<FR> {
  return { name, fr: languages.fr, en: languages.en, imposed: options.imposed ?? [] };
}

/** Replacement labels of one component, by local key; the French placeholders are kept. */
export type MessageOverrides<C extends Catalogue> = {
  readonly [K in keyof C['fr']]?: Message;
};

/** Replacement labels for the whole kit, by flat key (`findingsList.error`), as given to the provider. */
export type FlatMessages = Readonly<Record<string, Message>>;

/** Reads one label of a catalogue; asks for exactly the values that the sentence needs. */
export interface Translate<FR extends Messages = Messages> {
  <K extends keyof FR & string>(
    key: K,
    ...params: [NamesOf<FR[K]>] extends [never] ? [] : [Readonly<Record<NamesOf<FR[K]>, MessageValue>>]
  ): string;
  readonly locale: Locale;
}

const numberFormats = new Map<Locale, Intl.NumberFormat>();

/** A number as the language writes it (`12 500` / `12,500`). */
export function formatNumber(value: number, locale: Locale): string {
  let format = numberFormats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB');
    numberFormats.set(locale, format);
  }
  return format.format(value);
}

/** Names between braces of a text, once each. */
export function placeholdersOf(message: Message): readonly string[] {
  if (typeof message !== 'string') return message.placeholders;
  return [...new Set([...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))];
}

/** Puts the values in the braces of a text. An unknown name is left as it is. */
export function fill(text: string, params: Readonly<Record<string, MessageValue>>, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value, locale) : value;
  });
}

/** French typography: no line may begin with `: ; ! ? »` nor end with `«`. */
export function frenchSpaces(text: string): string {
  return text.replace(/ ([:;!?»])/g, '\u00A0$1').replace(/« /g, '«\u00A0');
}

/** One sentence of a catalogue, filled. Used by {@link createTranslator}. */
export function renderMessage(
  message: Message,
  params: Readonly<Record<string, MessageValue>>,
  locale: Locale,
): string {
  const text =
    typeof message === 'string' ? fill(message, params, locale) : (message as MessageFunction<string>)(params, locale);
  return locale === 'fr' ? frenchSpaces(text) : text;
}

/** True when the replacement uses the same placeholders as the French sentence. */
export function isFaithful(source: Message, replacement: Message): boolean {
  const wanted = [...placeholdersOf(source)].sort().join();
  return [...placeholdersOf(replacement)].sort().join() === wanted;
}

/**
 * The labels of a catalogue in one language, after the provider's and the component's replacements.
 * A replacement with other placeholders, or of an imposed text, is ignored and told to `onRefused`.
 */
export function createTranslator<FR extends Messages>(
  catalogue: Catalogue<FR>,
  locale: Locale,
  overrides: {
    readonly provider?: FlatMessages;
    readonly local?: { readonly [K in keyof FR]?: Message };
    readonly onRefused?: (key: string) => void;
  } = {},
): Translate<FR> {
  const source: Readonly<Record<keyof FR, Message>> = catalogue[locale];
  const find = (key: keyof FR & string): Message => {
    const original = source[key];
    const replacement = overrides.local?.[key] ?? overrides.provider?.[`${catalogue.name}.${key}`];
    if (replacement === undefined) return original;
    if (catalogue.imposed.includes(key) || !isFaithful(original, replacement)) {
      overrides.onRefused?.(`${catalogue.name}.${key}`);
      return original;
    }
    return replacement;
  };
  const translate = (key: keyof FR & string, params: Readonly<Record<string, MessageValue>> = {}): string =>
    renderMessage(find(key), params, locale);
  return Object.assign(translate, { locale }) as Translate<FR>;
}

/** The catalogue with flat keys, as published in `@socle-sante/react/messages/fr`. */
export function flatten(catalogue: Catalogue, locale: Locale): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(catalogue[locale]).map(([key, message]) => [`${catalogue.name}.${key}`, message]),
  );
}
