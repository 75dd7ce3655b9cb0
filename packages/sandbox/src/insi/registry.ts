import { SocleArgumentError } from '@socle-sante/core/error';
import type { InsiMode, SimulatedPerson } from './person.js';
import { CNDA_NOT_FOUND, INSI_PERSONAS } from './personas.js';
import { DMP_PERSONAS } from './personas-dmp.js';
import { normaliseSerial, VIRTUAL_VITALE_CARDS, type VirtualVitaleCard } from './vitale-cards.js';

/** What a WS_INS2 call asks: one prénom, or the whole list separated by spaces. */
export interface TraitsQuery {
  readonly nomNaissance: string;
  readonly prenom: string;
  readonly sexe: string;
  /** `YYYY-MM-DD` */
  readonly dateNaissance: string;
  /** COG; filters only when given. */
  readonly lieuNaissance?: string;
}

/** What a WS_INS1 call asks, once the card is known by the serial number of the Vitale assertion. */
export interface VitaleQuery {
  readonly serial: string;
  readonly matriculeIndividu?: string;
  readonly matriculeOd?: string;
  readonly nomNaissance?: string;
  readonly dateNaissance?: string;
  readonly rangNaissance?: string;
}

/** Business outcome: a CodeCR, or one of the two technical faults that the test base gives for unknown persons. */
export type LookupResult =
  | { readonly kind: 'cr'; readonly code: '00'; readonly person: SimulatedPerson; readonly canned: boolean }
  | { readonly kind: 'cr'; readonly code: '01' | '02'; readonly canned: boolean }
  | { readonly kind: 'fault'; readonly code: 'insi_101' | 'insi_102' };

export interface InsiRegistryOptions {
  /** Default `bas`. */
  readonly mode?: InsiMode;
  /** Persons added by the vendor; refused unless `allowCustomPersons`. */
  readonly persons?: readonly SimulatedPerson[];
  readonly allowCustomPersons?: boolean;
}

export interface InsiRegistry {
  readonly mode: InsiMode;
  readonly persons: readonly SimulatedPerson[];
  readonly cards: readonly VirtualVitaleCard[];
  /**
   * Simulated matching rule (the real algorithm is not published): equality, after upper-casing, of name, sex and date,
   * and of the prénom with one registered prénom or the list. The place filters only when sent. Several persons: 02.
   */
  lookup(query: TraitsQuery): LookupResult;
  /** Beneficiaries of the card that fit every criterion sent. */
  lookupVitale(query: VitaleQuery): LookupResult;
}

/** All the built-in persons: INSi test identities first, then the DMP test set. */
export const PERSONAS: readonly SimulatedPerson[] = [...INSI_PERSONAS, ...DMP_PERSONAS];

const fold = (text: string) => text.toUpperCase();

function refuseCustom(persons: readonly SimulatedPerson[]): void {
  const known = new Set(PERSONAS.map((person) => person.matricule));
  if (persons.some((person) => !known.has(person.matricule))) {
    throw new SocleArgumentError({
      code: 'sandbox.customPerson',
      service: 'sandbox',
      message:
        'The simulator holds official test identities only. Set allowCustomPersons: true to add invented persons; never add real ones.',
    });
  }
}

/** A simulated national base; holds no state between calls. */
export function createInsiRegistry(options: InsiRegistryOptions = {}): InsiRegistry {
  const mode = options.mode ?? 'bas';
  const added = options.persons ?? [];
  if (!options.allowCustomPersons) refuseCustom(added);
  const replaced = new Set(added.map((person) => person.id));
  const persons = [...PERSONAS.filter((person) => !replaced.has(person.id)), ...added];
  const known = persons.filter((person) => person.knownIn === undefined || person.knownIn.includes(mode));
  const byId = new Map(known.map((person) => [person.id, person]));

  const conclude = (matches: readonly SimulatedPerson[], unknown: LookupResult): LookupResult => {
    const [person, second] = matches;
    if (!person) return unknown;
    if (second) return { kind: 'cr', code: '02', canned: false };
    return { kind: 'cr', code: '00', person, canned: mode === 'cnda' && person.cnda !== undefined };
  };

  return {
    mode,
    persons,
    cards: VIRTUAL_VITALE_CARDS,
    lookup(query) {
      const nom = fold(query.nomNaissance);
      const prenom = fold(query.prenom);
      const sexe = fold(query.sexe);
      const lieu = query.lieuNaissance === undefined ? undefined : fold(query.lieuNaissance);
      const matches = known.filter(
        (person) =>
          fold(person.nomNaissance) === nom &&
          person.sexe === sexe &&
          person.dateNaissance === query.dateNaissance &&
          [...person.prenomsRecherche, person.listePrenom ?? ''].some(
            (known) => known !== '' && fold(known) === prenom,
          ) &&
          (lieu === undefined || person.lieuNaissance === lieu),
      );
      const canned =
        mode === 'cnda' &&
        CNDA_NOT_FOUND.some((row) => row.nomNaissance === nom && row.prenom === prenom && row.sexe === sexe);
      const notFound = { kind: 'cr', code: '01', canned } as const;
      return conclude(matches, mode === 'prod' || canned ? notFound : { kind: 'fault', code: 'insi_102' });
    },
    lookupVitale(query) {
      const notFound =
        mode === 'prod'
          ? ({ kind: 'cr', code: '01', canned: false } as const)
          : ({ kind: 'fault', code: 'insi_101' } as const);
      const card = VIRTUAL_VITALE_CARDS.find(({ serial }) => serial === normaliseSerial(query.serial));
      if (!card || (query.matriculeOd !== undefined && query.matriculeOd !== card.assure.nir)) return notFound;
      const matches = card.beneficiaries
        .filter(
          (beneficiary) =>
            (query.dateNaissance === undefined || beneficiary.dateNaissance === query.dateNaissance) &&
            (query.rangNaissance === undefined || beneficiary.rangNaissance === Number(query.rangNaissance)),
        )
        .flatMap(({ personId }) => byId.get(personId) ?? [])
        .filter(
          (person) =>
            (query.matriculeIndividu === undefined || person.matricule === query.matriculeIndividu) &&
            (query.nomNaissance === undefined || fold(query.nomNaissance) === person.nomNaissance),
        );
      return conclude(matches, notFound);
    },
  };
}
