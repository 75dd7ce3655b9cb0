'use client';
import { useSocle } from '../../base/context.js';

/** One entry of a nomenclature. */
export interface CodeEntry {
  readonly code: string;
  readonly label: string;
  /** English label, when the nomenclature has one; the French one is then shown in French otherwise. */
  readonly labelEn?: string;
  readonly isRetired?: boolean;
}

/** A nomenclature, by code. */
export type Nomenclature = ReadonlyMap<string, CodeEntry> | Readonly<Record<string, CodeEntry>>;

export interface CodeText {
  /** Label, or the raw code when the nomenclature does not know it. */
  readonly text: string;
  readonly isKnown: boolean;
  readonly isRetired: boolean;
  /** Set when the text is not in the language of the page. */
  readonly lang: 'fr' | undefined;
}

/** The label of a code. */
export function useCodeLabel(code: string, nomenclature: Nomenclature): CodeText {
  const { locale } = useSocle();
  const entry =
    nomenclature instanceof Map
      ? (nomenclature.get(code) as CodeEntry | undefined)
      : Object.hasOwn(nomenclature, code)
        ? (nomenclature as Readonly<Record<string, CodeEntry>>)[code]
        : undefined;
  if (!entry) return { text: code, isKnown: false, isRetired: false, lang: undefined };
  const translated = locale === 'en' ? entry.labelEn : undefined;
  return {
    text: translated ?? entry.label,
    isKnown: true,
    isRetired: entry.isRetired ?? false,
    lang: locale === 'en' && translated === undefined ? 'fr' : undefined,
  };
}
