import { PERSONAS, type SimulatedPerson } from '@socle-sante/sandbox/insi';
import type { InsiIdentity } from '../handlers/ports.js';

/** An official test identity, by the simulator's own name for it. */
export function personOf(id: string): SimulatedPerson {
  const found = PERSONAS.find((person) => person.id === id);
  if (!found) throw new RangeError('No such test identity.');
  return found;
}

/** What INSi returns of a person. `asked` is the prénom that found it: the list may not start with it. */
export function identityOf(person: SimulatedPerson, asked?: string): InsiIdentity {
  const history = person.cnda?.historique ?? person.historique;
  const list = person.listePrenom;
  const first = list === undefined ? person.prenomsRecherche[0] : firstOf(list, asked);
  return {
    ins: { matricule: `${person.matricule}${person.cle}`, oid: person.oid },
    nomNaissance: person.nomNaissance,
    ...(list === undefined ? {} : { listePrenoms: list }),
    ...(first === undefined ? {} : { premierPrenom: first }),
    ambiguous: false,
    sexe: person.sexe,
    dateNaissance: person.dateNaissance,
    lieuNaissance: person.lieuNaissance,
    history: history.map(({ matricule, cle, oid, dateDeb, dateFin }) => ({
      matricule: `${matricule}${cle}`,
      oid,
      ...(dateDeb === undefined ? {} : { dateDebut: dateDeb }),
      ...(dateFin === undefined ? {} : { dateFin }),
    })),
  };
}

function firstOf(list: string, asked: string | undefined): string | undefined {
  return asked !== undefined && asked !== list && list.startsWith(`${asked} `) ? asked : list.split(' ')[0];
}
