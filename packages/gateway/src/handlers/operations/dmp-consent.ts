import type { ConsentEntry } from '../../contract.js';
import { loadRecord, note, type Operation } from '../context.js';
import { closeEmergency } from '../dmp/access-marks.js';
import { consentStore, readConsent } from '../dmp/consent.js';
import { fail } from '../failure.js';

export const getConsent: Operation<'dmp.consent.get'> = async ({ patientRef }, context) => {
  await loadRecord(context, patientRef);
  return readConsent(context, patientRef);
};

export const setConsent: Operation<'dmp.consent.set'> = async ({ patientRef, consultation, feeding }, context) => {
  await loadRecord(context, patientRef);
  const store = consentStore(context);
  if (consultation === 'presumed' && !(await store.careTeam(patientRef, context.session.userRef))) {
    throw fail('gateway.badRequest', { fields: { consultation: 'careTeam' } });
  }
  const entry: ConsentEntry = {
    at: context.at(),
    by: context.session.displayName,
    ...(consultation === undefined ? {} : { consultation }),
    ...(feeding === undefined ? {} : { feeding }),
  };
  await store.add(patientRef, entry);
  if (consultation === 'refused') {
    context.state.consultations.stop(patientRef, fail('gateway.consent', { params: { attribute: 'refused' } }));
    context.state.documents.drop(patientRef);
    await closeEmergency(context, patientRef);
  }
  const consent = await readConsent(context, patientRef);
  context.state.events.publish({ type: 'consent', patientRef, consultation: consent.consultation });
  note(context, {
    ...(consultation === undefined ? {} : { consultation }),
    ...(feeding === undefined ? {} : { feeding }),
  });
  return consent;
};
