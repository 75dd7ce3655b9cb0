import type { OperationId } from '../../contract.js';
import type { Operation } from '../context.js';
import { fail } from '../failure.js';
import { exportAudit, listAudit } from './audit.js';
import { getEnvironment, getStatus } from './environment.js';
import { findDuplicates, getHistory, getIdentity, searchIdentities } from './identity-read.js';
import { saveIdentity } from './identity-save.js';
import { transitionIdentity } from './identity-transition.js';
import { acceptIns } from './ins-accept.js';
import { decodeScan, getDatamatrix, viewMatricule } from './ins-datamatrix.js';
import { listVerifications, verifyIns } from './ins-verify.js';
import { readVitale, searchVitale } from './ins-vitale.js';
import { getCapabilities, getSession } from './session.js';

const unavailable = async () => {
  throw fail('gateway.unsupported');
};

/** Every operation that answers once. `ins.search` answers with a stream: see `run-stream.ts`. */
export const operations: { readonly [Id in Exclude<OperationId, 'ins.search' | 'events'>]: Operation<Id> } = {
  'session.get': getSession,
  'session.capabilities': getCapabilities,
  'environment.get': getEnvironment,
  'status.get': getStatus,
  'identity.get': getIdentity,
  'identity.search': searchIdentities,
  'identity.save': saveIdentity,
  'identity.transition': transitionIdentity,
  'identity.history': getHistory,
  'identity.duplicates': findDuplicates,
  'ins.vitale.read': readVitale,
  'ins.searchVitale': searchVitale,
  'ins.accept': acceptIns,
  'ins.verify': verifyIns,
  'ins.verifyList': listVerifications,
  'ins.datamatrix.decode': decodeScan,
  'ins.datamatrix.get': getDatamatrix,
  'ins.matricule.view': viewMatricule,
  'notices.due': unavailable,
  'notices.acknowledge': unavailable,
  'dmp.status': unavailable,
  'dmp.access': unavailable,
  'dmp.authorise': unavailable,
  'dmp.consent.get': unavailable,
  'dmp.consent.set': unavailable,
  'dmp.search': unavailable,
  'dmp.newCounts': unavailable,
  'dmp.document.get': unavailable,
  'dmp.document.rendering': unavailable,
  'dmp.document.bytes': unavailable,
  'dmp.document.integrate': unavailable,
  'dmp.update': unavailable,
  'dmp.authorisations': unavailable,
  'dmp.history': unavailable,
  'dmp.emergency.open': unavailable,
  'dmp.emergency.close': unavailable,
  'dmp.secretConnection': unavailable,
  'dmp.webAccess': unavailable,
  'dmp.webAccess.open': unavailable,
  'record.documents': unavailable,
  'record.remove': unavailable,
  'submission.derive': unavailable,
  'submission.create': unavailable,
  'submission.get': unavailable,
  'submission.list': unavailable,
  'submission.replay': unavailable,
  'submission.cancel': unavailable,
  'submission.hold': unavailable,
  'submission.pause': unavailable,
  'audit.list': listAudit,
  'audit.export': exportAudit,
};
