'use client';
import type { DuplicateGroup, PatientRow } from '@socle-sante/gateway/contract';
import { type ReactNode, useId } from 'react';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { AsyncView } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { InsStatusBadge } from '../InsStatusBadge/InsStatusBadge.js';
import { InsNumber } from '../shared/InsNumber.js';
import { traitText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import type { IdentityDuplicatesProps, IdentityDuplicatesT } from './IdentityDuplicates.js';
import { type ComparedField, comparedFields, type Duplicates, differingFields } from './useDuplicates.js';

interface ListProps extends Pick<IdentityDuplicatesProps, 'onOpen' | 'onMerge' | 'onEvent' | 'headingLevel'> {
  readonly duplicates: Duplicates;
  readonly t: IdentityDuplicatesT;
}

/** Records that may be one person, side by side, with the reason. The product decides; nothing is merged here. */
export function DuplicateList(props: ListProps): ReactNode {
  const { duplicates, t } = props;
  const id = useId();
  const level = props.headingLevel ?? 3;
  return (
    <section className="sc-dup-search" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('duplicates')}
      </Heading>
      <AsyncView state={duplicates.state}>
        {(groups) =>
          groups.length === 0 ? (
            <p className="sc-text sc-empty">{t('none')}</p>
          ) : (
            <ul className="sc-list sc-dup-groups">
              {groups.map((group) => (
                <li key={`${group.why}/${group.patients.map(({ ref }) => ref).join('/')}`}>
                  <Group {...props} group={group} level={nextLevel(level)} />
                </li>
              ))}
            </ul>
          )
        }
      </AsyncView>
      {duplicates.hasMore ? (
        <div className="sc-row sc-no-print">
          <Button disabled={duplicates.isLoadingMore} onClick={() => void duplicates.loadMore()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Group(props: ListProps & { readonly group: DuplicateGroup; readonly level: HeadingLevel }): ReactNode {
  const { group, t, onMerge } = props;
  const differing = differingFields(group.patients);
  return (
    <article className="sc-dup-group">
      <div className="sc-row">
        <Badge tone="warning" icon="users">
          {t('dup')}
        </Badge>
        <Heading level={props.level} className="sc-dup-why">
          {t(`why.${group.why}`)}
        </Heading>
      </div>
      <div className="sc-dup-side">
        {group.patients.map((patient) => (
          <Record key={patient.ref} {...props} patient={patient} differing={differing} />
        ))}
      </div>
      {onMerge ? (
        <div className="sc-row sc-no-print">
          <Button onClick={() => onMerge(group)}>{t('merge')}</Button>
          <p className="sc-text sc-muted">{t('mergeHint')}</p>
        </div>
      ) : null}
    </article>
  );
}

function Record(
  props: ListProps & { readonly patient: PatientRow; readonly differing: ReadonlySet<ComparedField> },
): ReactNode {
  const { patient, differing, t, onOpen } = props;
  const words = useMessages(traitsMessages);
  const emit = useEmit('IdentityDuplicates', props.onEvent);
  const name = `${patient.traits.birthName} ${patient.traits.firstName}`;
  return (
    <div className="sc-panel sc-dup-record">
      <InsStatusBadge status={patient.status} attributes={patient.attributes} />
      <dl className="sc-terms">
        {comparedFields.map((field) => {
          const value = patient.traits[field] ?? '';
          return (
            <div key={field} className="sc-dup-line">
              <dt className="sc-term">{words(field)}</dt>
              <dd className="sc-definition">
                <span className={differing.has(field) ? 'sc-dup-mark' : undefined}>
                  {value === '' ? words('absent') : traitText(field, value, words)}
                </span>
                {differing.has(field) ? <span className="sc-muted sc-dup-differs"> {t('differs')}</span> : null}
              </dd>
            </div>
          );
        })}
        {patient.usedName === undefined ? null : (
          <div className="sc-dup-line">
            <dt className="sc-term">{words('usedName')}</dt>
            <dd className="sc-definition">{patient.usedName}</dd>
          </div>
        )}
        <div className="sc-dup-line">
          <dt className="sc-term">{words('ins')}</dt>
          <dd className="sc-definition">{patient.ins ? <InsNumber ins={patient.ins} /> : words('absent')}</dd>
        </div>
      </dl>
      {onOpen ? (
        <Button
          className="sc-no-print sc-dup-open"
          aria-label={t('openOf', { name })}
          onClick={() => {
            emit('identity.opened');
            onOpen(patient.ref);
          }}
        >
          {t('open')}
        </Button>
      ) : null}
    </div>
  );
}
