import type { HeaderSummary, SummaryActor } from '@socle-sante/documents/cda-reader';
import type { NarrativeDocument, NarrativeNode, NarrativeSection } from '@socle-sante/documents/render';
import type { Locale } from '../frame/locale.js';

/** A text of a document on a terminal: a control character could give it orders. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

const WORDS = {
  fr: {
    patient: 'Patient',
    birth: 'né(e) le',
    author: 'Auteur',
    legal: 'Responsable',
    type: 'Type',
    date: 'Date',
    act: 'Acte',
    place: 'Lieu',
    version: 'Version',
    media: 'Fichier',
    untitled: 'Sans titre',
  },
  en: {
    patient: 'Patient',
    birth: 'born',
    author: 'Author',
    legal: 'Legal authenticator',
    type: 'Type',
    date: 'Date',
    act: 'Act',
    place: 'Place',
    version: 'Version',
    media: 'File',
    untitled: 'Untitled',
  },
} as const;

/** A document as lines of plain text: header from the data, then each section. */
export function documentLines(summary: HeaderSummary, narrative: NarrativeDocument, locale: Locale): string[] {
  const words = WORDS[locale];
  const { patient } = summary;
  const traits = patient?.traits;
  const rows: [string, string | undefined][] = [
    [
      words.patient,
      traits &&
        list([
          traits.nomNaissance,
          traits.premierPrenom,
          traits.sexe,
          traits.dateNaissance && `${words.birth} ${traits.dateNaissance}`,
        ]),
    ],
    ...(patient?.ins ?? []).map((ins): [string, string] => ['INS', `${ins.matricule} (${ins.oid})`]),
    [words.type, list([summary.type?.label, summary.model.name, summary.model.version])],
    [words.date, summary.created?.raw],
    ...summary.authors.map((author): [string, string | undefined] => [words.author, actor(author)]),
    [words.legal, summary.legalAuthenticator && actor(summary.legalAuthenticator)],
    ...summary.acts.map((act): [string, string | undefined] => [
      words.act,
      list([act.code?.label, act.start?.raw, act.stop?.raw]),
    ]),
    [words.place, list([summary.encounter?.facilityName, summary.encounter?.facility?.label])],
    [words.version, summary.version],
    ...narrative.medias.map((item): [string, string] => [
      words.media,
      `${item.id} (${item.detectedType ?? item.declaredType ?? '?'}, ${item.size})`,
    ]),
  ];
  const kept = rows.flatMap(([name, value]) => (value ? [`${name} : ${plainLine(value)}`] : []));
  const body = narrative.plainText === undefined ? [] : ['', ...narrative.plainText.split(/\r?\n/).map(plainLine)];
  return [
    plainLine(summary.title ?? words.untitled),
    '',
    ...kept,
    ...body,
    ...narrative.sections.flatMap((section) => sectionLines(section)),
  ];
}

function actor(item: SummaryActor): string | undefined {
  return list([item.name, item.specialty?.label, item.organization]);
}

function list(parts: readonly (string | undefined)[]): string | undefined {
  const kept = parts.filter((part) => part !== undefined && part !== '');
  return kept.length === 0 ? undefined : kept.join(', ');
}

function sectionLines(section: NarrativeSection): string[] {
  const title = plainLine(section.title ?? '');
  const mark = '#'.repeat(section.level);
  const text = block(section.nodes)
    .map((line) => line.trimEnd())
    .filter((line, i, all) => line !== '' || all[i - 1] !== '');
  return ['', ...(title === '' ? [] : [`${mark} ${title}`]), ...text, ...section.sections.flatMap(sectionLines)];
}

/** Nodes as lines: a row of a table is a line, its cells between bars. */
function block(nodes: readonly NarrativeNode[]): string[] {
  const lines: string[] = [''];
  const add = (text: string): void => {
    lines[lines.length - 1] += text;
  };
  const begin = (): void => {
    if (lines.at(-1) !== '') lines.push('');
  };
  for (const node of nodes) {
    switch (node.kind) {
      case 'text':
        add(plainLine(node.text));
        break;
      case 'break':
        lines.push('');
        break;
      case 'paragraph':
        begin();
        lines.splice(-1, 1, ...block([...(node.caption ?? []), ...node.children]), '');
        break;
      case 'list':
        begin();
        for (const [i, item] of node.items.entries()) {
          const [head = '', ...rest] = block([...(item.caption ?? []), ...item.children]);
          lines.splice(-1, 1, `${node.ordered ? `${i + 1}.` : '-'} ${head}`, ...rest.map((line) => `  ${line}`), '');
        }
        break;
      case 'table':
        begin();
        for (const row of [node.head, ...node.bodies, node.foot].flat()) {
          const cells = row.cells.map((cell) => block(cell.children).filter(Boolean).join(' / ').trim());
          lines.splice(-1, 1, cells.join(' | '), '');
        }
        break;
      case 'media':
        add(node.references.map(({ id }) => `[${id}]`).join(' '));
        break;
      case 'footnoteRef':
        break;
      default:
        // The text of what stands in a line: contents, links, indices, notes.
        add(block(node.children).filter(Boolean).join(' '));
    }
  }
  return lines;
}
