import type { DeviationRule } from '@socle-sante/schematron/compile';

/** When these faults were noted, on the state of the kit of 2025-02-19 (TestContenuCDA-3-0, commit 7cd489b). */
const NOTED = '2026-11-21';
const STRUC_MIN = 'schematrons/profils/structurationMinimale';

/** Upstream names this value set, and never had it. */
export const MISSING_J07 = 'voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml';

/** The value set of the kit that {@link MISSING_J07} stands for, in the shape of IHE SVS. */
export const J07_SOURCE = 'jeuxDeValeurs/JDV_J07_XdsTypeCode_CISIS.xml';

/**
 * Known faults of the kit, each named and dated: what is done about each is said in every report. Names of files that differ by
 * case, names of variables with spaces and files that do not exist are found by the reader itself, and said too.
 */
export const KIT_DEVIATIONS: readonly DeviationRule[] = [
  {
    code: 'kit.valueSet.J07',
    noted: NOTED,
    file: MISSING_J07,
    what: 'resource',
    from: `supplement/${MISSING_J07}`,
    reason:
      'The value set JDV_J07 that the rules of the header read is not in the kit: the reference engine stops on every document. A file of the same codes stands for it.',
  },
  {
    code: 'kit.regex.integer',
    noted: NOTED,
    file: `${STRUC_MIN}/include/1.2.250.1.213.1.1.1.1-2017-12-13T103531.sch`,
    what: 'replaceText',
    find: '^-?[1-9]\\d*$|^+?\\d*$',
    replace: '^-?[1-9]\\d*$|^\\d*$',
    reason: 'A quantifier follows “^”, which XPath does not allow. The branch is read as “^\\d*$”, as Saxon-HE does.',
  },
  {
    code: 'kit.bioCrBio2023.empty',
    noted: NOTED,
    file: 'schematrons/CI-SIS_BIO-CR-BIO_2023.01.sch',
    what: 'note',
    incomplete: true,
    reason: 'Nine included files do not exist: one assertion of the model is left.',
  },
  {
    code: 'kit.d2lmFin.valueSet',
    noted: NOTED,
    file: 'schematrons/CI-SIS_CANCER-D2LM-FIN_2022.01.sch',
    what: 'note',
    incomplete: true,
    reason: 'The value set JDV_BilanDiagnostic_CISIS.xml does not exist: codes are not held against it.',
  },
  {
    code: 'kit.contents.valueSet',
    noted: NOTED,
    file: 'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
    what: 'note',
    incomplete: true,
    reason: 'The value set JDV_ClinicalStatusCodes_CISIS.xml does not exist: codes are not held against it.',
  },
  {
    code: 'kit.vsm14.shadowed',
    noted: NOTED,
    file: 'schematrons/CI-SIS_VSM_1.4_2022.01.sch',
    what: 'note',
    reason: 'Two rules have the context of an earlier rule of their pattern, and never fire (ISO/IEC 19757-3).',
  },
  {
    code: 'kit.vsm2023.shadowed',
    noted: NOTED,
    file: 'schematrons/CI-SIS_VSM_2023.01.sch',
    what: 'note',
    reason: 'One rule has the context of an earlier rule of its pattern, and never fires (ISO/IEC 19757-3).',
  },
];

/** Said when the file that stands for {@link MISSING_J07} is written here from {@link J07_SOURCE}. */
export const WRITTEN_J07 = {
  code: 'kit.valueSet.J07.written',
  message: `"${MISSING_J07}" is written from "${J07_SOURCE}", which has the same codes.`,
  subject: MISSING_J07,
  noted: NOTED,
  incomplete: false,
} as const;
