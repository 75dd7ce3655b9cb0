import type { ConceptSet } from '@socle-sante/nomenclatures';
import { jdvJ01 } from '@socle-sante/nomenclatures/jdv-j01';
import { jdvJ02 } from '@socle-sante/nomenclatures/jdv-j02';
import { jdvJ03 } from '@socle-sante/nomenclatures/jdv-j03';
import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { jdvJ06 } from '@socle-sante/nomenclatures/jdv-j06';
import { jdvJ07 } from '@socle-sante/nomenclatures/jdv-j07';
import { jdvJ10 } from '@socle-sante/nomenclatures/jdv-j10';
import { jdvJ57 } from '@socle-sante/nomenclatures/jdv-j57';
import { jdvJ58 } from '@socle-sante/nomenclatures/jdv-j58';
import { jdvJ59 } from '@socle-sante/nomenclatures/jdv-j59';
import { jdvJ60 } from '@socle-sante/nomenclatures/jdv-j60';
import { jdvJ61 } from '@socle-sante/nomenclatures/jdv-j61';
import { jdvJ62 } from '@socle-sante/nomenclatures/jdv-j62';
import { jdvJ66 } from '@socle-sante/nomenclatures/jdv-j66';

/** Where metadata go: any exchange of the CI-SIS, or the DMP. */
export type MetadataProfile = 'cisis' | 'dmp';

/** The two lists that bound one attribute. */
export interface BoundAttribute {
  readonly cisis: ConceptSet;
  readonly dmp: ConceptSet;
}

/** The lists of CI-SIS « Partage de documents de santé », and those of the DMP, which are smaller. */
export const BOUND = {
  contentType: { cisis: jdvJ03, dmp: jdvJ59 },
  classCode: { cisis: jdvJ06, dmp: jdvJ57 },
  typeCode: { cisis: jdvJ07, dmp: jdvJ66 },
  formatCode: { cisis: jdvJ10, dmp: jdvJ60 },
  confidentiality: { cisis: jdvJ58, dmp: jdvJ58 },
  healthcareFacilityType: { cisis: jdvJ02, dmp: jdvJ61 },
  practiceSetting: { cisis: jdvJ04, dmp: jdvJ62 },
  authorSpecialty: { cisis: jdvJ01, dmp: jdvJ01 },
} as const satisfies Readonly<Record<string, BoundAttribute>>;
