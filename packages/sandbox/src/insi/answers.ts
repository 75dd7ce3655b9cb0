import type { FaultSpec } from './faults.js';
import { NS } from './namespaces.js';
import type { SimulatedHistory, SimulatedPerson } from './person.js';

/** Text for element content and for attribute values in double quotes. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? '&#13;');
}

/**
 * How the answer is spelt. `live`: the service since October 2022. `cnda`: the files that the CNDA hands out.
 * `recsans`: the service before October 2022 and the GIE samples (default namespace of the request, `ns2` for the result).
 */
export type AnswerStyle = 'live' | 'cnda' | 'recsans';

interface StyleParts {
  readonly body: string;
  readonly bodyNamespaces: string;
  readonly prefix: string;
  readonly rootNamespaces: string;
}

const STYLES: Readonly<Record<AnswerStyle, StyleParts>> = {
  live: {
    body: 'env',
    bodyNamespaces: ` xmlns:S="${NS.soap}" xmlns:env="${NS.soap}"`,
    prefix: '',
    rootNamespaces: ` xmlns="${NS.resultat}" xmlns:ns0="${NS.vitale}" xmlns:ns1="${NS.traits}"`,
  },
  cnda: {
    body: 'S',
    bodyNamespaces: ` xmlns:S="${NS.soap}"`,
    prefix: '',
    rootNamespaces: ` xmlns:ns3="${NS.vitale}" xmlns:ns2="${NS.traits}" xmlns="${NS.resultat}"`,
  },
  recsans: {
    body: 'env',
    bodyNamespaces: ` xmlns:S="${NS.soap}" xmlns:env="${NS.soap}"`,
    prefix: 'ns2:',
    rootNamespaces: ` xmlns:ns3="${NS.vitale}" xmlns:ns2="${NS.resultat}" xmlns="${NS.traits}"`,
  },
};

/** A person as one answer shows them; scenarios alter it before it is written. */
interface AnswerIndividual {
  readonly actif: AnswerIns;
  readonly historique: readonly AnswerIns[];
  readonly nomNaissance: string;
  readonly prenom?: string;
  /** Absent: no element. Empty: an empty element. */
  readonly listePrenom?: string;
  readonly sexe: string;
  readonly dateNaissance: string;
  readonly lieuNaissance: string;
}

type AnswerIns = SimulatedHistory & { readonly typeMatricule?: string };

export interface ResultAnswer {
  readonly code: string;
  readonly libelle: string;
  readonly individual?: AnswerIndividual;
}

export const LIBELLES: Readonly<Record<'00' | '01' | '02', string>> = {
  '00': 'OK',
  '01': 'Aucune identite trouvee',
  '02': 'Plusieurs identites trouvees',
};

/** What the service tells of a person: since October 2022 no `Prenom` beside the list; the CNDA's files still have it. */
export function individualOf(person: SimulatedPerson, canned: boolean): AnswerIndividual {
  const premier = person.prenomsRecherche[0];
  const withPrenom = premier !== undefined && (canned || person.listePrenom === undefined);
  return {
    actif: { matricule: person.matricule, cle: person.cle, oid: person.oid },
    historique: canned && person.cnda ? person.cnda.historique : person.historique,
    nomNaissance: person.nomNaissance,
    ...(withPrenom ? { prenom: premier } : {}),
    ...(person.listePrenom === undefined ? {} : { listePrenom: person.listePrenom }),
    sexe: person.sexe,
    dateNaissance: person.dateNaissance,
    lieuNaissance: person.lieuNaissance,
  };
}

/** The whole answer, in the order of INSi_RESULTAT_INS.xsd. */
export function writeResult(answer: ResultAnswer, style: AnswerStyle): string {
  const { prefix, body, bodyNamespaces, rootNamespaces } = STYLES[style];
  const el = (name: string, content: string) => `<${prefix}${name}>${content}</${prefix}${name}>`;
  const leaf = (name: string, value: string | undefined) => (value === undefined ? '' : el(name, escapeXml(value)));
  const ins = (name: string, value: AnswerIns) =>
    el(
      name,
      el(
        'IdIndividu',
        leaf('NumIdentifiant', value.matricule) + leaf('Cle', value.cle) + leaf('TypeMatricule', value.typeMatricule),
      ) +
        leaf('OID', value.oid) +
        leaf('DateDeb', value.dateDeb) +
        leaf('DateFin', value.dateFin),
    );
  const who = answer.individual;
  const individu = who
    ? el(
        'INDIVIDU',
        ins('INSACTIF', who.actif) +
          who.historique.map((entry) => ins('INSHISTO', entry)).join('') +
          el(
            'TIQ',
            leaf('NomNaissance', who.nomNaissance) +
              leaf('Prenom', who.prenom) +
              leaf('ListePrenom', who.listePrenom) +
              leaf('Sexe', who.sexe) +
              leaf('DateNaissance', who.dateNaissance) +
              leaf('LieuNaissance', who.lieuNaissance),
          ),
      )
    : '';
  const compteRendu = el('CR', leaf('CodeCR', answer.code) + leaf('LibelleCR', answer.libelle));
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${NS.soap}"><${body}:Body${bodyNamespaces}>` +
    `<${prefix}RESULTAT${rootNamespaces}>${compteRendu}${individu}</${prefix}RESULTAT></${body}:Body></soap:Envelope>`
  );
}

/** `soap` and French is how faults look today, `S` and `en` how they looked before 2022. */
export interface FaultStyle {
  readonly prefix: 'soap' | 'S';
  readonly lang: 'fr' | 'en';
  readonly withMessageId: boolean;
}

export const CURRENT_FAULT_STYLE: FaultStyle = { prefix: 'soap', lang: 'fr', withMessageId: true };

/** A fault, with the service's habit of another prefix on Body and a subcode spelt with the envelope's. */
export function writeFault(fault: FaultSpec, messageId: string | undefined, style: FaultStyle): string {
  const p = style.prefix;
  const declared = p === 'S' ? ` xmlns:S="${NS.soap}"` : '';
  const id = style.withMessageId && messageId !== undefined ? ` messageID="${escapeXml(messageId)}"` : '';
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${NS.soap}"><env:Body${declared} xmlns:env="${NS.soap}">` +
    `<${p}:Fault><${p}:Code><${p}:Value>${p}:${fault.role}</${p}:Value>` +
    `<${p}:Subcode><${p}:Value>${p}:${fault.subcode}</${p}:Value></${p}:Subcode></${p}:Code>` +
    `<${p}:Reason><${p}:Text xml:lang="${style.lang}">${escapeXml(fault.reason)}</${p}:Text></${p}:Reason>` +
    `<${p}:Detail><siram:Erreur xmlns:siram="${NS.siram}" code="${escapeXml(fault.code)}"${id} severite="${fault.severite}">` +
    `${escapeXml(fault.detail)}</siram:Erreur></${p}:Detail></${p}:Fault></env:Body></soap:Envelope>`
  );
}
