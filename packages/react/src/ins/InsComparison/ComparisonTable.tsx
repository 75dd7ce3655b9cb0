'use client';
import type { DiffRow, DiffVerdict, InsiSnapshot, PatientView } from '@socle-sante/gateway/contract';
import { type ReactNode, useRef } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { useNarrow } from '../../base/use-narrow.js';
import { type CogSource, usePlace } from '../../common/CommuneCountryPicker/useCog.js';
import { Icon, type IconName } from '../../parts/icons.js';
import { InsNumber } from '../shared/InsNumber.js';
import { birthDateText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { type ComparisonPart, dateParts } from './comparison.js';
import type { InsComparisonT } from './InsComparison.js';
import type { InsComparison } from './useInsComparison.js';

/** Under this width a row becomes a small list. */
const NARROW_PX = 560;

const icons: Readonly<Record<DiffVerdict, IconName>> = {
  same: 'check',
  equivalent: 'check',
  different: 'warning',
  missing: 'dashed-circle',
};

interface TableProps {
  readonly comparison: InsComparison;
  readonly local: PatientView;
  readonly insi: InsiSnapshot;
  readonly t: InsComparisonT;
  readonly labelledBy: string;
  readonly cogSource: CogSource | undefined;
}

/** Trait by trait: the record, INSi, the verdict in words. What differs is underlined as well as coloured. */
export function ComparisonTable(props: TableProps): ReactNode {
  const { t } = props;
  const box = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(box, NARROW_PX);
  // The roles are said again: a table drawn as blocks loses them in some browsers.
  return (
    <div ref={box} className="sc-ins-comparison-box" data-narrow={narrow || undefined}>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table role="table" className="sc-ins-comparison-table" aria-labelledby={props.labelledBy}>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup" className="sc-ins-comparison-thead">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row" className="sc-ins-comparison-row">
            {(['trait', 'local', 'insi', 'verdict'] as const).map((name) => (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <th key={name} role="columnheader" scope="col" className="sc-ins-comparison-cell" data-column={name}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup" className="sc-ins-comparison-tbody">
          {props.comparison.rows.map((row) => (
            <Row key={row.field} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { readonly row: DiffRow; readonly table: TableProps }): ReactNode {
  const { row } = props;
  const { t, local, insi, cogSource } = props.table;
  const words = useMessages(traitsMessages);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a table drawn as blocks loses its roles
    <tr role="row" className="sc-ins-comparison-row" data-verdict={row.verdict}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <th role="rowheader" scope="row" className="sc-ins-comparison-cell" data-column="trait">
        {words(row.field)}
      </th>
      {(['local', 'insi'] as const).map((side) => {
        const ins = side === 'local' ? local.ins : insi.ins;
        return (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <td key={side} role="cell" className="sc-ins-comparison-cell" data-column={side}>
            <span className="sc-ins-comparison-label" aria-hidden="true">
              {t(side)}
            </span>
            <span className="sc-ins-comparison-value">
              {row.field === 'ins' ? (
                ins === undefined ? (
                  <Absent />
                ) : (
                  <InsNumber ins={ins} />
                )
              ) : (
                <Value row={row} side={side} birthDate={insi.traits.birthDate} cogSource={cogSource} />
              )}
            </span>
          </td>
        );
      })}
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <td role="cell" className="sc-ins-comparison-cell" data-column="verdict">
        <span className="sc-ins-comparison-verdict" data-verdict={row.verdict}>
          <Icon name={icons[row.verdict]} />
          {t(`verdict.${row.verdict}`)}
        </span>
        {row.verdict === 'equivalent' ? (
          <span className="sc-muted sc-ins-comparison-why"> {t('equivalentWhy')}</span>
        ) : null}
      </td>
    </tr>
  );
}

function Absent(): ReactNode {
  const words = useMessages(traitsMessages);
  return <span className="sc-muted">{words('absent')}</span>;
}

function Value(props: {
  readonly row: DiffRow;
  readonly side: 'local' | 'insi';
  readonly birthDate: string;
  readonly cogSource: CogSource | undefined;
}): ReactNode {
  const { row, side } = props;
  const words = useMessages(traitsMessages);
  const value = row[side];
  const other = row[side === 'local' ? 'insi' : 'local'];
  const place = usePlace(row.field === 'birthPlace' ? (value ?? '') : '', props.cogSource, props.birthDate);
  if (value === undefined) return <Absent />;
  const marked = (parts: readonly ComparisonPart[]): ReactNode => (
    <Parts parts={parts} side={side} on={row.verdict === 'different' || row.verdict === 'equivalent'} />
  );
  if (row.field === 'sex') {
    const text = value === 'F' || value === 'M' || value === 'I' ? words(`sex.${value}`) : value;
    return marked([{ text, changed: row.verdict === 'different' }]);
  }
  if (row.field === 'birthDate') {
    return (
      <>
        <span className="sc-num">{marked(dateParts(value, other))}</span>
        {birthDateText(value).isIncomplete ? <span className="sc-muted"> ({words('incompleteDate')})</span> : null}
      </>
    );
  }
  const parts = side === 'insi' ? row.parts : row.localParts;
  return (
    <>
      <span className={row.field === 'birthPlace' ? 'sc-num' : undefined}>{marked(parts)}</span>
      {place?.name === undefined ? null : <span className="sc-muted"> {place.name}</span>}
    </>
  );
}

/** A value with the stretches that the other side lacks. */
function Parts(props: {
  readonly parts: readonly ComparisonPart[];
  readonly side: 'local' | 'insi';
  readonly on: boolean;
}): ReactNode {
  let at = 0;
  return props.parts.map((part) => {
    const key = at;
    at += part.text.length;
    return part.changed && props.on ? (
      <span key={key} className="sc-ins-comparison-mark" data-side={props.side}>
        {part.text}
      </span>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
