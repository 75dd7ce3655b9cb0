import type { InsiClient, InsiSearchResult, InsiSnapshot } from '@socle-sante/ins';
import type { InsiIdentity } from '../handlers/ports.js';
import type { InsiService, InsiServiceResult } from '../handlers/services.js';

/** INSi by traits over the real client. */
export function insiService(client: Pick<InsiClient, 'searchByTraits'>): InsiService {
  return {
    async searchByTraits({ state, listePrenoms, ...traits }, { signal, operator, onAttempt }) {
      const result = await client.searchByTraits({
        traits: { ...traits, prenoms: listePrenoms },
        state,
        signal,
        operator,
        ...(onAttempt === undefined ? {} : { onAttempt }),
      });
      return toServiceResult(result);
    },
  };
}

/** The client's result in the words of the handlers. */
export function toServiceResult(result: InsiSearchResult): InsiServiceResult {
  switch (result.outcome) {
    case 'found': {
      const { identity } = result;
      return { outcome: 'found', identity: toIdentity(identity), messageId: identity.messageId, at: identity.at };
    }
    case 'notFound':
      return { outcome: 'notFound', ...(result.hint === undefined ? {} : { hint: result.hint }) };
    case 'multiple':
      return { outcome: 'multiple', next: result.next };
  }
}

function toIdentity(snapshot: InsiSnapshot): InsiIdentity {
  const { traits, ins } = snapshot;
  return {
    ins: { matricule: ins.matricule, oid: ins.oid },
    nomNaissance: traits.nomNaissance,
    listePrenoms: traits.listePrenoms,
    premierPrenom: traits.premierPrenom,
    ambiguous: traits.ambiguous,
    sexe: traits.sexe,
    dateNaissance: traits.dateNaissance.raw,
    ...(traits.lieuNaissance === undefined ? {} : { lieuNaissance: traits.lieuNaissance }),
    history: snapshot.history.map(({ matricule, oid, dateDebut, dateFin }) => ({
      matricule,
      oid,
      ...(dateDebut === undefined ? {} : { dateDebut }),
      ...(dateFin === undefined ? {} : { dateFin }),
    })),
    raw: snapshot.raw,
  };
}
