import { finding } from '@socle-sante/core/finding';
import type { InsiSnapshot, PatientView, Traits } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import { patientOf, rowsOf, snapshotOf } from '../../testing/comparison.js';
import type { InsComparisonProps } from './InsComparison.js';

const zoe: Traits = {
  birthName: 'ADRUN',
  firstNames: 'ZOE',
  firstName: 'ZOE',
  sex: 'F',
  birthDate: '1975-12-31',
  birthPlace: '63220',
};
const pierre: Traits = {
  birthName: "D'ARTAGNAN DE L'HERAULT",
  firstNames: 'PIERRE ALAIN MURIEL',
  firstName: 'PIERRE',
  sex: 'M',
  birthDate: '2001-06-17',
  birthPlace: '63220',
};

function state(local: PatientView, insi: InsiSnapshot): Pick<InsComparisonProps, 'local' | 'insi' | 'rows'> {
  return { local, insi, rows: rowsOf(local, insi) };
}

const test = (masked: string) => ({ masked, nature: 'NIR', oidKind: 'test' }) as const;

/** Every situation of the comparison, made with the comparison of the core package. */
export const insComparisonStates = defineStates<Pick<InsComparisonProps, 'local' | 'insi' | 'rows'>>()({
  identical: state(patientOf(zoe), snapshotOf(zoe)),
  // Born before the Corsican départements were told apart.
  equivalent: state(
    patientOf({
      ...pierre,
      birthName: 'D ARTAGNAN DE L HERAULT',
      firstNames: 'PIERRE-ALAIN MURIEL',
      birthDate: '1970-06-17',
      birthPlace: '20020',
    }),
    snapshotOf({ ...pierre, birthDate: '1970-06-17', birthPlace: '2A020' }),
  ),
  different: state(
    patientOf({ ...zoe, birthName: 'ADRIN', birthDate: '1975-12-30', birthPlace: '63113' }),
    snapshotOf(zoe),
  ),
  missing: state(patientOf({ ...zoe, birthPlace: undefined }), snapshotOf({ ...zoe, firstNames: undefined })),
  blocked: state(
    patientOf(zoe),
    snapshotOf(
      { ...zoe, birthDate: '1975-00-00' },
      { blockers: [finding('date.lunaire.notCalendar', 'error', ['birthDate'])] as InsiSnapshot['blockers'] },
    ),
  ),
  validatedDiffers: state(
    patientOf(
      { ...zoe, firstNames: 'ZOE LOU', birthDate: '1975-12-30' },
      { status: 'VALI', axes: { insi: false, document: true } },
    ),
    snapshotOf(zoe),
  ),
  histories: state(
    patientOf(pierre),
    snapshotOf(pierre, {
      history: [
        { ins: test('1 01 06 ••• ••• ••• ••'), from: '2009-07-14', to: '2009-07-01' },
        { ins: test('1 01 06 ••• ••• ••• ••'), to: '0000-00-00' },
      ],
    }),
  ),
  ambiguous: state(
    patientOf({ ...pierre, firstName: 'PIERRE ALAIN' }),
    snapshotOf(pierre, { firstNameAmbiguous: true }),
  ),
  expired: state(patientOf(zoe), snapshotOf(zoe, { expiresAt: '2026-11-21T08:59:30Z' })),
  notAllowed: state(patientOf(zoe, { actions: [] }), snapshotOf(zoe)),
  longest: state(
    patientOf({
      ...zoe,
      birthName: 'EXEMPLE-DE-NOM-DE-FAMILLE-EXTREMEMENT-LONG D UNE PERSONNE QUI N EXISTE PAS ET DONT LE NOM DEPASS',
    }),
    snapshotOf({
      ...zoe,
      birthName: 'EXEMPLE-DE-NOM-DE-FAMILLE-EXTREMEMENT-COURT D UNE PERSONNE QUI N EXISTE PAS ET DONT LE NOM DEPAS',
    }),
  ),
});
