import { describeFinding, type Finding, type Locale } from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import { frenchSpaces } from '../../base/messages.js';

/** What is wrong and what to do, in one or two sentences, for the message under a field. */
export function findingSentence(finding: Finding, locale: Locale): string {
  const { title, action } = describeFinding(finding, locale, coreFindings);
  const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
  const sentence = [title, action].filter(Boolean).map(stop).join(' ');
  return locale === 'fr' ? frenchSpaces(sentence) : sentence;
}
