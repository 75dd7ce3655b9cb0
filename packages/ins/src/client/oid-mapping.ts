import { INS_OIDS } from '@socle-sante/core';
import { deepFreeze } from '../insi/freeze.js';
import type { InsiSnapshot } from '../insi/snapshot.js';
import type { InsiClientOptions } from './options.js';

/**
 * Replaces the OID of a NIR by the test OID that other test platforms want. What was received stays in `raw`; a NIA keeps
 * its OID, since no test OID exists for it.
 */
export function mapTestOid(snapshot: InsiSnapshot, oid: InsiClientOptions['testOidMapping']): InsiSnapshot {
  if (oid === undefined || snapshot.ins.oid !== INS_OIDS.nir) return snapshot;
  return deepFreeze({ ...snapshot, ins: { ...snapshot.ins, oid } });
}
