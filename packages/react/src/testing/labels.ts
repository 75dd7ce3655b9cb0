import type { Locale } from '@socle-sante/core/finding';
import { type Catalogue, type Messages, type NamesOf, renderMessage } from '../base/messages.js';

/** A text as a test finds it: whole, whatever the kind of its spaces (French puts no-break ones before « : »). */
export function exactly(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\s+/g, '\\s+')}$`);
}

/** Labels of a catalogue for `getByRole(…, { name })` and `getByText(…)`: tests never repeat a sentence. */
export function labelsOf<FR extends Messages>(catalogue: Catalogue<FR>, locale: Locale = 'fr') {
  return <K extends keyof FR & string>(
    key: K,
    ...params: [NamesOf<FR[K]>] extends [never] ? [] : [Readonly<Record<NamesOf<FR[K]>, string | number>>]
  ): RegExp => exactly(renderMessage(catalogue[locale][key], params[0] ?? {}, locale));
}
