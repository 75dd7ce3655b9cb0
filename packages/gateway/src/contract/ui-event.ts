/** What a component tells of the user's gestures. A closed list: no free text, no identity, no title. */
export type SocleUiEventName =
  | 'audit.exported'
  | 'component.failed'
  | 'deposit.held'
  | 'deposit.prepared'
  | 'deposit.released'
  | 'deposit.submitted'
  | 'dmp.access.opened'
  | 'dmp.authorised'
  | 'dmp.consent.changed'
  | 'dmp.document.integrated'
  | 'dmp.document.opened'
  | 'dmp.document.printed'
  | 'dmp.document.updated'
  | 'dmp.emergency.opened'
  | 'dmp.history.opened'
  | 'dmp.newDocuments.opened'
  | 'dmp.searched'
  | 'dmp.secretConnection.changed'
  | 'dmp.status.shown'
  | 'dmp.web.opened'
  | 'error.referenceCopied'
  | 'error.retried'
  | 'file.accepted'
  | 'file.refused'
  | 'finding.located'
  | 'finding.opened'
  | 'identity.changed'
  | 'identity.created'
  | 'identity.documentCaptured'
  | 'identity.opened'
  | 'identity.searched'
  | 'identity.transition'
  | 'ins.accepted'
  | 'ins.datamatrix.scanned'
  | 'ins.datamatrix.shown'
  | 'ins.matricule.copied'
  | 'ins.matricule.viewed'
  | 'ins.rejected'
  | 'ins.search.cancelled'
  | 'ins.search.finished'
  | 'ins.search.started'
  | 'ins.verified'
  | 'ins.vitale.changed'
  | 'ins.vitale.read'
  | 'notice.acknowledged'
  | 'print.requested'
  | 'queue.cancelled'
  | 'queue.exported'
  | 'queue.paused'
  | 'queue.replayed'
  | 'record.documentRemoved'
  | 'session.expired';

/** One gesture, redacted: for audit, telemetry and tests. */
export interface SocleUiEvent {
  readonly name: SocleUiEventName;
  /** Name of the component: `InsSearchForm`. */
  readonly component: string;
  /** ISO instant. */
  readonly at: string;
  readonly outcome: 'success' | 'refused' | 'failed' | 'cancelled';
  readonly durationMs?: number;
  readonly officialCode?: string;
  readonly messageId?: string;
  readonly count?: number;
  /** Names of the fields, never their values. */
  readonly fields?: readonly string[];
}
