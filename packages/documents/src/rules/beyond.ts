import { checkActors } from './beyond/actors.js';
import { checkBody } from './beyond/body.js';
import { checkCodes } from './beyond/codes.js';
import type { Beyond } from './beyond/context.js';
import { checkDocument } from './beyond/document.js';
import { checkPatient } from './beyond/patient.js';
import { checkReferences } from './beyond/references.js';

/** What the official rules let pass, and a document must not hold: in general, in the DMP, in production. */
export function checkBeyond(beyond: Beyond): void {
  checkDocument(beyond);
  checkCodes(beyond);
  checkPatient(beyond);
  checkActors(beyond);
  checkBody(beyond);
  checkReferences(beyond);
}
