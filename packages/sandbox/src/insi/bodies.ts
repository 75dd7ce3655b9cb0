import { first, named, type SimElement, textOf } from './element.js';
import { OFFICIAL_FAULTS, Refused, refuse } from './faults.js';
import { COG, DATE_LUNAIRE, fitsProfile, SEXE } from './lexical.js';
import { NS } from './namespaces.js';
import type { InsiMode } from './person.js';
import type { TraitsQuery, VitaleQuery } from './registry.js';
import { RECSANSVITALE, RECVITALE } from './schemas.js';
import { violation } from './structure.js';

/** `sim_lexical`, or in `bas` mode what the test service really answers to names that were not normalised. */
function lexicalRefusal(mode: InsiMode, element: string): Refused {
  return mode === 'bas'
    ? new Refused(OFFICIAL_FAULTS.technicalTraits, 10)
    : refuse('sim_lexical', `${element} hors du profil lexical`);
}

/** Check 10 for WS_INS2: schema, mandatory traits, lexical profile. Several `Prenom` are allowed by the schema and joined. */
export function readTraitsBody(body: SimElement, mode: InsiMode): TraitsQuery & { readonly prenomCount: number } {
  const problem = violation(body, RECSANSVITALE);
  if (problem) throw refuse('sim_body_schema', `RECSANSVITALE : ${problem}`);
  const value = (name: string) => textOf(first(body, NS.traits, name)) ?? '';
  const prenoms = named(body, NS.traits, 'Prenom').map((element) => textOf(element) ?? '');
  const nomNaissance = value('NomNaissance');
  const sexe = value('Sexe');
  const dateNaissance = value('DateNaissance');
  const lieuNaissance = textOf(first(body, NS.traits, 'LieuNaissance'));

  const missing = Object.entries({
    NomNaissance: nomNaissance,
    Prenom: prenoms[0] ?? '',
    Sexe: sexe,
    DateNaissance: dateNaissance,
  }).find(([, text]) => text.trim() === '');
  if (missing) throw refuse('sim_body_missing', `${missing[0]} absent ou vide`);
  if (!fitsProfile(nomNaissance, 'nom')) throw lexicalRefusal(mode, 'NomNaissance');
  if (!prenoms.every((prenom) => fitsProfile(prenom, 'prenom'))) throw lexicalRefusal(mode, 'Prenom');
  if (!SEXE.test(sexe)) throw lexicalRefusal(mode, 'Sexe');
  if (!DATE_LUNAIRE.test(dateNaissance)) throw lexicalRefusal(mode, 'DateNaissance');
  if (lieuNaissance !== undefined && !COG.test(lieuNaissance)) throw lexicalRefusal(mode, 'LieuNaissance');
  return {
    nomNaissance,
    prenom: prenoms.join(' '),
    prenomCount: prenoms.length,
    sexe,
    dateNaissance,
    ...(lieuNaissance === undefined ? {} : { lieuNaissance }),
  };
}

const NIR13 = /^\d{5}(?:\d{2}|2[AB])\d{6}$/;

function matriculeOf(body: SimElement, name: string): string | undefined {
  const element = first(body, NS.vitale, name);
  if (!element) return undefined;
  const number = textOf(first(element, NS.vitale, 'NumIdentifiant'));
  const key = textOf(first(element, NS.vitale, 'Cle'));
  if (number === undefined || !NIR13.test(number)) throw refuse('sim_lexical', `${name}/NumIdentifiant incorrect`);
  if (key !== undefined && !/^\d{2}$/.test(key)) throw refuse('sim_lexical', `${name}/Cle incorrecte`);
  return number;
}

/**
 * Check 10 for WS_INS1. Which elements the real service demands is not known; this one asks for a matricule (of the person or of
 * the *ouvrant droit*) and takes the rest as criteria.
 */
export function readVitaleBody(body: SimElement): Omit<VitaleQuery, 'serial'> {
  const problem = violation(body, RECVITALE);
  if (problem) throw refuse('sim_body_schema', `RECVITALE : ${problem}`);
  const matriculeIndividu = matriculeOf(body, 'MatriculeIndividu');
  const matriculeOd = matriculeOf(body, 'MatriculeOD');
  if (matriculeIndividu === undefined && matriculeOd === undefined) {
    throw refuse('sim_body_missing', 'MatriculeIndividu ou MatriculeOD attendu');
  }
  const nomNaissance = textOf(first(body, NS.vitale, 'NomNaissance'));
  const dateNaissance = textOf(first(body, NS.vitale, 'DateNaissance'));
  const rangNaissance = textOf(first(body, NS.vitale, 'RangNaissance'));
  if (nomNaissance !== undefined && !fitsProfile(nomNaissance, 'nom'))
    throw refuse('sim_lexical', 'NomNaissance hors du profil lexical');
  if (dateNaissance !== undefined && !DATE_LUNAIRE.test(dateNaissance))
    throw refuse('sim_lexical', 'DateNaissance incorrecte');
  if (rangNaissance !== undefined && !/^\d$/.test(rangNaissance))
    throw refuse('sim_lexical', 'RangNaissance incorrect');
  return {
    ...(matriculeIndividu === undefined ? {} : { matriculeIndividu }),
    ...(matriculeOd === undefined ? {} : { matriculeOd }),
    ...(nomNaissance === undefined ? {} : { nomNaissance }),
    ...(dateNaissance === undefined ? {} : { dateNaissance }),
    ...(rangNaissance === undefined ? {} : { rangNaissance }),
  };
}
