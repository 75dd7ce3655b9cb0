import type { OperationId } from '../src/contract.js';
import { demoPatients } from '../src/demo.js';

const patientRef = demoPatients.dominique;

/** One valid body for each operation. */
export const validInputs: Readonly<Record<OperationId, object>> = {
  'session.get': {},
  'session.capabilities': {},
  'environment.get': {},
  'status.get': {},
  'identity.get': { patientRef },
  'identity.search': { birthDate: '1977-07-14' },
  'identity.save': { traits: { birthName: 'EXEMPLE', firstName: 'CAMILLE', sex: 'F', birthDate: '2001-02-03' } },
  'identity.transition': { type: 'setHomonyme', patientRef, version: 3 },
  'identity.history': { patientRef },
  'identity.duplicates': {},
  'ins.search': { patientRef: demoPatients.corse },
  'ins.vitale.read': {},
  'ins.searchVitale': { patientRef: demoPatients.corse, readingRef: 'r-1', beneficiaryIndex: 1 },
  'ins.accept': { patientRef: demoPatients.corse, version: 1, snapshotRef: 's-1', acknowledged: [] },
  'ins.verify': { row: 'v-00001' },
  'ins.verifyList': {},
  'ins.datamatrix.decode': { text: 'IS01' },
  'ins.datamatrix.get': { patientRef },
  'ins.matricule.view': { patientRef },
  'audit.list': {},
  'audit.export': {},
};
