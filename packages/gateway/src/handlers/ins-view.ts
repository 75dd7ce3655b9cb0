import { type InsOid, insNature, insOidKind, isInsOid } from '@socle-sante/core/ins-identifier';
import { type MatriculeIns, maskMatricule } from '@socle-sante/core/matricule';
import type { InsView } from '../contract.js';
import type { ReceivedIns } from './ports.js';

/** What a page may show of an INS: masked. An unknown OID reads as production, the most careful of the three. */
export function toInsView(ins: ReceivedIns): InsView {
  const oid: InsOid | undefined = isInsOid(ins.oid) ? ins.oid : undefined;
  return {
    masked: maskMatricule(ins.matricule as MatriculeIns),
    nature: oid === undefined ? 'NIR' : insNature(oid),
    oidKind: oid === undefined ? 'production' : insOidKind(oid),
  };
}
