import type { CdaId } from './data-types.js';
import { compact } from './dom.js';
import type { CdaBody, CdaModel } from './parsed.js';

const EVERY: ReadonlySet<string> = new Set(['2.16.840.1.113883.2.8.2.1', '1.2.250.1.213.1.1.1.1']);
const N1 = '1.3.6.1.4.1.19376.1.2.20';
const FRENCH = '1.2.250.1.213.1.1.1.';

/** Models of the ANS kit TestContenuCDA-3-0, by the end of their template under 1.2.250.1.213.1.1.1. */
const names: Readonly<Record<string, string>> = {
  '2.1': 'CARD-F-PRC',
  '2.1.1': 'CARD-F-PRC-AVK',
  '2.1.2': 'CARD-F-PRC-TAP',
  '2.1.3': 'CARD-F-PRC-DCI',
  '2.1.4': 'CARD-F-PRC-PSC',
  '2.1.5': 'CARD-F-PRC-PPV',
  '5': 'CSE',
  '5.1': 'CSE-CS8',
  '5.2': 'CSE-CS9',
  '5.3': 'CSE-CS24',
  '5.4': 'CSE-MDE',
  '8': 'CANCER-FRCP',
  '12.1': 'OBP-SAP',
  '12.2': 'OBP-SNM',
  '12.3': 'OBP-SNE',
  '12.4': 'OBP-SCM',
  '12.5': 'OBP-SEM',
  '13': 'VSM',
  '15': 'AVC-AUNV',
  '16': 'AVC-EUNV',
  '17': 'AVC-SUNV',
  '18': 'OPH-CR-RTN',
  '21': 'LDL-EES',
  '22': 'DLU-EHPAD-DLU',
  '23': 'DLU-EHPAD-FLUDT',
  '24': 'DLU-EHPAD-FLUDR',
  '25': 'AVC-PAVC',
  '26': 'CANCER-PPS',
  '27': 'CANCER-D2LM-FIN',
  '28': 'CANCER-D2LM-FIDD',
  '29': 'LDL-SES',
  '30': 'SDM-MR',
  '32': 'CANCER-CR-GM',
  '36': 'CNAM-HR',
  '37': 'VAC',
  '38': 'TLM-DA',
  '39': 'eP-MED-DM',
  '40': 'ANEST-CR-ANEST',
  '41': 'ANEST-CR-CPA',
  '42': 'OPH-BRE',
  '45': 'IMG-CR-IMG',
  '46': 'VAC-NOTE',
  '47': 'IMG-DA-IMG',
  '51': 'IPS-FR',
  '54': 'eDISP-MED',
  '55': 'BIO-CR-BIO',
  '59': 'BIO-TROD',
};

/**
 * The model of a document, by its templateIds: the longest French one besides that of every document, and its extension as
 * version (ANS kit TestContenuCDA-3-0, commit 7cd489b3). Codes are not looked at: several models share one.
 */
export function identifyModel(templateIds: readonly CdaId[], body: CdaBody['kind']): CdaModel {
  const roots = templateIds.filter((id) => id.root !== undefined && !EVERY.has(id.root));
  const french = roots
    .filter((id) => id.root?.startsWith(FRENCH))
    .sort((a, b) => (b.root ?? '').length - (a.root ?? '').length)[0];
  const level = body === 'nonXml' ? 'N1' : body === 'structured' ? 'N3' : 'none';
  const root = french?.root;
  const others = roots.flatMap((id) => (id.root === undefined || id.root === root ? [] : [id.root]));
  if (root !== undefined) {
    const tail = root.slice(FRENCH.length);
    const known = Object.hasOwn(names, tail) ? names[tail] : undefined;
    return compact<CdaModel>({
      id: known ?? 'unknown',
      level,
      name: known ?? root,
      template: root,
      version: french?.extension,
      otherTemplates: others,
    });
  }
  const n1 = others.includes(N1) || level === 'N1';
  return {
    id: n1 ? 'n1' : 'unknown',
    level,
    name: n1 ? 'N1' : (others[0] ?? ''),
    otherTemplates: others,
  };
}
