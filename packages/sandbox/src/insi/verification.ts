import type { SimulatedPerson } from './person.js';
import { PERSONAS } from './registry.js';

/**
 * Business behaviour of the verification operations (WS_INS3 to WS_INS5), without any wire: their messages are not public.
 * A table of persons says OK or KO, so that screens and state machines can be built before the official WSDL is at hand.
 */
export interface VerificationRequest {
  /** 15 characters: 13 and the key. */
  readonly matricule: string;
  readonly oid: string;
  readonly nomNaissance: string;
  /** One birth prénom, or the list. */
  readonly prenom: string;
  readonly sexe: string;
  /** `YYYY-MM-DD` */
  readonly dateNaissance: string;
  /** COG; compared only when given. */
  readonly lieuNaissance?: string;
}

export type VerificationVerdict = 'OK' | 'KO';

export type BatchState =
  | { readonly state: 'pending' }
  | { readonly state: 'done'; readonly verdicts: readonly VerificationVerdict[] }
  | { readonly state: 'unknown' };

export interface VerificationTable {
  verifyIns(request: VerificationRequest): Promise<VerificationVerdict>;
  /** Deposits a batch and answers its number at once. */
  submitBatch(requests: readonly VerificationRequest[]): Promise<{ readonly batchId: string }>;
  /** `pending` for the first `pendingFetches` calls, then the verdicts in the order of the deposit. */
  fetchBatch(batchId: string): Promise<BatchState>;
}

export interface VerificationTableOptions {
  /** Default: all the personas. */
  readonly persons?: readonly SimulatedPerson[];
  /** Verdicts that win over the comparison, by 15-character matricule: to rehearse a KO on a person who was OK. */
  readonly verdicts?: Readonly<Record<string, VerificationVerdict>>;
  /** Default 1. */
  readonly pendingFetches?: number;
}

function matches(person: SimulatedPerson, request: VerificationRequest): boolean {
  const same = (a: string, b: string) => a.toUpperCase() === b.toUpperCase();
  const prenoms = [...person.prenomsRecherche, person.listePrenom ?? ''];
  return (
    same(`${person.matricule}${person.cle}`, request.matricule) &&
    person.oid === request.oid &&
    same(person.nomNaissance, request.nomNaissance) &&
    prenoms.some((prenom) => prenom !== '' && same(prenom, request.prenom)) &&
    same(person.sexe, request.sexe) &&
    person.dateNaissance === request.dateNaissance &&
    (request.lieuNaissance === undefined || same(person.lieuNaissance, request.lieuNaissance))
  );
}

export function createVerificationTable(options: VerificationTableOptions = {}): VerificationTable {
  const persons = options.persons ?? PERSONAS;
  const batches = new Map<string, { readonly verdicts: readonly VerificationVerdict[]; pending: number }>();
  const verdict = (request: VerificationRequest): VerificationVerdict =>
    options.verdicts?.[request.matricule] ?? (persons.some((person) => matches(person, request)) ? 'OK' : 'KO');

  return {
    verifyIns: async (request) => verdict(request),
    async submitBatch(requests) {
      const batchId = `sim-lot-${batches.size + 1}`;
      batches.set(batchId, { verdicts: requests.map(verdict), pending: options.pendingFetches ?? 1 });
      return { batchId };
    },
    async fetchBatch(batchId) {
      const batch = batches.get(batchId);
      if (!batch) return { state: 'unknown' };
      if (batch.pending > 0) {
        batch.pending -= 1;
        return { state: 'pending' };
      }
      return { state: 'done', verdicts: batch.verdicts };
    },
  };
}
