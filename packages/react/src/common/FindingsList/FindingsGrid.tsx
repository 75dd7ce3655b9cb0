'use client';
import type { ReactNode } from 'react';
import { Badge } from '../../parts/Badge.js';
import type { Tone } from '../../parts/Notice.js';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid.js';
import type { FindingItem, Findings } from './useFindings.js';

const tones: Readonly<Record<FindingItem['finding']['severity'], Tone>> = {
  error: 'danger',
  warning: 'warning',
  info: 'info',
};

/** Many findings: one line each, in the grid of the kit. */
export function FindingsGrid(props: {
  readonly view: Findings;
  readonly onLocate: (item: FindingItem) => void;
}): ReactNode {
  const { t, groups } = props.view;
  const rows = groups.flatMap((group) => group.items);
  const layers = rows.some(({ layer }) => layer === 'official');
  const placeOf = (item: FindingItem): string => {
    const line = item.finding.wire?.line;
    return item.field || (line === undefined ? t('whole') : t('line', { line: String(line) }));
  };
  return (
    <VirtualGrid<FindingItem>
      label={t('count', { n: rows.length })}
      rows={rows}
      getRowKey={(item) => item.key}
      onOpen={props.onLocate}
      columns={[
        {
          id: 'severity',
          header: t('severity'),
          width: '9rem',
          cell: (item) => <Badge tone={tones[item.finding.severity]}>{t(item.finding.severity)}</Badge>,
        },
        { id: 'finding', header: t('finding'), cell: (item) => item.text.title, isRowHeader: true },
        ...(layers
          ? [
              {
                id: 'layer',
                header: t('layerColumn'),
                width: '10rem',
                cell: (item: FindingItem) =>
                  t(item.also.length > 0 ? 'layer.both' : item.layer === 'native' ? 'layer.native' : 'layer.official'),
              },
            ]
          : []),
        { id: 'field', header: t('field'), width: '14rem', cell: placeOf },
        {
          id: 'rule',
          header: t('ruleColumn'),
          width: '14rem',
          cell: (item) => <span className="sc-code">{item.message?.pack || item.finding.rule}</span>,
        },
      ]}
    />
  );
}
