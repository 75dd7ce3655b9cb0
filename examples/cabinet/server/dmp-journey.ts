import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canTransmitIns, type IdentityState } from '@socle-sante/core/rniv';
import { defaultRandom } from '@socle-sante/core/uuid';
import { createDepositJourney, type DmpDocument } from '@socle-sante/dmp';
import { mediaBytes, parseCda } from '@socle-sante/documents/cda-reader';
import { validatePdfA1 } from '@socle-sante/documents/pdf';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import { parseSubmission, type Submission } from '@socle-sante/documents/submission';
import { validateCda } from '@socle-sante/documents/validate';
import type { PreparedSubmission, UniqueId } from '@socle-sante/documents/xds';
import type { Sandbox } from '@socle-sante/sandbox';
import { type CabinetDmp, cabinetDmp } from './dmp.ts';
import type { Tell } from './journey.ts';

// The submission and the PDF/A-1 of an invented stay, which the repository ships for the command line too.
const EXAMPLES = new URL('../../../packages/cli/examples/', import.meta.url);
const LETTER = '11490-0';

/**
 * The DMP journey of the product, for an identity that was just qualified: existence, deposit of a discharge letter, search,
 * reading, replacement, masking. With the card of the doctor, over mutual TLS. Throws when a step does not give what it must.
 */
export async function dmpJourney(sandbox: Sandbox, patient: IdentityState, tell: Tell): Promise<void> {
  const dmp = cabinetDmp(sandbox);
  try {
    const pdf = readFileSync(new URL('discharge-letter.pdf', EXAMPLES));
    const first = await deposit(dmp, patient, tell);
    await readBack(dmp, patient, first, pdf, tell);
    const second = await replace(dmp, patient, first, tell);
    await mask(dmp, patient, second, tell);
  } finally {
    await dmp.client.close();
  }
}

async function deposit(dmp: CabinetDmp, patient: IdentityState, tell: Tell): Promise<PreparedSubmission> {
  const journey = createDepositJourney({ client: dmp.client, patient });
  expectStep(await journey.askRecord(), 'informPatient');
  tell('TD0.2 : le patient a un DMP actif   dépôt possible, sans autorisation d’accès');
  expectStep(journey.recordInformation({ opposed: false }), 'prepare');
  tell('patient informé, sans opposition    noté dans le logiciel');

  const prepared = await prepare(dmp, letterOf(patient), tell);
  expectStep(journey.prepared(prepared), 'deposit');
  const done = await journey.deposit();
  if (done.step !== 'done') throw new Error(`deposit: ${done.step}`);
  tell(
    `TD2.1 : déposé                      ${done.result.documents.length} objets : le document et la signature du lot`,
  );
  return prepared;
}

/** CDA, metadata and signature of the set, checked before anything leaves. */
async function prepare(dmp: CabinetDmp, submission: Submission, tell: Tell): Promise<PreparedSubmission> {
  const prepared = await prepareSubmission(submission, {
    clock: () => new Date(),
    random: defaultRandom,
    signing: dmp.signing,
    hash: async (algorithm, bytes) => createHash(algorithm).update(bytes).digest(),
  });
  const [document, signature] = prepared.documents;
  if (document === undefined || signature === undefined) throw new Error('a document and a signature were expected');
  tell(`document CDA construit              ${document.bytes.byteLength} octets autour du PDF/A-1`);
  const findings = [...prepared.findings, ...validateCda(document.bytes, { profile: 'dmp' })];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ rule }) => rule).join(', '));
  tell('contrôle avant envoi                règles CDA et listes du DMP : rien de bloquant');
  tell(`lot signé (XAdES)                   ${signature.bytes.byteLength} octets, clé de signature de la carte`);
  return prepared;
}

async function readBack(
  { client }: CabinetDmp,
  patient: IdentityState,
  sent: PreparedSubmission,
  pdf: Uint8Array,
  tell: Tell,
): Promise<void> {
  const { document } = await find(client, patient, idOf(sent));
  tell(`TD3.1 : trouvé par une recherche    ${document.entry.typeCode.displayName}`);
  const [read] = (await client.retrieve({ patient, documents: [{ entry: document.entry }] })).documents;
  const [original] = sent.documents;
  if (read === undefined || original === undefined || !same(read.bytes, original.bytes)) throw new Error('other bytes');
  const { body } = parseCda(read.bytes);
  const inside = body.kind === 'nonXml' ? mediaBytes(body.media) : undefined;
  if (!inside?.ok || !same(inside.value, pdf)) throw new Error('other PDF');
  tell(`TD3.2 : relu                        ${read.bytes.byteLength} octets identiques, PDF compris`);
}

async function replace(
  dmp: CabinetDmp,
  patient: IdentityState,
  sent: PreparedSubmission,
  tell: Tell,
): Promise<UniqueId> {
  const replaced = idOf(sent);
  const prepared = await prepare(dmp, letterOf(patient, replaced), () => undefined);
  await dmp.client.replace({ patient, submission: prepared, replaces: [{ entryId: 'D1', uniqueId: replaced }] });
  const { others } = await find(dmp.client, patient, idOf(prepared));
  if (others.some(({ entry }) => entry.uniqueId === replaced)) throw new Error('the old version is still in force');
  tell('TD2.1 : remplacé (RPLC)             version 2 en vigueur, version 1 périmée');
  return idOf(prepared);
}

async function mask({ client, author }: CabinetDmp, patient: IdentityState, id: UniqueId, tell: Tell): Promise<void> {
  const { document } = await find(client, patient, id);
  await client.mask({ patient, entry: document.entry, by: author });
  if (!(await find(client, patient, id)).document.masked) throw new Error('not masked');
  tell('TD3.3a : masqué                     caché aux autres professionnels, visible de son auteur');
}

async function find(
  client: CabinetDmp['client'],
  patient: IdentityState,
  id: UniqueId,
): Promise<{ readonly document: DmpDocument; readonly others: readonly DmpDocument[] }> {
  const typeCodes = [{ code: LETTER, codeSystem: '2.16.840.1.113883.6.1' }];
  const { documents } = await client.findDocuments({ patient, filters: { typeCodes } });
  const document = documents.find(({ entry }) => entry.uniqueId === id);
  if (document === undefined) throw new Error('the document was not found');
  return { document, others: documents.filter((item) => item !== document) };
}

/** `discharge-letter.submission.json`, for the identity that was qualified here. */
function letterOf(patient: IdentityState, replaced?: UniqueId): Submission {
  if (!canTransmitIns(patient).ok) throw new Error('only a qualified identity goes to the DMP');
  const { $schema: _, ...json } = JSON.parse(
    readFileSync(new URL('discharge-letter.submission.json', EXAMPLES), 'utf8'),
  );
  const read = parseSubmission(
    { ...json, patient: { identity: patient } },
    { readFile: (name) => readFileSync(new URL(name, EXAMPLES)) },
  );
  if (!read.ok) throw new Error(read.findings.map(({ rule }) => rule).join(', '));
  const [document] = read.value.documents;
  if (document?.body.kind !== 'pdf' || validatePdfA1(document.body.content).length > 0) throw new Error('PDF/A-1');
  if (replaced === undefined) return read.value;
  return {
    ...read.value,
    documents: [{ ...document, replaces: { uniqueId: replaced, setId: replaced, version: 1 } }],
  };
}

function idOf(prepared: PreparedSubmission): UniqueId {
  const [document] = prepared.documents;
  if (document === undefined) throw new Error('no document');
  return document.uniqueId;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function expectStep<T extends { readonly step: string }>(current: T, wanted: T['step']): void {
  if (current.step !== wanted) throw new Error(`${current.step} instead of ${wanted}`);
}
