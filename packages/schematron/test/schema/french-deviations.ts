import type { DeviationRule } from '../../src/schema/deviation-rules.js';

const noted = '2025-11-21';
const folder = 'schematrons/profils/structurationMinimale';

/** The known faults of the kit TestContenuCDA-3-0 (commit 7cd489b, 2025-02-19), as data: what a loader of the kit gives to the reader. */
export const frenchDeviations: readonly DeviationRule[] = [
  {
    code: 'fr.header.jdv-j07',
    noted,
    file: 'voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml',
    what: 'resource',
    from: 'supplement/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml',
    reason: 'The value set JDV_J07 was never in the repository: without it the header check stops on every document.',
  },
  {
    code: 'fr.header.integer-regex',
    noted,
    file: `${folder}/include/1.2.250.1.213.1.1.1.1-2017-12-13T103531.sch`,
    what: 'replaceText',
    find: '^-?[1-9]\\d*$|^+?\\d*$',
    replace: '^-?[1-9]\\d*$|^\\d*$',
    reason: 'A quantifier follows ^, which XPath does not allow; Saxon-HE reads the branch as ^\\d*$.',
  },
  {
    code: 'fr.bio-cr-bio-2023.empty',
    noted,
    file: 'schematrons/CI-SIS_BIO-CR-BIO_2023.01.sch',
    what: 'note',
    incomplete: true,
    reason: 'Nine included files do not exist: one assertion is left.',
  },
  {
    code: 'fr.d2lm-fin.value-set',
    noted,
    file: 'schematrons/CI-SIS_CANCER-D2LM-FIN_2022.01.sch',
    what: 'note',
    incomplete: true,
    reason: 'The value set JDV_BilanDiagnostic_CISIS.xml does not exist.',
  },
  {
    code: 'fr.models.value-set',
    noted,
    file: 'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
    what: 'note',
    incomplete: true,
    reason: 'The value set JDV_ClinicalStatusCodes_CISIS.xml does not exist.',
  },
];
