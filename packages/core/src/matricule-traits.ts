import { type Finding, finding } from './finding.js';
import { parseDateLunaire } from './lunar-date.js';
import { parseMatricule } from './matricule.js';
import type { TraitsLocaux } from './strict-traits.js';

const SEX_DIGITS: Readonly<Record<string, 'M' | 'F'>> = { '1': 'M', '3': 'M', '7': 'M', '2': 'F', '4': 'F', '8': 'F' };

/**
 * Compares what a matricule says with the traits. Warnings only: `ins.matricule.traits.sex`, `.year`, `.month`. A change of sex or a corrected date
 * leaves the NIR as it was, and the month of an incomplete civil record is a pseudo-month.
 */
export function compareMatriculeWithTraits(
  matricule: string,
  traits: Pick<TraitsLocaux, 'sexe' | 'dateNaissance'>,
): Finding[] {
  const read = parseMatricule(matricule, { key: 'warning' });
  const date = parseDateLunaire(traits.dateNaissance);
  if (!read.ok) return [];
  const findings: Finding[] = [];
  const warn = (part: string): void => {
    findings.push(finding(`ins.matricule.traits.${part}`, 'warning', ['matricule']));
  };
  const sex = SEX_DIGITS[read.value.charAt(0)];
  if (sex !== undefined && traits.sexe !== 'I' && sex !== traits.sexe) warn('sex');
  if (!date.ok) return findings;
  if (Number(read.value.slice(1, 3)) !== date.value.year % 100) warn('year');
  const month = Number(read.value.slice(3, 5));
  const comparable = month >= 1 && month <= 12 && date.value.month >= 1 && date.value.month <= 12;
  if (comparable && month !== date.value.month) warn('month');
  return findings;
}
