'use client';
import type { DocumentRow } from '@socle-sante/gateway/contract';
import { type ReactNode, useMemo } from 'react';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import type { GridColumn } from '../../common/VirtualGrid/grid-types.js';
import { Badge } from '../../parts/Badge.js';
import { Icon, type IconName } from '../../parts/icons.js';
import { dmpDocumentMessages } from '../shared/document.messages.js';
import { Moment } from '../shared/Moment.js';
import type { dmpDocumentListMessages } from './DmpDocumentList.messages.js';

/** Columns of the list, by name. */
export type DmpDocumentColumn = 'type' | 'title' | 'act' | 'author' | 'origin' | 'visibility' | 'status' | 'filed';

export const allDocumentColumns: readonly DmpDocumentColumn[] = [
  'title',
  'type',
  'act',
  'author',
  'origin',
  'visibility',
  'status',
  'filed',
];

/** The same in less room: the origin is said under the author, a status that is not the usual one under the title. */
export const tightDocumentColumns: readonly DmpDocumentColumn[] = allDocumentColumns.filter(
  (column) => column !== 'origin' && column !== 'status',
);

const origins: Readonly<Record<DocumentRow['origin'], IconName>> = {
  pro: 'users',
  patient: 'user',
  'assurance-maladie': 'card',
  own: 'file',
};

/** The columns as cells: what is distinguished is in words and with an icon, never by colour alone. */
export function useDocumentColumns(
  t: Translate<(typeof dmpDocumentListMessages)['fr']>,
  columns: readonly DmpDocumentColumn[],
): readonly GridColumn<DocumentRow>[] {
  const words = useMessages(dmpDocumentMessages);
  const wanted = columns.join();
  return useMemo(() => {
    const shown = wanted.split(',');
    const origin = (row: DocumentRow): ReactNode => (
      <span className="sc-docs-mark">
        <Icon name={origins[row.origin]} />
        {words(`origin.${row.origin}`)}
      </span>
    );
    const status = (row: DocumentRow): ReactNode => (
      <Badge tone="neutral" icon={row.status === 'archived' ? 'archive' : 'history'}>
        {words(`status.${row.status}`)}
      </Badge>
    );
    const cells: Readonly<Record<DmpDocumentColumn, Omit<GridColumn<DocumentRow>, 'id' | 'header'>>> = {
      title: {
        cell: (row) =>
          shown.includes('status') || row.status === 'approved' ? (
            row.title
          ) : (
            <span className="sc-docs-lines">
              {row.title} {status(row)}
            </span>
          ),
        priority: 1,
        isRowHeader: true,
        sortable: true,
      },
      type: { cell: (row) => <span lang="fr">{row.type.label}</span>, sortable: true },
      act: { cell: (row) => <Moment at={row.actStart} />, sortable: true },
      author: {
        cell: (row) => {
          const authors = row.authors
            .map(({ name, structure }) => [name, structure].filter(Boolean).join(', '))
            .join(' ; ');
          return shown.includes('origin') ? (
            authors
          ) : (
            <span className="sc-docs-lines">
              {/* What the patient added says so itself. */}
              {row.origin === 'patient' ? null : <span>{authors}</span>} {origin(row)}
            </span>
          );
        },
        sortable: true,
      },
      origin: {
        cell: origin,
        sortable: true,
      },
      visibility: {
        cell: (row) =>
          row.visibility.every((one) => one === 'normal') ? (
            words('visibility.normal')
          ) : (
            <span className="sc-docs-marks">
              {row.visibility
                .filter((one) => one !== 'normal')
                .map((one) => (
                  <Badge key={one} tone="warning" icon="eye-off">
                    {words(`visibility.${one}`)}
                  </Badge>
                ))}
            </span>
          ),
      },
      status: {
        cell: (row) => (row.status === 'approved' ? words('status.approved') : status(row)),
      },
      filed: {
        cell: (row) =>
          row.filed ? (
            <Badge tone="success" icon="file-check">
              {t('filed')}
            </Badge>
          ) : (
            <span className="sc-muted">{t('notFiled')}</span>
          ),
      },
    };
    return (wanted.split(',') as DmpDocumentColumn[]).map((id) => ({ id, header: t(`column.${id}`), ...cells[id] }));
  }, [t, words, wanted]);
}

/** Text by which a column sorts. */
export function sortText(row: DocumentRow, column: string): string {
  switch (column) {
    case 'type':
      return row.type.label;
    case 'act':
      return row.actStart;
    case 'author':
      return row.authors[0]?.name ?? '';
    case 'origin':
      return row.origin;
    default:
      return row.title;
  }
}
