import { en } from '@socle-sante/react/messages/en';
import { fr } from '@socle-sante/react/messages/fr';

export type Locale = 'fr' | 'en';
export const locales: readonly Locale[] = ['fr', 'en'];

type Params = Readonly<Record<string, string | number>>;
type Sentence = string | ((params: Params, locale: Locale) => string);

/** A label of the kit as the page shows it, whole, whatever its spaces: tests repeat no sentence. */
export type Words = (key: string, params?: Params) => RegExp;

export function wordsIn(locale: Locale): Words {
  const catalogue = (locale === 'fr' ? fr : en) as Readonly<Record<string, Sentence>>;
  return (key, params = {}) => {
    const sentence = catalogue[key];
    if (sentence === undefined) throw new RangeError(`No label ${key} in the kit.`);
    const text =
      typeof sentence === 'string'
        ? sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''))
        : sentence(params, locale);
    return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}$`);
  };
}
