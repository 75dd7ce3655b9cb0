// From what was received to what may be used: tolerant on form, strict on meaning. An identity that cannot be trusted
// whole is refused whole.

import {
  checkFirstGivenName,
  computeMatriculeKey,
  type DateLunaire,
  type Finding,
  finding,
  type InsIdentifier,
  namesEquivalent,
  parseDateLunaire,
  parseInsIdentifier,
  type Sexe,
  type TraitsIns,
  under,
  validateInsIdentifier,
} from '@socle-sante/core';
import { type InsiErrorCode, InsiProtocolError } from './errors.js';
import type { InsiAnswerContext } from './fault.js';
import { deepFreeze } from './freeze.js';
import type { InsRecu, ResultatRecu, TraitsRecus } from './received.js';

/** The strict traits that INSi returned, and the first prénom that follows from them. */
export interface InsiTraits {
  readonly nomNaissance: string;
  /** Prénoms of the birth certificate in order, as received; empty when the service gave none. */
  readonly listePrenoms: string;
  /** Beginning of the list that matches the prénom asked; a proposal only when {@link ambiguous}. */
  readonly premierPrenom: string;
  /** True when the user must confirm the first prénom. */
  readonly ambiguous: boolean;
  readonly sexe: Sexe;
  readonly dateNaissance: DateLunaire;
  /** COG as received. */
  readonly lieuNaissance?: string;
}

/** A former matricule. Kept and shown, never used: its key may even be wrong. */
export interface InsiHistoryEntry {
  /** 15 characters; the key is computed when the service gave none. */
  readonly matricule: string;
  readonly oid: string;
  /** As received; may be later than {@link dateFin}. */
  readonly dateDebut?: string;
  readonly dateFin?: string;
  readonly findings: readonly Finding[];
}

/** An identity as INSi returned it, at one moment. Deeply frozen: store it as it is (EXI REC 08). */
export interface InsiSnapshot {
  readonly ins: InsIdentifier;
  readonly traits: InsiTraits;
  readonly history: readonly InsiHistoryEntry[];
  readonly raw: ResultatRecu;
  readonly findings: readonly Finding[];
  /** MessageID of the call that gave it. */
  readonly messageId: string;
  /** When it was received, ISO 8601 UTC. */
  readonly at: string;
}

/**
 * The identity of a `RESULTAT` whose CodeCR is 00.
 * @throws InsiProtocolError when the identity is absent or cannot be trusted: key, OID, missing or impossible trait.
 */
export function toSnapshot(received: ResultatRecu, context: InsiAnswerContext): InsiSnapshot {
  const { insActif, tiq } = received;
  if (!insActif || !tiq)
    throw refusal('insi.protocol.missingIndividual', context, 'CodeCR 00 without a whole INDIVIDU.');
  const findings: Finding[] = [];
  const ins = activeIns(insActif, context, findings);
  const traits = strictTraits(tiq, context, findings);
  findings.push(...differencesWithAsked(traits, context));
  const history = received.insHisto.map((entry, index) => {
    const read = historyEntry(entry, ins);
    findings.push(...under(['history', index], historyRemarks(read)));
    return read;
  });
  return deepFreeze({
    ins,
    traits,
    history,
    raw: received,
    findings,
    messageId: context.messageId ?? '',
    at: (context.at ?? new Date(0)).toISOString(),
  });
}

/** The traits of a snapshot in the shape of the core package, to compare or to store. */
export function snapshotTraits(snapshot: InsiSnapshot): TraitsIns {
  const { ambiguous: _ambiguous, dateNaissance, ...traits } = snapshot.traits;
  return { ...traits, dateNaissance: dateNaissance.raw };
}

function activeIns(received: InsRecu, context: InsiAnswerContext, findings: Finding[]): InsIdentifier {
  const num = clean(received.numIdentifiant).toUpperCase();
  const given = clean(received.cle);
  const expected = computeMatriculeKey(num);
  if (expected === '')
    throw refusal('insi.protocol.matricule', context, 'The matricule does not have the form of a NIR.');
  if (given === '') findings.push(finding('insi.cle.absente', 'info', ['ins', 'matricule']));
  else if (given !== expected) {
    throw refusal('insi.protocol.matriculeKey', context, 'The key of the matricule is wrong.', [
      finding('ins.matricule.key', 'error', ['ins', 'matricule'], { expected, found: given.slice(0, 2) }),
    ]);
  }
  const identifier = { matricule: num + expected, oid: clean(received.oid) };
  const parsed = parseInsIdentifier(identifier, { production: context.production !== false });
  if (!parsed.ok)
    throw refusal('insi.protocol.oid', context, 'The OID is not one that INSi may answer.', parsed.findings);
  findings.push(...under(['ins'], parsed.findings));
  return parsed.value;
}

function strictTraits(tiq: TraitsRecus, context: InsiAnswerContext, findings: Finding[]): InsiTraits {
  const nomNaissance = clean(tiq.nomNaissance);
  const sexe = clean(tiq.sexe);
  const date = parseDateLunaire(clean(tiq.dateNaissance));
  if (nomNaissance === '' || (sexe !== 'F' && sexe !== 'M') || !date.ok) {
    throw refusal('insi.protocol.traits', context, 'A mandatory trait is absent or impossible.', [
      ...(nomNaissance === '' ? [finding('insi.trait.absent', 'error', ['traits', 'nomNaissance'])] : []),
      ...(sexe === 'F' || sexe === 'M' ? [] : [finding('insi.trait.absent', 'error', ['traits', 'sexe'])]),
      ...(date.ok ? [] : [finding('insi.trait.absent', 'error', ['traits', 'dateNaissance'])]),
    ]);
  }
  findings.push(...under(['traits', 'dateNaissance'], date.findings));
  const lieuNaissance = clean(tiq.lieuNaissance);
  if (lieuNaissance === '') findings.push(finding('insi.lieu.absent', 'info', ['traits', 'lieuNaissance']));
  return {
    nomNaissance,
    ...givenNames(tiq, context, findings),
    sexe,
    dateNaissance: date.value,
    ...(lieuNaissance === '' ? {} : { lieuNaissance }),
  };
}

/** INSi matches on these three: another value back is no proof of an error, but nobody may miss it. */
function differencesWithAsked(traits: InsiTraits, { asked }: InsiAnswerContext): Finding[] {
  if (!asked) return [];
  const same = {
    nomNaissance: asked.nomNaissance === undefined || namesEquivalent(asked.nomNaissance, traits.nomNaissance),
    sexe: asked.sexe === undefined || asked.sexe === traits.sexe,
    dateNaissance: asked.dateNaissance === undefined || asked.dateNaissance === traits.dateNaissance.raw,
  };
  return (['nomNaissance', 'sexe', 'dateNaissance'] as const)
    .filter((field) => !same[field])
    .map((field) => finding('insi.ecart', 'warning', ['traits', field], { field }));
}

// `ListePrenom` and `Prenom` may each be present or not: all four cases were seen.
function givenNames(
  tiq: TraitsRecus,
  context: InsiAnswerContext,
  findings: Finding[],
): Pick<InsiTraits, 'listePrenoms' | 'premierPrenom' | 'ambiguous'> {
  const path = ['traits', 'premierPrenom'];
  const received = clean(tiq.prenom);
  const listePrenoms = clean(tiq.listePrenom);
  if (listePrenoms === '') findings.push(finding('insi.liste.absente', 'warning', ['traits', 'listePrenoms']));
  const known = received || (context.prenom ?? '');
  const first = checkFirstGivenName(listePrenoms, known);
  if (!first.coherent) findings.push(finding('insi.premierPrenom.incoherent', 'warning', path));
  else if (first.ambiguous) findings.push(finding('insi.premierPrenom.ambigu', 'warning', path));
  return { listePrenoms, premierPrenom: first.premierPrenom, ambiguous: first.ambiguous };
}

function historyEntry(received: InsRecu, active: InsIdentifier): InsiHistoryEntry {
  const num = clean(received.numIdentifiant).toUpperCase();
  const matricule = num + (clean(received.cle) || computeMatriculeKey(num));
  const oid = clean(received.oid);
  const dateDebut = clean(received.dateDeb);
  const dateFin = clean(received.dateFin);
  const findings = validateInsIdentifier({ matricule, oid });
  if (dateDebut !== '' && dateFin !== '' && dateDebut > dateFin)
    findings.push(finding('insi.histo.dates', 'info', ['dateDebut']));
  if (matricule === active.matricule && oid === active.oid)
    findings.push(finding('insi.histo.actif', 'info', ['matricule']));
  return {
    matricule,
    oid,
    ...(dateDebut === '' ? {} : { dateDebut }),
    ...(dateFin === '' ? {} : { dateFin }),
    findings,
  };
}

/** A wrong former matricule does not make the identity wrong: the entry says `error`, the snapshot says `warning`. */
function historyRemarks(entry: InsiHistoryEntry): Finding[] {
  return entry.findings.map((f) => (f.severity === 'error' ? { ...f, severity: 'warning' as const } : f));
}

function clean(value: string | undefined): string {
  return (value ?? '').trim();
}

function refusal(
  code: InsiErrorCode,
  context: InsiAnswerContext,
  message: string,
  findings: readonly Finding[] = [],
): InsiProtocolError {
  return new InsiProtocolError({
    code,
    message: `The answer of INSi is refused: ${message}`,
    findings,
    audience: 'user',
    userMessage: {
      fr: {
        title: 'Le matricule ou les traits reçus sont incohérents',
        action: 'Ne les utilisez pas. Signalez-le à la cellule d’identitovigilance',
      },
      en: {
        title: 'The matricule or the traits received are inconsistent',
        action: 'Do not use them. Report it to the identity vigilance team',
      },
    },
    ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
  });
}
