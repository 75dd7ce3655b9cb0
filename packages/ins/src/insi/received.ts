// `RESULTAT` as plain data, read by namespace and local name, whatever the prefixes and the order of the children.
// Source: INSi_RESULTAT_INS.xsd; observed answers of 2022-05 and 2022-10.

import { child, children, text, type XmlElement } from '@socle-sante/wire/xml';
import { NS } from './namespaces.js';

/** An `INSACTIF` or `INSHISTO`, as received. */
export interface InsRecu {
  readonly numIdentifiant?: string;
  readonly cle?: string;
  readonly typeMatricule?: string;
  readonly oid?: string;
  readonly dateDeb?: string;
  readonly dateFin?: string;
}

/** `TIQ`, as received. */
export interface TraitsRecus {
  readonly nomNaissance?: string;
  readonly prenom?: string;
  readonly listePrenom?: string;
  readonly sexe?: string;
  readonly dateNaissance?: string;
  readonly lieuNaissance?: string;
}

/** What the service returned, unchanged (EXI REC 08): nothing trimmed, nothing corrected. */
export interface ResultatRecu {
  readonly codeCR?: string;
  readonly libelleCR?: string;
  readonly insActif?: InsRecu;
  readonly insHisto: readonly InsRecu[];
  readonly tiq?: TraitsRecus;
}

/** Reads a `res:RESULTAT` element. Meaning is judged later. */
export function readResultat(resultat: XmlElement): ResultatRecu {
  const cr = child(resultat, NS.res, 'CR');
  const individu = child(resultat, NS.res, 'INDIVIDU');
  const actif = individu && child(individu, NS.res, 'INSACTIF');
  const tiq = individu && child(individu, NS.res, 'TIQ');
  return {
    ...values(cr, { codeCR: 'CodeCR', libelleCR: 'LibelleCR' }),
    ...(actif ? { insActif: readIns(actif) } : {}),
    insHisto: individu ? children(individu, NS.res, 'INSHISTO').map(readIns) : [],
    ...(tiq
      ? {
          tiq: values(tiq, {
            nomNaissance: 'NomNaissance',
            prenom: 'Prenom',
            listePrenom: 'ListePrenom',
            sexe: 'Sexe',
            dateNaissance: 'DateNaissance',
            lieuNaissance: 'LieuNaissance',
          }),
        }
      : {}),
  };
}

/** The elements of `RESULTAT` that may stand once beside each other: all of them but `INSHISTO`. */
const ONCE: ReadonlySet<string> = new Set([
  'CR',
  'CodeCR',
  'LibelleCR',
  'INDIVIDU',
  'INSACTIF',
  'IdIndividu',
  'NumIdentifiant',
  'Cle',
  'TypeMatricule',
  'OID',
  'DateDeb',
  'DateFin',
  'TIQ',
  'NomNaissance',
  'Prenom',
  'ListePrenom',
  'Sexe',
  'DateNaissance',
  'LieuNaissance',
]);

/** True when an element that the schema allows once stands twice: which of the two is meant, nobody can tell. */
export function isEquivocal(element: XmlElement): boolean {
  const inside = element.children.filter((node): node is XmlElement => typeof node !== 'string');
  const names = inside
    .filter(({ namespace, local }) => namespace === NS.res && ONCE.has(local))
    .map(({ local }) => local);
  return new Set(names).size < names.length || inside.some(isEquivocal);
}

function readIns(ins: XmlElement): InsRecu {
  return {
    ...values(child(ins, NS.res, 'IdIndividu'), {
      numIdentifiant: 'NumIdentifiant',
      cle: 'Cle',
      typeMatricule: 'TypeMatricule',
    }),
    ...values(ins, { oid: 'OID', dateDeb: 'DateDeb', dateFin: 'DateFin' }),
  };
}

function values<K extends string>(
  parent: XmlElement | undefined,
  names: Readonly<Record<K, string>>,
): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  if (!parent) return found;
  for (const key of Object.keys(names) as K[]) {
    const element = child(parent, NS.res, names[key]);
    if (element) found[key] = text(element);
  }
  return found;
}
