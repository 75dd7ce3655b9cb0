import { inspectXdm, type XdmArchive } from '@socle-sante/documents/xdm';
import { plainLine } from '../cda/as-text.js';
import { onePath, readDocument } from '../files/document-file.js';
import { type Command, type Invocation, optionFlag } from '../frame/command.js';
import { printJson, printLine, table } from '../frame/print.js';
import { exitFor, findingsAsJson, printFindings } from './findings.js';

const RECEIVED = {
  type: 'boolean',
  help: {
    fr: 'archive reçue : les variantes de disposition sont des avertissements',
    en: 'an archive that was received: variants of layout are warnings',
  },
} as const;

const INSPECT = 'socle xdm inspect IHE_XDM.ZIP';
const VALIDATE = 'socle xdm validate IHE_XDM.ZIP --received';

export const xdmInspect: Command = {
  path: ['xdm', 'inspect'],
  usage: 'FILE.zip|-',
  summary: { fr: 'dit ce que contient une archive IHE_XDM', en: 'says what an IHE_XDM archive holds' },
  details: {
    fr: 'L’archive est lue en mémoire et rien n’est écrit sur le disque. Ni nom, ni matricule ne sont montrés.',
    en: 'The archive is read in memory and nothing is written to the disk. Neither name nor matricule is shown.',
  },
  options: { received: RECEIVED },
  example: INSPECT,
  async run(invocation) {
    const archive = await open(invocation, INSPECT);
    const documents = archive.subsets.flatMap(({ path, documents: list }) =>
      list.map((item) => ({
        subset: path,
        file: item.uri,
        type: item.entry.typeCode.code,
        label: item.entry.typeCode.displayName,
        mimeType: item.entry.mimeType,
        size: item.bytes.byteLength,
        uniqueId: item.entry.uniqueId,
        ...(item.action === undefined ? {} : { action: item.action }),
        ...(item.cda === undefined ? {} : { level: item.cda.body.kind === 'nonXml' ? 'N1' : 'N3' }),
      })),
    );
    if (invocation.json) {
      printJson(invocation, {
        documents,
        files: archive.files.length,
        findings: findingsAsJson(invocation, archive.findings),
      });
      return exitFor(archive.findings);
    }
    const fr = invocation.locale === 'fr';
    const headers = fr
      ? ['fichier', 'type', 'libellé', 'niveau', 'octets', 'action']
      : ['file', 'type', 'label', 'level', 'bytes', 'action'];
    const rows = documents.map((item) =>
      [item.file, item.type, item.label, item.level ?? '', String(item.size), item.action ?? ''].map(plainLine),
    );
    if (rows.length > 0) printLine(invocation, table(headers, rows));
    printFindings(invocation, archive.findings);
    return exitFor(archive.findings);
  },
};

export const xdmValidate: Command = {
  path: ['xdm', 'validate'],
  usage: 'FILE.zip|-',
  summary: {
    fr: 'contrôle une archive IHE_XDM (règles XDM-001 à XDM-010)',
    en: 'checks an IHE_XDM archive (rules XDM-001 to XDM-010)',
  },
  details: {
    fr: 'Sûreté du zip, disposition, métadonnées, empreinte et taille, accord avec chaque document CDA.',
    en: 'Safety of the zip, layout, metadata, hash and size, agreement with each CDA document.',
  },
  options: { received: RECEIVED },
  example: VALIDATE,
  async run(invocation) {
    const archive = await open(invocation, VALIDATE);
    const code = exitFor(archive.findings);
    if (invocation.json) {
      printJson(invocation, { valid: code === 0, findings: findingsAsJson(invocation, archive.findings) });
      return code;
    }
    if (code === 0) printLine(invocation, invocation.locale === 'fr' ? 'Archive conforme' : 'The archive is valid');
    printFindings(invocation, archive.findings);
    return code;
  },
};

async function open(invocation: Invocation, example: string): Promise<XdmArchive> {
  const bytes = await readDocument(onePath(invocation, example), invocation);
  return inspectXdm(bytes, { role: optionFlag(invocation, 'received') ? 'receiver' : 'sender' });
}
