import { readFileSync } from 'node:fs';

/** What must never come out of a program: the identifiers and names of the test identities. */
export interface Watchlist {
  /** One entry an identity, in the order of the file, so that a report can name it by number and not by name. */
  readonly people: readonly WatchedPerson[];
  /** NIR of 13 characters, those of histories included, with the number of the person. */
  readonly matricules: ReadonlyMap<string, number>;
}

export interface WatchedPerson {
  readonly nom: string;
  readonly prenoms: readonly string[];
  /** False when the family name is also an ordinary word: then it counts only beside a given name. */
  readonly distinctive: boolean;
}

// Family names of test identities that official texts also use as words.
const ORDINARY_WORDS = new Set(
  (
    'ATTRIBUT BON CONJOINTE CONTESTE CORSE ENCHAINE EXPIRE FERMETURE HALL MELANGE PROROGEE PROVISOIRE RECHERCHE ' +
    'TOME URGENCE'
  ).split(' '),
);

interface PersonaFile {
  readonly insi: readonly Persona[];
  readonly dmp: readonly Persona[];
  readonly cartesVitale: readonly { readonly beneficiaires: readonly (readonly [string, string, number])[] }[];
}

interface Persona {
  readonly nomNaissance: string;
  readonly listePrenom: string | null;
  readonly matricule: string | null;
  readonly historique?: readonly { readonly matricule: string }[];
}

/** Reads the official test identities (`insi/personas.json` of the conformance folder). */
export function readWatchlist(file: string): Watchlist {
  const content = JSON.parse(readFileSync(file, 'utf8')) as PersonaFile;
  const cards = content.cartesVitale
    .flatMap((card) => card.beneficiaires)
    .map(([nomNaissance, listePrenom]) => ({ nomNaissance, listePrenom, matricule: null }));
  return watchlist([...content.insi, ...content.dmp, ...cards]);
}

/** Makes the list from identities. */
export function watchlist(personas: readonly Persona[]): Watchlist {
  const matricules = new Map<string, number>();
  const people = personas.map((persona, number) => {
    for (const matricule of [persona.matricule, ...(persona.historique ?? []).map((past) => past.matricule)]) {
      if (matricule !== null) matricules.set(matricule.toUpperCase(), number);
    }
    const prenoms = (persona.listePrenom ?? '').split(' ').filter((prenom) => prenom !== '');
    return { nom: persona.nomNaissance, prenoms, distinctive: !ORDINARY_WORDS.has(persona.nomNaissance) };
  });
  return { people, matricules };
}
