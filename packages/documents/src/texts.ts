import type { FindingText, Locale } from '@socle-sante/core/finding';

/** What is wrong, why, what to do. */
export type Sentences = readonly [title: string, why: string, action: string];

/** One entry of a catalogue, French first. */
export function texts(fr: Sentences, en: Sentences): Readonly<Record<Locale, FindingText>> {
  const text = ([title, why, action]: Sentences): FindingText => ({ title, why, action });
  return { fr: text(fr), en: text(en) };
}
