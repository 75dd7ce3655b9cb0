import { type Finding, finding } from '@socle-sante/core/finding';
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

/** Lists of findings that look different. */
export const findingsListStates = defineStates<{ readonly findings: readonly Finding[] }>()({
  none: { findings: [] },
  one: { findings: [key] },
  blocking: { findings: [note, lunar, key, lexical, place] },
  warnings: { findings: [lunar, place] },
  many: {
    findings: Array.from({ length: 120 }, (_, index) =>
      finding('traits.name.character', index % 5 === 0 ? 'error' : 'warning', ['rows', index, 'birthName'], {
        character: '&',
        position: index + 1,
      }),
    ),
  },
});
