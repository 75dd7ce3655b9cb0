import { INS_OIDS } from '@socle-sante/core/ins-identifier';
import { parseMatricule } from '@socle-sante/core/matricule';
import type { IdentityState } from '@socle-sante/core/rniv';
import { decodeDatamatrix, encodeDatamatrix } from '@socle-sante/ins/datamatrix';
import type { BenchCase } from '../case.js';

/** Official public test identity ADRUN ZOE, qualified. */
function qualified(): IdentityState {
  const matricule = parseMatricule('275126322074974');
  if (!matricule.ok) throw new RangeError('test matricule');
  return {
    traits: {
      nomNaissance: 'ADRUN',
      listePrenoms: 'ZOE',
      premierPrenom: 'ZOE',
      sexe: 'F',
      dateNaissance: '1975-12-31',
      lieuNaissance: '63220',
    },
    ins: { matricule: matricule.value, oid: INS_OIDS.nir },
    insi: true,
    document: { type: 'CN', date: '2026-01-05', trust: 'high' },
    attributes: [],
    history: [],
  };
}

function payload(state: IdentityState): string {
  const encoded = encodeDatamatrix(state);
  if (!encoded.ok) throw new RangeError('test identity refused');
  return encoded.value;
}

export const datamatrixEncode: BenchCase = {
  name: 'ins.datamatrix.encode',
  subject: 'encodeDatamatrix: guard, checks, text',
  reference: 'the same text joined from ready-made parts',
  prepare: () => {
    const state = qualified();
    const parts = payload(state).split('\u001d');
    return { subject: () => encodeDatamatrix(state), reference: () => parts.join('\u001d') };
  },
};

export const datamatrixDecode: BenchCase = {
  name: 'ins.datamatrix.decode',
  subject: 'decodeDatamatrix: blocks, key, OID, names, date',
  reference: 'the same text cut at its separators',
  prepare: () => {
    const text = payload(qualified());
    return { subject: () => decodeDatamatrix(text), reference: () => text.split('\u001d') };
  },
};
