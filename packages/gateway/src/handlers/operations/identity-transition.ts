import { type IdentityEvent, transition } from '@socle-sante/core/rniv';
import type { IdentityTransitionInput, SiteView } from '../../contract.js';
import { dayInFrance } from '../calendar.js';
import { commit, identityDocuments, loadVersion, note, type Operation, patientFor } from '../context.js';
import { fail } from '../failure.js';
import type { CheckedDocument, IdentityRecord } from '../ports.js';
import { withChange } from '../views.js';
import { effectsOf, refuseTransition } from './effects.js';

export const transitionIdentity: Operation<'identity.transition'> = async (input, context) => {
  const action = `identity.${input.type}` as const;
  const decision = await context.authorize({ operation: 'identity.transition', action, patientRef: input.patientRef });
  if (!decision.allowed)
    throw fail('gateway.forbidden', decision.reason === undefined ? {} : { reason: decision.reason });
  note(context, { event: input.type });
  const record = await loadVersion(context, input.patientRef, input.version);
  const site = await context.site();
  const at = context.at();
  const today = dayInFrance(context.now());
  if (input.type === 'documentChecked') checkDocument(input.document, site, today);
  const done = transition(record.state, eventOf(input, at), { documents: identityDocuments(site) });
  if (!done.ok) throw refuseTransition(done.findings);
  const changed = withChange(record, done.state, { at, by: context.session.displayName, event: input.type });
  const next = withDocument(changed, input, { checkedOn: today, by: context.session.displayName });
  await commit(context, next, record.version);
  return { patient: await patientFor(context, next), effects: effectsOf(record.state, done) };
};

function eventOf(input: IdentityTransitionInput, at: string): IdentityEvent {
  if (input.type !== 'documentChecked') return { type: input.type, at };
  const { type, expiresOn } = input.document;
  return {
    type: 'documentChecked',
    at,
    coherent: input.coherent,
    document: { type, ...(expiresOn === undefined ? {} : { expiry: expiresOn }) },
  };
}

/** A document that is out of date, unknown to the site, or that proves nothing alone, is refused before the state machine. */
function checkDocument(
  document: { type: string; expiresOn?: string; companion?: string },
  site: SiteView,
  today: string,
): void {
  const type = site.documentTypes.find(({ code }) => code === document.type);
  const refuse = (field: string, rule: string) =>
    fail('gateway.badRequest', { fields: { [`document.${field}`]: rule } });
  if (!type) throw refuse('type', 'document.unknown');
  if (document.expiresOn !== undefined && document.expiresOn < today) throw refuse('expiresOn', 'document.expired');
  if (type.companions !== undefined && !type.companions.includes(document.companion ?? ''))
    throw refuse('companion', 'document.companion');
}

/** The document beside the state: who checked it, until when it is valid. */
function withDocument(
  record: IdentityRecord,
  input: IdentityTransitionInput,
  check: { readonly checkedOn: string; readonly by: string },
): IdentityRecord {
  if (input.type !== 'documentChecked') return record;
  const { type, expiresOn, companion } = input.document;
  const document: CheckedDocument = {
    type,
    ...check,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(companion === undefined ? {} : { companion }),
  };
  return { ...record, document };
}
