// The two request bodies. Sources: INSi_RECSANS_INS.xsd, INSi_RECVITALE_INS.xsd (order; everything optional there).

import { element, type XmlElementNode } from '@socle-sante/wire/xml';
import { NS } from './namespaces.js';

/** The content of `RECSANSVITALE`: what one call of the search by traits sends, already in the lexical profile. */
export interface RecSansVitale {
  readonly nomNaissance: string;
  /** Exactly one per call: the first prénom, another one, or the joined list. */
  readonly prenom: string;
  readonly sexe: 'F' | 'M';
  /** `YYYY-MM-DD`. */
  readonly dateNaissance: string;
  /** COG, 5 characters; only to separate several identities. */
  readonly lieuNaissance?: string;
}

/** A matricule of `RECVITALE`. */
export interface RecVitaleMatricule {
  /** 13 characters. */
  readonly numIdentifiant: string;
  readonly cle: string;
}

/** The content of `RECVITALE`. Which parts are mandatory is not published: everything that the card gives is sent. */
export interface RecVitale {
  /** NIR of the beneficiary, when the card holds it. */
  readonly matriculeIndividu?: RecVitaleMatricule;
  /** NIR of the insured person (« ouvrant droit »). */
  readonly matriculeOD?: RecVitaleMatricule;
  readonly nomNaissance?: string;
  readonly dateNaissance?: string;
  readonly rangNaissance?: string;
}

/** `rs:RECSANSVITALE`. */
export function recSansVitale(input: RecSansVitale): XmlElementNode {
  const field = fields('rs');
  return element(name('rs', 'RECSANSVITALE'), {}, [
    field('NomNaissance', input.nomNaissance),
    field('Prenom', input.prenom),
    field('Sexe', input.sexe),
    field('DateNaissance', input.dateNaissance),
    field('LieuNaissance', input.lieuNaissance),
  ]);
}

/** `rv:RECVITALE`. */
export function recVitale(input: RecVitale): XmlElementNode {
  const field = fields('rv');
  const matricule = (local: string, value: RecVitaleMatricule | undefined): XmlElementNode | undefined =>
    value && element(name('rv', local), {}, [field('NumIdentifiant', value.numIdentifiant), field('Cle', value.cle)]);
  return element(name('rv', 'RECVITALE'), {}, [
    matricule('MatriculeIndividu', input.matriculeIndividu),
    matricule('MatriculeOD', input.matriculeOD),
    field('NomNaissance', input.nomNaissance),
    field('DateNaissance', input.dateNaissance),
    field('RangNaissance', input.rangNaissance),
  ]);
}

function name(prefix: 'rs' | 'rv', local: string) {
  return { prefix, namespace: NS[prefix], local };
}

function fields(prefix: 'rs' | 'rv') {
  return (local: string, text: string | undefined): XmlElementNode | undefined =>
    text === undefined || text === '' ? undefined : element(name(prefix, local), {}, [text]);
}
