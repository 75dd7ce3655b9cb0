import { validateCog } from './cog.js';
import { type Finding, finding, type SourceRef, under } from './finding.js';
import { checkFirstGivenName } from './given-names.js';
import { parseDateLunaire } from './lunar-date.js';
import { validateName } from './name.js';
import type { TraitsLocaux } from './strict-traits.js';

export { compareTraits, type TraitDiff, type TraitField, type TraitPart, type TraitVerdict } from './compare-traits.js';
export { checkFirstGivenName, type FirstGivenName } from './given-names.js';
export { compareMatriculeWithTraits } from './matricule-traits.js';
export {
  type NameChange,
  type NameChangeKind,
  type NameOptions,
  type NameProfile,
  type NormalizedName,
  normalizeName,
  validateName,
} from './name.js';
export { namesEquivalent } from './name-fold.js';
export type { Sexe, SexeLocal, TraitsIns, TraitsLocaux } from './strict-traits.js';

const SEXE: SourceRef = { document: 'SEL-MP-043', version: '05.00.01', section: 'EF_INS25_04' };
const FIRST_GIVEN_NAME: SourceRef = { document: 'Guide d’implémentation INS', version: '3.0', section: 'EXI ID 10' };

/**
 * Checks a set of traits, all remarks at once. Never throws. Besides the rules of names, dates and places: errors
 * `traits.sexe.value`; warnings `traits.sexe.undetermined` (cannot be sent to INSi) and `traits.premierPrenom.incoherent`.
 * The used names are free text and are not checked.
 */
export function validateTraits(traits: TraitsLocaux): Finding[] {
  const findings: Finding[] = [
    ...validateName(traits.nomNaissance, 'nom', { path: ['nomNaissance'] }),
    ...validateName(traits.listePrenoms, 'prenom', { path: ['listePrenoms'] }),
    ...validateName(traits.premierPrenom, 'prenom', { path: ['premierPrenom'] }),
    ...under(['dateNaissance'], parseDateLunaire(traits.dateNaissance).findings),
  ];
  if (traits.lieuNaissance !== undefined) findings.push(...validateCog(traits.lieuNaissance, ['lieuNaissance']));
  if (traits.sexe === 'I') findings.push(finding('traits.sexe.undetermined', 'warning', ['sexe'], {}, SEXE));
  else if (traits.sexe !== 'F' && traits.sexe !== 'M')
    findings.push(finding('traits.sexe.value', 'error', ['sexe'], {}, SEXE));
  if (
    traits.listePrenoms &&
    traits.premierPrenom &&
    !checkFirstGivenName(traits.listePrenoms, traits.premierPrenom).coherent
  ) {
    findings.push(finding('traits.premierPrenom.incoherent', 'warning', ['premierPrenom'], {}, FIRST_GIVEN_NAME));
  }
  return findings;
}
