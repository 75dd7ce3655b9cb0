import type { Severity } from '@socle-sante/core/finding';
import type { ConceptSet } from '@socle-sante/nomenclatures';
import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ02 } from '@socle-sante/nomenclatures/jdv-j02';
import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { jdvJ07 } from '@socle-sante/nomenclatures/jdv-j07';
import { jdvJ08 } from '@socle-sante/nomenclatures/jdv-j08';
import { jdvJ11 } from '@socle-sante/nomenclatures/jdv-j11';
import { jdvJ47 } from '@socle-sante/nomenclatures/jdv-j47';
import { jdvJ61 } from '@socle-sante/nomenclatures/jdv-j61';
import { jdvJ62 } from '@socle-sante/nomenclatures/jdv-j62';
import { jdvJ66 } from '@socle-sante/nomenclatures/jdv-j66';
import { jdvJ142 } from '@socle-sante/nomenclatures/jdv-j142';
import { jdvJ143 } from '@socle-sante/nomenclatures/jdv-j143';
import { attr } from '../xml.js';
import { type Beyond, CORE, DMP, end, type Trail, trails } from './context.js';

interface Coded {
  /** Name of the field in the findings. */
  readonly field: string;
  readonly path: readonly string[];
  readonly set: ConceptSet;
  /** The narrower list of the DMP. */
  readonly dmp?: ConceptSet;
}

const ORGANIZATION = ['representedOrganization', 'standardIndustryClassCode'];

/** Coded fields of the header, of which the official rules look at the code and not at its system. */
const FIELDS: readonly Coded[] = [
  { field: 'type', path: ['code'], set: jdvJ07, dmp: jdvJ66 },
  { field: 'confidentiality', path: ['confidentialityCode'], set: jdvJ08 },
  { field: 'gender', path: ['recordTarget', 'patientRole', 'patient', 'administrativeGenderCode'], set: jdvJ143 },
  { field: 'authorFunction', path: ['author', 'functionCode'], set: jdvJ47 },
  { field: 'authorSpecialty', path: ['author', 'assignedAuthor', 'code'], set: jdvJ01 },
  { field: 'authorSector', path: ['author', 'assignedAuthor', ...ORGANIZATION], set: jdvJ04 },
  { field: 'signerSpecialty', path: ['legalAuthenticator', 'assignedEntity', 'code'], set: jdvJ01 },
  { field: 'signerSector', path: ['legalAuthenticator', 'assignedEntity', ...ORGANIZATION], set: jdvJ04 },
  { field: 'informantSector', path: ['informant', 'assignedEntity', ...ORGANIZATION], set: jdvJ04 },
  { field: 'relation', path: ['informant', 'relatedEntity', 'code'], set: jdvJ11 },
  { field: 'participantFunction', path: ['participant', 'functionCode'], set: jdvJ47 },
  { field: 'participantSpecialty', path: ['participant', 'associatedEntity', 'code'], set: jdvJ01 },
  {
    field: 'performerSpecialty',
    path: ['documentationOf', 'serviceEvent', 'performer', 'assignedEntity', 'code'],
    set: jdvJ01,
  },
  {
    field: 'sector',
    path: ['documentationOf', 'serviceEvent', 'performer', 'assignedEntity', ...ORGANIZATION],
    set: jdvJ04,
    dmp: jdvJ62,
  },
  { field: 'encounter', path: ['componentOf', 'encompassingEncounter', 'code'], set: jdvJ142 },
  {
    field: 'facility',
    path: ['componentOf', 'encompassingEncounter', 'location', 'healthCareFacility', 'code'],
    set: jdvJ02,
    dmp: jdvJ61,
  },
];

/** Systems, labels and the narrower lists of the DMP. */
export function checkCodes(beyond: Beyond): void {
  for (const coded of FIELDS)
    for (const trail of trails(beyond.document, ...coded.path)) checkCode(coded, trail, beyond);
}

function checkCode({ field, set, dmp }: Coded, trail: Trail, { report, profile }: Beyond): void {
  const element = end(trail);
  const code = attr(element, 'code');
  if (code === undefined) return;
  const say = (rule: string, severity: Severity, set_: ConceptSet, ref = CORE): void =>
    report.at(trail, rule, severity, { field, set: set_.id }, ref);
  const known = set.concepts.filter((concept) => concept.code === code);
  // A code out of the list is told by the header rules; JDV_J08 alone is narrower than what they take.
  if (known.length === 0) {
    if (field === 'confidentiality') say('cda.code.confidentiality', 'error', set);
    return;
  }
  if (field === 'confidentiality' && !['N', 'R', 'V'].includes(code)) say('cda.code.masking', 'error', set);
  if (profile === 'dmp' && field === 'confidentiality' && (code === 'R' || code === 'V')) {
    say('cda.code.dmpConfidentiality', 'error', set, DMP);
  }
  const system = attr(element, 'codeSystem');
  const concept = known.find((each) => each.system === system);
  if (concept === undefined) say('cda.code.system', 'error', set);
  const label = attr(element, 'displayName');
  if (concept !== undefined && label !== undefined && field === 'type' && !sameLabel(label, concept.label)) {
    say('cda.code.label', 'warning', set);
  }
  if (
    profile === 'dmp' &&
    dmp !== undefined &&
    !dmp.concepts.some((each) => each.code === code && each.status === 'active')
  ) {
    say('cda.code.dmp', 'error', dmp, DMP);
  }
}

/** Accents, case and white space apart. */
function sameLabel(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u2019']+/g, ' ')
    .trim()
    .toLowerCase();
}
