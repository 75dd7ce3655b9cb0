import { INS_OIDS, type InsIdentifier } from '../src/ins-identifier.js';
import { type MatriculeIns, parseMatricule } from '../src/matricule.js';
import type { TraitsIns, TraitsLocaux } from '../src/strict-traits.js';

/** A matricule that a test knows to be right. */
export function matricule(text: string): MatriculeIns {
  const read = parseMatricule(text);
  if (!read.ok) throw new Error('the fixture is not a matricule');
  return read.value;
}

/** ADRUN ZOE, official test identity. */
export const zoe: InsIdentifier = { matricule: matricule('275126322074974'), oid: INS_OIDS.nir };

/** Another official test identity, NESSI RUTH. */
export const ruth: InsIdentifier = { matricule: matricule('277076322082910'), oid: INS_OIDS.nir };

export const zoeTraits: TraitsIns = {
  nomNaissance: 'ADRUN',
  listePrenoms: 'ZOE',
  premierPrenom: 'ZOE',
  sexe: 'F',
  dateNaissance: '1975-12-31',
  lieuNaissance: '63220',
};

export const zoeLocal: TraitsLocaux = { ...zoeTraits };

export const at = '2026-03-01T09:00:00Z';
