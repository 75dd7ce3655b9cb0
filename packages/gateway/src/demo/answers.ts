import type { InsiIdentity } from '../handlers/ports.js';
import { identityOf, personOf } from './people.js';
import type { DemoAnswer } from './settings.js';

/** What a scenario makes of an identity that was found. */
export function distort(identity: InsiIdentity, answer: DemoAnswer): InsiIdentity {
  const { listePrenoms: _list, lieuNaissance: _place, ...bare } = identity;
  switch (answer) {
    case 'asIs':
      return identity;
    case 'differs':
      return {
        ...identity,
        sexe: identity.sexe === 'F' ? 'M' : 'F',
        dateNaissance: nextDay(identity.dateNaissance),
        lieuNaissance: '69123',
      };
    case 'partial':
      return bare;
    case 'nia':
      return { ...identity, ins: identityOf(personOf('provisoire-matricule')).ins };
    case 'histories':
      return { ...identity, history: identityOf(personOf('ecetinsi-pierre-alain')).history };
    case 'incompleteDate':
      return { ...identity, dateNaissance: `${identity.dateNaissance.slice(0, 4)}-00-00` };
  }
}

function nextDay(date: string): string {
  const day = Number(date.slice(8)) % 28;
  return `${date.slice(0, 8)}${String(day + 1).padStart(2, '0')}`;
}
