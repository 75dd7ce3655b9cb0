/** What a component tells of the user's gestures. A closed list: no free text, no identity, no title. */
export type SocleUiEventName =
  | 'audit.exported'
  | 'component.failed'
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
  | 'print.requested'
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
