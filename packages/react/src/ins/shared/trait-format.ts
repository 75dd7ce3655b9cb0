import { UNKNOWN_COG } from '@socle-sante/core/cog';
import { formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { Sex, TraitField } from '@socle-sante/gateway/contract';
import type { Translate } from '../../base/messages.js';
import type { traitsMessages } from './traits.messages.js';

export type TraitsT = Translate<(typeof traitsMessages)['fr']>;

/** A birth date for the eye, `31/12/1975` in both languages; a lunar one keeps its zeros. What is no date is shown as received. */
export function birthDateText(raw: string): { readonly text: string; readonly isIncomplete: boolean } {
  const date = parseDateLunaire(raw);
  if (!date.ok) return { text: raw, isIncomplete: false };
  const { month, day } = date.value;
  return { text: formatDateLunaire(date.value, 'display'), isIncomplete: month === 0 || day === 0 };
}

/** A trait as it is read on the screen, from its value in the contract. */
export function traitText(field: TraitField | 'ins', value: string, t: TraitsT): string {
  if (field === 'sex') return value === 'F' || value === 'M' || value === 'I' ? t(`sex.${value as Sex}`) : value;
  if (field === 'birthDate') {
    const { text, isIncomplete } = birthDateText(value);
    return isIncomplete ? `${text} (${t('incompleteDate')})` : text;
  }
  if (field === 'birthPlace' && value === UNKNOWN_COG) return `${value} (${t('unknownPlace')})`;
  return value;
}
