import type { HeaderSummary } from '@socle-sante/documents/cda-reader';
import {
  type HeaderRow,
  headerRows,
  type NarrativeDocument,
  type NarrativeNode,
  type NarrativeSection,
  showSize,
} from '@socle-sante/documents/render';
import type { Locale } from '../frame/locale.js';

/** A text of a document on a terminal: a control character could give it orders. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

const WORDS = {
  fr: { media: 'Fichier', untitled: 'Sans titre', colon: ' : ' },
  en: { media: 'File', untitled: 'Untitled', colon: ': ' },
} as const;

/** A document as lines of plain text: header from the data, then each section. */
export function documentLines(summary: HeaderSummary, narrative: NarrativeDocument, locale: Locale): string[] {
  const { media, untitled, colon } = WORDS[locale];
  const { patient, document } = headerRows(summary, locale);
  const files = narrative.medias.map(({ id, detectedType, declaredType, size }) => ({
    label: media,
    value: `${id} (${detectedType ?? declaredType ?? '?'}, ${showSize(size, locale)})`,
  }));
  const lines = (rows: readonly HeaderRow[]) => rows.map(({ label, value }) => plainLine(`${label}${colon}${value}`));
  const body = narrative.plainText === undefined ? [] : ['', ...narrative.plainText.split(/\r?\n/).map(plainLine)];
  return [
    plainLine(summary.title ?? untitled),
    '',
    ...lines(patient),
    '',
    ...lines(document),
    ...lines(files),
    ...body,
    ...narrative.sections.flatMap((section) => sectionLines(section)),
  ];
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
