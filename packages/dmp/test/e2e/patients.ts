import { INS_OIDS, parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import type { IdentityState } from '@socle-sante/core/rniv';
import { PERSONAS } from '@socle-sante/sandbox/insi';

/** A persona of the simulator, qualified, with the OID of test identities. */
export function qualified(id: string): IdentityState {
  const person = PERSONAS.find((item) => item.id === id);
  if (person === undefined) throw new Error(`no persona ${id}`);
  const ins = parseInsIdentifier({ matricule: `${person.matricule}${person.cle}`, oid: INS_OIDS.nirTest });
  if (!ins.ok) throw new Error('persona refused');
  const names = person.listePrenom ?? person.prenomsRecherche.join(' ');
  return {
    traits: {
      nomNaissance: person.nomNaissance,
      listePrenoms: names,
      premierPrenom: names.split(' ')[0] ?? names,
      sexe: person.sexe,
      dateNaissance: person.dateNaissance,
      lieuNaissance: person.lieuNaissance ?? '51215',
    },
    ins: ins.value,
    insi: true,
    document: { type: 'CN', date: '2026-01-05', trust: 'high' },
    attributes: [],
    history: [],
  };
}
