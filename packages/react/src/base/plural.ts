import type { Locale } from '@socle-sante/core/finding';
import { fill, type MessageFunction, type MessageValue, type Placeholders, placeholdersOf } from './messages.js';

const rules = new Map<Locale, Intl.PluralRules>();

function category(n: number, locale: Locale): Intl.LDMLPluralRule {
  let rule = rules.get(locale);
  if (!rule) {
    rule = new Intl.PluralRules(locale);
    rules.set(locale, rule);
  }
  return rule.select(n);
}

function make<Name extends string>(
  own: string,
  forms: Readonly<Record<string, string>>,
  choose: (value: MessageValue | undefined, locale: Locale) => string,
): MessageFunction<Name> {
  const names = [...new Set([own, ...Object.values(forms).flatMap((form) => placeholdersOf(form))])] as Name[];
  const write = (params: Readonly<Record<string, MessageValue>>, locale: Locale): string =>
    fill(choose(params[own], locale), params, locale);
  return Object.assign(write, { placeholders: names });
}

/**
 * Sentences chosen by a number, with the plural rules of the reader's language (in French 0 and 1 are `one`).
 *
 * @example plural('n', { zero: 'Aucun dossier', one: '{n} dossier', other: '{n} dossiers' })
 */
export function plural<const Name extends string, const Form extends string>(
  name: Name,
  forms: { readonly zero?: Form; readonly one: Form; readonly other: Form },
): MessageFunction<Name | Placeholders<Form>> {
  return make(name, forms as Readonly<Record<string, string>>, (value, locale) => {
    const n = Number(value);
    if (n === 0 && forms.zero !== undefined) return forms.zero;
    return category(n, locale) === 'one' ? forms.one : forms.other;
  });
}

/**
 * Sentences chosen by a word.
 *
 * @example select('sex', { F: 'Née le', M: 'Né le', other: 'Né(e) le' })
 */
export function select<const Name extends string, const Form extends string>(
  name: Name,
  forms: { readonly other: Form } & Readonly<Record<string, Form>>,
): MessageFunction<Name | Placeholders<Form>> {
  return make(name, forms, (value) => forms[String(value)] ?? forms.other);
}
