import { validateCog } from '@socle-sante/core/cog';
import { type Finding, finding } from '@socle-sante/core/finding';
import { parseDateLunaire } from '@socle-sante/core/lunar-date';
import { checkFirstGivenName, normalizeName } from '@socle-sante/core/traits';
import type { IdentitySaveInput, IdentityStatus, PatientView, Sex, TraitField } from '@socle-sante/gateway/contract';

/** What the form holds. Empty text = not given. */
export interface IdentityValues {
  readonly birthName: string;
  readonly firstNames: string;
  readonly firstName: string;
  readonly sex: Sex | '';
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** COG code. */
  readonly birthPlace: string;
  readonly usedName: string;
  readonly usedFirstName: string;
}

export type IdentityField = keyof IdentityValues;

/** Strict traits, in the order of the form. */
export const strictFields = [
  'birthName',
  'firstNames',
  'firstName',
  'sex',
  'birthDate',
  'birthPlace',
] as const satisfies readonly TraitField[];
export const identityFields: readonly IdentityField[] = [...strictFields, 'usedName', 'usedFirstName'];

/** The five traits without which no identity is stored. No other field may be made mandatory. */
export const mandatoryFields: ReadonlySet<IdentityField> = new Set([
  'birthName',
  'firstName',
  'sex',
  'birthDate',
  'birthPlace',
]);

/** Why a field is not right. */
export type IdentityIssue =
  | { readonly kind: 'missing' }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'incoherent'; readonly list: string }
  | { readonly kind: 'future' };

export const noIdentity: IdentityValues = {
  birthName: '',
  firstNames: '',
  firstName: '',
  sex: '',
  birthDate: '',
  birthPlace: '',
  usedName: '',
  usedFirstName: '',
};

/** A record as the form starts with it. */
export function valuesOf({
  traits,
  usedName,
  usedFirstName,
}: Pick<PatientView, 'traits' | 'usedName' | 'usedFirstName'>): IdentityValues {
  return {
    birthName: traits.birthName,
    firstNames: traits.firstNames ?? '',
    firstName: traits.firstName,
    sex: traits.sex,
    birthDate: traits.birthDate,
    birthPlace: traits.birthPlace ?? '',
    usedName: usedName ?? '',
    usedFirstName: usedFirstName ?? '',
  };
}

/** What is wrong, field by field, by the rules of the server. `today` is `YYYY-MM-DD`. */
export function issuesOf(
  values: IdentityValues,
  today: string,
): Readonly<Partial<Record<IdentityField, IdentityIssue>>> {
  const issues: Partial<Record<IdentityField, IdentityIssue>> = {};
  for (const field of mandatoryFields) if (values[field].trim() === '') issues[field] = { kind: 'missing' };
  for (const field of ['birthName', 'firstNames', 'firstName'] as const) {
    if (values[field].trim() === '') continue;
    const name = normalizeName(values[field], field === 'birthName' ? 'nom' : 'prenom', { path: ['traits', field] });
    const [first] = name.ok ? [] : name.findings;
    if (first) issues[field] = { kind: 'finding', finding: first };
  }
  const list = values.firstNames.trim();
  if (list !== '' && values.firstName.trim() !== '' && !issues.firstName && !issues.firstNames) {
    if (!checkFirstGivenName(list, values.firstName).coherent) issues.firstName = { kind: 'incoherent', list };
  }
  if (values.birthDate !== '') {
    const date = parseDateLunaire(values.birthDate);
    const [first] = date.findings;
    if (!date.ok && first) issues.birthDate = { kind: 'finding', finding: first };
    else if (date.ok && !date.value.isCalendarDate)
      issues.birthDate = {
        kind: 'finding',
        finding: finding('date.lunaire.notCalendar', 'error', ['traits', 'birthDate']),
      };
    else if (values.birthDate > today) issues.birthDate = { kind: 'future' };
  }
  const [place] = values.birthPlace === '' ? [] : validateCog(values.birthPlace, ['traits', 'birthPlace']);
  if (place?.severity === 'error') issues.birthPlace = { kind: 'finding', finding: place };
  return issues;
}

/** What is sent: names as typed, the server normalises them by the same rule. Empty optional fields are left out. */
export function saveInputOf(
  values: IdentityValues,
  patient: Pick<PatientView, 'ref' | 'version' | 'deceased'> | undefined,
): IdentitySaveInput {
  const optional = <K extends 'firstNames' | 'birthPlace' | 'usedName' | 'usedFirstName'>(
    field: K,
  ): Partial<Record<K, string>> =>
    values[field].trim() === '' ? {} : ({ [field]: values[field].trim() } as Record<K, string>);
  return {
    ...(patient === undefined ? {} : { patientRef: patient.ref, version: patient.version }),
    ...(patient?.deceased === undefined ? {} : { deceased: patient.deceased }),
    traits: {
      birthName: values.birthName.trim(),
      firstName: values.firstName.trim(),
      sex: values.sex === '' ? 'I' : values.sex,
      birthDate: values.birthDate,
      ...optional('firstNames'),
      ...optional('birthPlace'),
    },
    ...optional('usedName'),
    ...optional('usedFirstName'),
  };
}

/** Fields whose value is no longer the one of the record. */
export function changedFields(values: IdentityValues, before: IdentityValues): readonly IdentityField[] {
  return identityFields.filter((field) => values[field].trim() !== before[field].trim());
}

/** What the change of locked traits will do, as the RNIV table says (Guide d'implémentation INS v3.0, rule 27). */
export interface Consequence {
  readonly to: IdentityStatus;
  readonly losesIns: boolean;
}

export function consequenceOf(
  patient: Pick<PatientView, 'status' | 'traits' | 'document'>,
  changed: readonly IdentityField[],
  values: IdentityValues,
  documentProves: boolean,
): Consequence {
  const strict = strictFields.filter((field) => changed.includes(field));
  const list = patient.traits.firstNames ?? '';
  const first = checkFirstGivenName(list, values.firstName);
  const isHarmless =
    strict.length === 1 && strict[0] === 'firstName' && list !== '' && first.coherent && !first.ambiguous;
  const { status } = patient;
  if (isHarmless || strict.length === 0) return { to: status, losesIns: false };
  // What was read from the appli carte Vitale cannot prove another value.
  const proved = documentProves && patient.document?.type !== 'AV';
  const losesIns = status === 'RECUP' || status === 'QUAL';
  const keepsDocument = proved && (status === 'VALI' || status === 'QUAL');
  return { to: keepsDocument ? 'VALI' : 'PROV', losesIns };
}
