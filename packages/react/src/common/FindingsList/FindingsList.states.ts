import { type Finding, finding, type Severity } from '@socle-sante/core/finding';
import { defineStates } from '../../base/states.js';

const source = { document: 'SEL-MP-043', version: '04', section: '§2' };
const key = finding('ins.matricule.key', 'error', ['ins', 'matricule'], { found: '75', expected: '74' }, source);
const lexical = finding(
  'traits.name.character',
  'error',
  ['traits', 'birthName'],
  { character: '&', position: 2 },
  source,
);
const lunar = finding('date.lunaire.notCalendar', 'warning', ['traits', 'birthDate'], {}, source);
const place = finding('cog.format', 'warning', ['traits', 'birthPlace'], {}, source);
const note = finding('ins.oid.notProduction', 'info', ['ins', 'oid'], {}, source);

const header = 'ASIP-STRUCT-MIN-StrucMin';
const kit = { document: 'ContenuCDA-3-0', section: header };
/** As the official layer makes them; the sentences are invented. */
const official = (
  severity: Severity,
  message: string,
  pointer: string,
  line: number,
  more: Finding['params'] = {},
): Finding => ({
  ...finding('official.assert', severity, [], { message, pack: header, pattern: 'variables', ...more }, kit),
  wire: { pointer, line, column: 5 },
});
const record = '/ClinicalDocument/recordTarget/patientRole';
const nativeName: Finding = { ...lexical, wire: { pointer: `${record}/patient/name`, line: 31, column: 9 } };
const officialName = official(
  'error',
  'Erreur de conformité : le nom de naissance « … » contient un caractère interdit',
  `${record}/patient/name`,
  31,
  { native: 'traits.name.character' },
);
const officialOnly = [
  official('error', 'Erreur de conformité : l’élément custodian doit être présent une fois', '/ClinicalDocument', 2),
  official('warning', 'Le téléphone du patient devrait commencer par « tel: »', `${record}/telecom[2]`, 27),
  finding('official.incomplete', 'info', [], { pack: 'IHE', count: 1, faults: 'kit.doubleId' }, kit),
];

/** Lists of findings that look different. */
export const findingsListStates = defineStates<{ readonly findings: readonly Finding[] }>()({
  none: { findings: [] },
  one: { findings: [key] },
  blocking: { findings: [note, lunar, key, lexical, place] },
  warnings: { findings: [lunar, place] },
  bothLayers: { findings: [key, nativeName, lunar, officialName, ...officialOnly] },
  officialOnly: { findings: [...officialOnly, officialName] },
  manyOfficial: {
    findings: Array.from({ length: 80 }, (_, index) =>
      official(
        index % 4 === 0 ? 'error' : 'warning',
        `Erreur de conformité : le code « … » de l’entrée ${index + 1} n’est pas dans le jeu de valeurs`,
        `/ClinicalDocument/component/structuredBody/component[${index + 2}]/section/code`,
        120 + index * 7,
      ),
    ),
  },
  many: {
    findings: Array.from({ length: 120 }, (_, index) =>
      finding('traits.name.character', index % 5 === 0 ? 'error' : 'warning', ['rows', index, 'birthName'], {
        character: '&',
        position: index + 1,
      }),
    ),
  },
});
