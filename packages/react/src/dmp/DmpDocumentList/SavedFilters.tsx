'use client';
import type { DmpQuery } from '@socle-sante/gateway/contract';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { refocus } from '../../base/refocus.js';
import { Button } from '../../parts/Button.js';
import { Field } from '../../parts/Field.js';
import type { dmpDocumentListMessages } from './DmpDocumentList.messages.js';

/** Criteria under a name, kept by the host: the kit stores nothing in the browser. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly query: DmpQuery;
}

export interface SavedFiltersProps {
  /** Searches of the user, offered as buttons. */
  readonly savedFilters?: readonly SavedFilter[];
  /** Keeps the criteria on screen under a name. Without it nothing can be saved. */
  readonly onSaveFilter?: (filter: Omit<SavedFilter, 'id'>) => void;
  /** Forgets one. Without it none can be removed. */
  readonly onRemoveFilter?: (filter: SavedFilter) => void;
}

const NAME_MAX = 60;

/** The user's own searches: one gesture runs them; the criteria on screen can become one. */
export function SavedFilters(
  props: SavedFiltersProps & {
    readonly query: DmpQuery;
    readonly searching: boolean;
    readonly onRun: (query: DmpQuery) => void;
    readonly t: Translate<(typeof dmpDocumentListMessages)['fr']>;
  },
): ReactNode {
  const { savedFilters = [], onSaveFilter, onRemoveFilter, query, t } = props;
  const { announce } = useSocle();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [naming, setNaming] = useState(false);
  const { cursor: _, ...criteria } = query;
  const nothing = Object.keys(criteria).length === 0;
  if (savedFilters.length === 0 && onSaveFilter === undefined) return null;
  const close = (): void => {
    setNaming(false);
    refocus(root.current, '[data-sc-save]', 'button:not(:disabled)');
  };
  return (
    <div ref={root} className="sc-docs-saved">
      {savedFilters.length === 0 ? null : (
        <>
          <p className="sc-text sc-muted" id={id}>
            {t('saved')}
          </p>
          <ul className="sc-list sc-docs-chips" aria-labelledby={id}>
            {savedFilters.map((filter) => (
              <li key={filter.id} className="sc-docs-chip">
                <Button disabled={props.searching} onClick={() => props.onRun(filter.query)}>
                  {filter.name}
                </Button>
                {onRemoveFilter ? (
                  <Button
                    variant="quiet"
                    icon="trash"
                    iconOnly
                    onClick={() => {
                      onRemoveFilter(filter);
                      announce(t('savedRemoved', { name: filter.name }));
                      refocus(root.current, 'button:not(:disabled)');
                    }}
                  >
                    {t('savedRemove', { name: filter.name })}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {onSaveFilter === undefined ? null : naming ? (
        <NameForm
          t={t}
          onCancel={close}
          onName={(name) => {
            onSaveFilter({ name, query: criteria });
            announce(t('savedDone', { name }));
            close();
          }}
        />
      ) : (
        <div className="sc-row">
          <Button variant="quiet" icon="plus" data-sc-save disabled={nothing} onClick={() => setNaming(true)}>
            {t('save')}
          </Button>
          {nothing ? <span className="sc-muted">{t('saveNothing')}</span> : null}
        </div>
      )}
    </div>
  );
}

function NameForm(props: {
  readonly t: Translate<(typeof dmpDocumentListMessages)['fr']>;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = props;
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') props.onName(name.trim());
  };
  return (
    <form className="sc-docs-save" onSubmit={submit}>
      <Field label={t('saveName')} hint={t('saveHint')} required>
        {(control) => (
          <input
            {...control}
            ref={field}
            className="sc-input sc-focusable"
            maxLength={NAME_MAX}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="sc-row">
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {t('saveConfirm')}
        </Button>
        <Button variant="quiet" onClick={props.onCancel}>
          {t('saveCancel')}
        </Button>
      </div>
    </form>
  );
}
