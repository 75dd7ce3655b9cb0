import type { DmpAccess } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import { dmpAccessPanelStates as access } from '../DmpAccessPanel/DmpAccessPanel.states.js';

/** What the server may say of the emergency access. */
export const brisDeGlaceDialogStates = defineStates<DmpAccess>()({
  offered: { ...access.notAuthorised, emergency: { allowed: true } },
  opposed: { ...access.notAuthorised, emergency: { allowed: false, reason: 'opposed' } },
  refused: { ...access.notAuthorised, emergency: { allowed: false, reason: 'refused' } },
  normalAccess: { ...access.ready, emergency: { allowed: false, reason: 'normalAccess' } },
  blocked: { ...access.blocked, emergency: { allowed: false, reason: 'blocked' } },
  running: { ...access.emergency, emergency: { allowed: true, openSince: '2026-11-21T08:42:00Z' } },
});
