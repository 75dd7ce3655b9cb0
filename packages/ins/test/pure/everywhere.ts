import type { IdentityState } from '@socle-sante/core';
import { encodeRecordTarget, recordTargetNode } from '../../src/cda.ts';
import { describeDatamatrix, encodeDatamatrix } from '../../src/datamatrix.ts';
import { encodePatient, encodePatientSearch } from '../../src/fhir.ts';
import { encodePid, encodeZfd } from '../../src/hl7v2.ts';
import { patientMailbox } from '../../src/mailbox.ts';
import {
  encodeVihfResourceId,
  encodeXdsPatient,
  encodeXdsPatientId,
  encodeXdsSourcePatientId,
  encodeXdsSourcePatientInfo,
} from '../../src/xds.ts';
import { IPP } from './support.ts';

type Answer = {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly carriesIns?: boolean;
  readonly findings: readonly unknown[];
};

const local = { localIdentifiers: [IPP] };

/** Every function of the package that writes an identity, with each option that could make it write more. */
export const ENCODERS: Readonly<Record<string, (state: IdentityState) => Answer>> = {
  datamatrix: (state) => encodeDatamatrix(state),
  print: (state) => describeDatamatrix(state),
  pid: (state) => encodePid(state, { ...local, insDate: '20260101', accountNumber: { ...IPP, type: 'AN' } }),
  pidAlone: (state) => encodePid(state),
  zfd: (state) => encodeZfd(state, { insiDateFormat: 'dateTime', smsConsent: true }),
  cda: (state) => encodeRecordTarget(state, { ...local, mailbox: { production: false } }),
  cdaNode: (state) => recordTargetNode(state, { ...local, mailbox: { production: false } }),
  xds: (state) => encodeXdsPatient(state, { localIdentifier: IPP }),
  xdsAlone: (state) => encodeXdsPatient(state),
  xdsPatientId: (state) => encodeXdsPatientId(state),
  xdsSourcePatientId: (state) => encodeXdsSourcePatientId(state, IPP),
  xdsSourcePatientIdAlone: (state) => encodeXdsSourcePatientId(state),
  xdsSourcePatientInfo: (state) => encodeXdsSourcePatientInfo(state),
  vihf: (state) => encodeVihfResourceId(state),
  fhir21: (state) => encodePatient(state, { frCore: '2.1', ...local, history: 'old', mailbox: { production: false } }),
  fhir22: (state) => encodePatient(state, { frCore: '2.2', ...local, history: 'old', mailbox: { production: false } }),
  fhirSearch: (state) => encodePatientSearch(state),
  mailbox: (state) => patientMailbox(state, { production: false }),
};
