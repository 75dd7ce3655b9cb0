// Search, reference, versions and reading: TD3.1a, TD3.1b, TD3.2.

import type { DmpDocument, DocumentFilters, SearchResult } from '@socle-sante/dmp';
import { parseUniqueId, STATUSES, type UniqueId } from '@socle-sante/documents/xds';
import { outFolder } from '../../files/output.js';
import { type Invocation, optionFlag, optionText, optionTexts } from '../../frame/command.js';
import { EXIT, type ExitCode } from '../../frame/exit.js';
import { note, printJson, printLine } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { documentAsJson, noteReference, printAnswer, printDocuments, printWarnings } from './answer.js';
import { dateOption, dmpCommand, PATIENT_OPTIONS, patientInput, SHOW_OPTION } from './shared.js';

const TYPE_SYSTEMS: Readonly<Record<string, string>> = {
  loinc: '2.16.840.1.113883.6.1',
  other: '1.2.250.1.213.1.1.4.12',
};
const SEARCH = 'socle dmp search --patient identity-state.json';

export const dmpSearch = dmpCommand({
  path: ['dmp', 'search'],
  usage: '--patient FILE',
  official: 'TD3.1a (IHE XDS.b, ITI-18)',
  summary: { fr: 'TD3.1a : documents du dossier', en: 'TD3.1a: documents of the record' },
  details: {
    fr: 'Documents actifs des deux dernières années, sauf --all, --from ou --new-since. Titres et auteurs avec --show seulement.',
    en: 'Active documents of the last two years, unless --all, --from or --new-since. Titles and authors with --show only.',
  },
  options: {
    all: { type: 'boolean', help: { fr: 'sans limite de date', en: 'no limit of date' } },
    from: { type: 'string', value: 'DATE', help: { fr: 'actes débutés depuis', en: 'acts begun since' } },
    to: { type: 'string', value: 'DATE', help: { fr: 'actes débutés jusqu’à', en: 'acts begun until' } },
    type: {
      type: 'string',
      multiple: true,
      value: 'CODE',
      help: { fr: 'type de document, JDV_J66', en: 'type of document, JDV_J66' },
    },
    status: {
      type: 'string',
      multiple: true,
      value: 'approved|archived|deprecated',
      help: { fr: 'états voulus (approved)', en: 'states wanted (approved)' },
    },
    'new-since': {
      type: 'string',
      value: 'DATE',
      help: { fr: 'ce qui a été déposé depuis', en: 'what was deposited since' },
    },
    signatures: {
      type: 'boolean',
      help: { fr: 'avec les signatures des lots', en: 'with the signatures of the sets' },
    },
    show: SHOW_OPTION,
    ...PATIENT_OPTIONS,
  },
  example: SEARCH,
  async run(invocation, { client }) {
    const input = { ...(await patientInput(invocation, SEARCH)), signatures: optionFlag(invocation, 'signatures') };
    const since = dateOption(invocation, 'new-since');
    const result = await (since === undefined
      ? client.findDocuments({
          ...input,
          filters: filtersOf(invocation),
          ...(optionFlag(invocation, 'all') ? { range: 'all' as const } : {}),
        })
      : client.newSince({ ...input, since }));
    return present(invocation, result);
  },
});

function filtersOf(invocation: Invocation): DocumentFilters {
  const from = dateOption(invocation, 'from');
  const to = dateOption(invocation, 'to');
  const types = optionTexts(invocation, 'type').map((code) => ({
    code,
    codeSystem: TYPE_SYSTEMS[/^\d+-\d$/.test(code) ? 'loinc' : 'other'] ?? '',
  }));
  const statuses = optionTexts(invocation, 'status').map((name) => {
    const found = Object.entries(STATUSES).find(([known]) => known === name)?.[1];
    if (found !== undefined) return found;
    const known = Object.keys(STATUSES).join(', ');
    throw new UsageError({ fr: `--status : ${known}.`, en: `--status: ${known}.` }, SEARCH);
  });
  return {
    ...(from === undefined ? {} : { serviceStartFrom: from }),
    ...(to === undefined ? {} : { serviceStartTo: to }),
    ...(types.length === 0 ? {} : { typeCodes: types }),
    ...(statuses.length === 0 ? {} : { statuses }),
  };
}

function present(invocation: Invocation, result: SearchResult, more: readonly DmpDocument[] = []): ExitCode {
  const show = optionFlag(invocation, 'show');
  const documents = [...result.documents, ...more];
  const { partial, warnings, messageId, since } = result;
  if (invocation.json) {
    printJson(invocation, {
      documents: documents.map((document) => documentAsJson(document, show)),
      partial,
      warnings,
      messageId,
      ...(since === undefined ? {} : { since }),
    });
    return EXIT.ok;
  }
  printDocuments(invocation, documents, show);
  printWarnings(invocation, warnings);
  if (since !== undefined) {
    const day = since.toISOString().slice(0, 10);
    note(invocation, invocation.locale === 'fr' ? `Depuis le ${day}.` : `Since ${day}.`);
  }
  noteReference(invocation, messageId);
  return EXIT.ok;
}

const REFERENCE = 'socle dmp reference 2.999.7.1 --patient identity-state.json';

export const dmpReference = dmpCommand({
  path: ['dmp', 'reference'],
  usage: 'UNIQUE_ID --patient FILE',
  official: 'TD3.1b (IHE XDS.b, ITI-18, GetDocuments, ObjectRef)',
  summary: { fr: 'TD3.1b : le document est-il dans le DMP ?', en: 'TD3.1b: is the document in the DMP?' },
  details: {
    fr: 'Permis en mode indirect. Code de sortie 1 : le DMP ne l’a pas, ou ne veut pas le dire.',
    en: 'Allowed in indirect mode. Exit status 1: the DMP does not have it, or may not say so.',
  },
  options: PATIENT_OPTIONS,
  example: REFERENCE,
  async run(invocation, { client }) {
    const uniqueId = oneUniqueId(invocation, REFERENCE);
    const { entryUuid, entryUuids, messageId } = await client.findReference({
      ...(await patientInput(invocation, REFERENCE)),
      uniqueId,
    });
    const absent = { fr: 'absent du DMP', en: 'not in the DMP' };
    printAnswer(invocation, { uniqueId, entryUuid: entryUuid ?? null, entryUuids, messageId }, [
      [{ fr: 'entryUUID', en: 'entryUUID' }, entryUuid ?? absent[invocation.locale]],
    ]);
    noteReference(invocation, messageId);
    return entryUuid === undefined ? EXIT.findings : EXIT.ok;
  },
});

const HISTORY = 'socle dmp history 2.999.7.1 --patient identity-state.json';
const MOST_VERSIONS = 50;

export const dmpHistory = dmpCommand({
  path: ['dmp', 'history'],
  usage: 'UNIQUE_ID --patient FILE',
  official: 'TD3.1a (IHE XDS.b, ITI-18, GetDocumentsAndAssociations)',
  summary: {
    fr: 'TD3.1a : versions d’un document, remplacées et remplaçantes',
    en: 'TD3.1a: versions of a document, replaced and replacing',
  },
  options: { show: SHOW_OPTION, ...PATIENT_OPTIONS },
  example: HISTORY,
  async run(invocation, { client }) {
    const uniqueId = oneUniqueId(invocation, HISTORY);
    const input = await patientInput(invocation, HISTORY);
    const found = await client.getDocumentsAndAssociations({ ...input, uniqueIds: [uniqueId] });
    const known = new Map(found.documents.map((document) => [document.entryUuid, document]));
    // From version to version, both ways.
    for (const queue = found.documents.flatMap(neighbours); queue.length > 0 && known.size < MOST_VERSIONS; ) {
      const next = queue.pop();
      if (next === undefined || known.has(next)) continue;
      const { documents } = await client.getDocumentsAndAssociations({ ...input, entryUuids: [next] });
      for (const document of documents) known.set(document.entryUuid, document);
      queue.push(...documents.flatMap(neighbours));
    }
    const documents = [...known.values()].sort((a, b) => a.entry.creationTime.localeCompare(b.entry.creationTime));
    present(invocation, { ...found, documents });
    return documents.length === 0 ? EXIT.findings : EXIT.ok;
  },
});

const neighbours = ({ replaces, replacedBy }: DmpDocument) => [replaces, replacedBy].filter((id) => id !== undefined);

const FETCH = 'socle dmp fetch 2.999.7.1 --patient identity-state.json --out folder';

export const dmpFetch = dmpCommand({
  path: ['dmp', 'fetch'],
  usage: 'UNIQUE_ID… --patient FILE --out DIR',
  official: 'TD3.2 (IHE XDS.b, ITI-43)',
  summary: { fr: 'TD3.2 : lit des documents, octet pour octet', en: 'TD3.2: reads documents, byte for byte' },
  details: {
    fr: 'Chaque document est cherché (TD3.1a), lu, et son empreinte comparée à celle du registre.',
    en: 'Each document is looked up (TD3.1a), read, and its digest compared with that of the registry.',
  },
  options: {
    out: { type: 'string', value: 'DIR', help: { fr: 'dossier à remplir', en: 'folder to fill' } },
    ...PATIENT_OPTIONS,
  },
  example: FETCH,
  async run(invocation, { client }) {
    const out = optionText(invocation, 'out');
    const wanted = uniqueIdsOf(invocation, FETCH);
    if (out === undefined || wanted.length === 0) {
      throw new UsageError({ fr: 'Nommez des documents et --out DIR.', en: 'Name documents and --out DIR.' }, FETCH);
    }
    const input = await patientInput(invocation, FETCH);
    const entries = [];
    const absent: UniqueId[] = [];
    for (const uniqueId of wanted) {
      const document = await client.current({ ...input, uniqueId });
      if (document === undefined) absent.push(uniqueId);
      else entries.push({ entry: document.entry });
    }
    const result =
      entries.length === 0 ? { documents: [], missing: [] } : await client.retrieve({ ...input, documents: entries });
    const write = await outFolder(invocation, out);
    const files: { uniqueId: string; file: string; bytes: number; sha1: string; checked: string }[] = [];
    for (const { uniqueId, bytes, hash, checked, mimeType } of result.documents) {
      const name = `${uniqueId.replace(/[^A-Za-z0-9.-]/g, '_')}.${mimeType === 'text/xml' ? 'xml' : 'bin'}`;
      files.push({ uniqueId, file: await write(name, bytes), bytes: bytes.byteLength, sha1: hash, checked });
    }
    const missing = [...absent, ...result.missing.map(({ uniqueId }) => uniqueId)];
    if (invocation.json) printJson(invocation, { files, missing });
    else {
      for (const { file, bytes, checked } of files) printLine(invocation, `${file}  ${bytes} (${checked})`);
      const word = invocation.locale === 'fr' ? 'absent' : 'missing';
      for (const uniqueId of missing) printLine(invocation, `${uniqueId}  ${word}`);
    }
    return missing.length > 0 ? EXIT.findings : EXIT.ok;
  },
});

/** Every document named on the command line. */
function uniqueIdsOf(invocation: Invocation, example: string): UniqueId[] {
  return invocation.positionals.map((text) => {
    const id = parseUniqueId(text);
    if (id !== undefined) return id;
    throw new UsageError({ fr: `${text} n’est pas un uniqueId.`, en: `${text} is not a uniqueId.` }, example);
  });
}

/** The one document named on the command line. */
export function oneUniqueId(invocation: Invocation, example: string): UniqueId {
  const [id, more] = uniqueIdsOf(invocation, example);
  if (id !== undefined && more === undefined) return id;
  throw new UsageError(
    { fr: 'Nommez un document par son uniqueId.', en: 'Name one document by its uniqueId.' },
    example,
  );
}
