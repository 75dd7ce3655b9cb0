import type { OperationId } from '../../contract.js';
import type { Operation } from '../context.js';
import { exportAudit, listAudit } from './audit.js';
import {
  authoriseDmp,
  closeEmergencyAccess,
  getDmpAccess,
  getDmpHistory,
  getDmpStatus,
  listAuthorisations,
  makeWebTicket,
  openEmergencyAccess,
  switchSecretConnection,
} from './dmp-access.js';
import { getConsent, setConsent } from './dmp-consent.js';
import { downloadDocument, getDocument, integrateDocument, renderDocument } from './dmp-document.js';
import { countNew, searchDmp } from './dmp-search.js';
import { updateDocument } from './dmp-update.js';
import { getEnvironment, getStatus } from './environment.js';
import { findDuplicates, getHistory, getIdentity, searchIdentities } from './identity-read.js';
import { saveIdentity } from './identity-save.js';
import { transitionIdentity } from './identity-transition.js';
import { acceptIns } from './ins-accept.js';
import { decodeScan, getDatamatrix, viewMatricule } from './ins-datamatrix.js';
import { listVerifications, verifyIns } from './ins-verify.js';
import { readVitale, searchVitale } from './ins-vitale.js';
import { acknowledgeNotice, dueNotices } from './notices.js';
import { listRecordDocuments, removeFromRecord } from './record.js';
import { getCapabilities, getSession } from './session.js';
import {
  cancelSubmission,
  createSubmission,
  getSubmission,
  holdDocument,
  listSubmissions,
  pauseSubmissions,
  replaySubmissions,
} from './submission.js';
import { deriveSubmission, previewSubmission } from './submission-derive.js';

/** Every operation that answers once, with data. `ins.search` and `events` answer with a stream, `dmp.webAccess.open` with a redirection. */
export const operations: {
  readonly [Id in Exclude<OperationId, 'ins.search' | 'events' | 'dmp.webAccess.open'>]: Operation<Id>;
} = {
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
  'notices.due': dueNotices,
  'notices.acknowledge': acknowledgeNotice,
  'dmp.status': getDmpStatus,
  'dmp.access': getDmpAccess,
  'dmp.authorise': authoriseDmp,
  'dmp.consent.get': getConsent,
  'dmp.consent.set': setConsent,
  'dmp.search': searchDmp,
  'dmp.newCounts': countNew,
  'dmp.document.get': getDocument,
  'dmp.document.rendering': renderDocument,
  'dmp.document.bytes': downloadDocument,
  'dmp.document.integrate': integrateDocument,
  'dmp.update': updateDocument,
  'dmp.authorisations': listAuthorisations,
  'dmp.history': getDmpHistory,
  'dmp.emergency.open': openEmergencyAccess,
  'dmp.emergency.close': closeEmergencyAccess,
  'dmp.secretConnection': switchSecretConnection,
  'dmp.webAccess': makeWebTicket,
  'record.documents': listRecordDocuments,
  'record.remove': removeFromRecord,
  'submission.derive': deriveSubmission,
  'submission.preview': previewSubmission,
  'submission.create': createSubmission,
  'submission.get': getSubmission,
  'submission.list': listSubmissions,
  'submission.replay': replaySubmissions,
  'submission.cancel': cancelSubmission,
  'submission.hold': holdDocument,
  'submission.pause': pauseSubmissions,
  'audit.list': listAudit,
  'audit.export': exportAudit,
};
