import { isSocleError } from '@socle-sante/core/error';
import { type Finding, finding, type Severity, under } from '@socle-sante/core/finding';
import { parseXml, type XmlElement } from '@socle-sante/wire/xml';
import { compact } from '../reader/dom.js';
import { parseCda } from '../reader/parse.js';
import type { ParsedCda } from '../reader/parsed.js';
import { decodeRegistryObjects } from '../xds/decode.js';
import type { DocumentEntry } from '../xds/types.js';
import { checkCda } from './check-cda.js';
import { checkMetadata } from './check-metadata.js';
import { defaultXdmLimits, type XdmLimits } from './limits.js';
import { sha1Hex } from './sha1.js';
import type { XdmArchive, XdmDocument, XdmSubset } from './types.js';
import { ACTION_SLOT } from './vocabulary.js';
import { readZip, type ZipFile } from './zip.js';
import { readZipDirectory, ZipError } from './zip-directory.js';

export interface XdmInspectOptions extends Partial<XdmLimits> {
  /**
   * `sender` (default): the archive must have the layout that everybody writes. `receiver`: the variants met in the field
   * (lower case, another name of folder, several subsets, one more folder above) are warnings.
   */
  readonly role?: 'sender' | 'receiver';
}

const REF = { document: 'CI-SIS, volet Échange de documents de santé', version: '1.8' };

/**
 * Opens an archive and checks it whole: safety of the zip, layout, metadata, hash and size of each document, agreement of
 * the metadata with each CDA. Everything stays in memory. It never throws: an archive that is refused has no subset, and a
 * finding `XDM-010.…`. Rules: `XDM-001` to `XDM-010`, each with what exactly is wrong (`XDM-003.absent`).
 */
export async function inspectXdm(bytes: Uint8Array, options: XdmInspectOptions = {}): Promise<XdmArchive> {
  const { role = 'sender', ...bounds } = options;
  const limits = { ...defaultXdmLimits, ...compact<Partial<XdmLimits>>(bounds) };
  let files: ZipFile[];
  try {
    files = readZip(bytes, limits);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return { files: [], subsets: [], findings: [refusal(error)] };
  }
  const severity: Severity = role === 'sender' ? 'error' : 'warning';
  const findings = checkLayout(files, severity);
  const subsets: XdmSubset[] = [];
  const metadata = files.filter((file) => METADATA.test(file.name));
  for (const file of metadata) {
    const subset = await readSubset(file, files, limits, findings);
    if (subset !== undefined) subsets.push(subset);
  }
  return { files: files.map(({ name, bytes: content }) => ({ name, size: content.byteLength })), subsets, findings };
}

/** True when the bytes are an archive that holds `IHE_XDM/<folder>/METADATA.XML`: the content decides, never the name. */
export function isXdm(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03 || bytes[3] !== 0x04) return false;
  try {
    return readZipDirectory(bytes, defaultXdmLimits).some((entry) => METADATA.test(entry.name));
  } catch {
    return false;
  }
}

const METADATA = /^(?:[^/]+\/)?IHE_XDM\/[^/]+\/METADATA\.XML$/i;
const SHORT_NAME = /^[A-Z0-9_]{1,8}(?:\.[A-Z0-9_]{1,3})?$/;

function refusal(error: ZipError): Finding {
  const rule = `XDM-010.${error.refusal}`;
  return error.entry === undefined
    ? finding(rule, 'error', [], {}, REF)
    : finding(rule, 'error', ['files', error.entry - 1], { entry: error.entry }, REF);
}

function checkLayout(files: readonly ZipFile[], severity: Severity): Finding[] {
  const findings: Finding[] = [];
  const names = files.map((file) => file.name);
  const missing = (file: string, level: Severity): void => {
    findings.push(finding('XDM-001.missing', level, [file], { file }, REF));
  };
  for (const name of ['README.TXT', 'INDEX.HTM']) {
    if (!names.includes(name)) missing(name, severity);
  }
  const metadata = names.filter((name) => METADATA.test(name));
  if (metadata.length === 0) missing('IHE_XDM/SUBSET01/METADATA.XML', 'error');
  else if (metadata.length > 1 || metadata[0] !== 'IHE_XDM/SUBSET01/METADATA.XML') {
    findings.push(finding('XDM-001.layout', severity, [], { count: metadata.length }, REF));
  }
  for (const [i, name] of names.entries()) {
    if (!name.split('/').every((part) => SHORT_NAME.test(part))) {
      findings.push(finding('XDM-001.name', severity, ['files', i], { file: shown(name) }, REF));
    }
  }
  return findings;
}

/** A name of file in a finding: a name may hold the name of a patient, so only the usual ones are repeated. */
function shown(name: string): string {
  return /^(?:IHE_XDM\/)?(?:[A-Z]{2,6}\d{1,6}\/)?(?:DOC\d{1,6}|METADATA|README|INDEX)(?:\.[A-Z]{1,4})?$/i.test(name)
    ? name
    : '?';
}

async function readSubset(
  file: ZipFile,
  files: readonly ZipFile[],
  limits: XdmLimits,
  findings: Finding[],
): Promise<XdmSubset | undefined> {
  const folder = file.name.slice(0, file.name.lastIndexOf('/'));
  let root: XmlElement;
  try {
    root = parseXml(file.bytes, { maxBytes: 8_388_608, maxMillis: 10_000 });
  } catch (error) {
    const reason = isSocleError(error) ? error.code : 'xml';
    findings.push(finding('XDM-002.malformed', 'error', [folder, 'METADATA.XML'], { reason }, REF));
    return undefined;
  }
  const { objects, findings: read } = decodeRegistryObjects(root);
  findings.push(...under([folder], checkMetadata(root, objects, read)));
  const [set] = objects.submissionSets;
  const documents: XdmDocument[] = [];
  const referenced = new Set<string>([file.name]);
  for (const [i, entry] of objects.documentEntries.entries()) {
    const at = [folder, 'documentEntries', i];
    if (set !== undefined && !samePatientId(entry, set.patientId)) {
      findings.push(finding('XDM-007.set', 'error', [...at, 'patientId'], {}, REF));
    }
    const found = contentOf(entry, folder, files, at, findings);
    if (found === undefined) continue;
    referenced.add(found.name);
    findings.push(...(await checkContent(entry, found.bytes, at)));
    const cda = cdaOf(entry, found.bytes, limits, at, findings);
    const action = entry.extraSlots[ACTION_SLOT]?.[0];
    if (cda !== undefined) findings.push(...under(at, checkCda(entry, cda, action)));
    documents.push(
      compact<XdmDocument>({ uri: entry.uri ?? '', path: found.name, entry, bytes: found.bytes, cda, action }),
    );
  }
  for (const [i, other] of files.entries()) {
    if (!other.name.startsWith(`${folder}/`) || referenced.has(other.name)) continue;
    // A copy as PDF beside its CDA is met in the field: it is no document of the set.
    const level: Severity = /\.XML$/i.test(other.name) ? 'error' : 'info';
    findings.push(finding('XDM-003.unreferenced', level, ['files', i], { file: shown(other.name) }, REF));
  }
  return { path: folder, objects, documents };
}

function samePatientId(entry: DocumentEntry, other: { readonly extension: string; readonly oid: string }): boolean {
  return entry.patientId.extension === other.extension && entry.patientId.oid === other.oid;
}

function contentOf(
  entry: DocumentEntry,
  folder: string,
  files: readonly ZipFile[],
  at: readonly (string | number)[],
  findings: Finding[],
): ZipFile | undefined {
  if (entry.uri === undefined || entry.uri === '') {
    findings.push(finding('XDM-003.uri', 'error', [...at, 'uri'], {}, REF));
    return undefined;
  }
  const path = `${folder}/${entry.uri}`;
  const exact = files.find((file) => file.name === path);
  const found = exact ?? files.find((file) => file.name.toUpperCase() === path.toUpperCase());
  if (found === undefined)
    findings.push(finding('XDM-003.absent', 'error', [...at, 'uri'], { file: shown(entry.uri) }, REF));
  else if (exact === undefined) {
    findings.push(finding('XDM-003.case', 'warning', [...at, 'uri'], { file: shown(entry.uri) }, REF));
  }
  return found;
}

async function checkContent(
  entry: DocumentEntry,
  bytes: Uint8Array,
  at: readonly (string | number)[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (entry.hash === undefined)
    findings.push(finding('XDM-004.missing', 'error', [...at, 'hash'], { field: 'hash' }, REF));
  else if (entry.hash.toLowerCase() !== (await sha1Hex(bytes))) {
    findings.push(finding('XDM-004.hash', 'error', [...at, 'hash'], {}, REF));
  }
  if (entry.size === undefined)
    findings.push(finding('XDM-004.missing', 'error', [...at, 'size'], { field: 'size' }, REF));
  else if (entry.size !== bytes.byteLength) {
    findings.push(
      finding('XDM-004.size', 'error', [...at, 'size'], { announced: entry.size, real: bytes.byteLength }, REF),
    );
  }
  return findings;
}

function cdaOf(
  entry: DocumentEntry,
  bytes: Uint8Array,
  limits: XdmLimits,
  at: readonly (string | number)[],
  findings: Finding[],
): ParsedCda | undefined {
  if (entry.mimeType !== 'text/xml' && entry.mimeType !== 'application/xslt+xml') return undefined;
  try {
    return parseCda(bytes, { maxBytes: limits.maxInflated });
  } catch (error) {
    const reason = isSocleError(error) ? error.code : 'xml';
    findings.push(finding('XDM-008.unreadable', 'error', at, { reason }, REF));
    return undefined;
  }
}
