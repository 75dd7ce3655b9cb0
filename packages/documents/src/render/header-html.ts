import type { Locale } from '@socle-sante/core/finding';
import type { HeaderSummary } from '../reader/summary.js';
import { type HeaderRow, headerRows } from './header-rows.js';
import { type LabelKey, label } from './labels.js';
import { escapeHtml, tag } from './markup.js';

/** The header of a document as two cards: the patient, the document. */
export function headerHtml(summary: HeaderSummary, locale: Locale): string {
  const { patient, document } = headerRows(summary, locale);
  return tag('header', {}, card('patient', patient, locale), card('document', document, locale));
}

function card(title: LabelKey, rows: readonly HeaderRow[], locale: Locale): string {
  const kept = rows.flatMap(({ label: name, value }) => [
    tag('dt', {}, escapeHtml(name)),
    tag('dd', {}, escapeHtml(value)),
  ]);
  return kept.length === 0
    ? ''
    : tag('section', { class: 'card' }, tag('h2', {}, escapeHtml(label(locale, title))), tag('dl', {}, ...kept));
}
