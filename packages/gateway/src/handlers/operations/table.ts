import type { OperationId } from '../../contract.js';
import type { Operation } from '../context.js';
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

/** Every operation that answers once. `ins.search` answers with a stream: see `run-stream.ts`. */
export const operations: { readonly [Id in Exclude<OperationId, 'ins.search'>]: Operation<Id> } = {
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
  'audit.list': listAudit,
  'audit.export': exportAudit,
};
