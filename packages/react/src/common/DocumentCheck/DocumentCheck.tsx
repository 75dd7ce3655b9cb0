'use client';
import type { Finding } from '@socle-sante/core/finding';
import type { ExtractLine } from '@socle-sante/schematron/worker';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import { FileDrop } from '../FileDrop/FileDrop.js';
import { useAnnounceChange } from '../LiveRegion/useAnnounce.js';
import { CheckResult, packName, summaryOf } from './CheckResult.js';
import { documentCheckMessages } from './DocumentCheck.messages.js';
import { SourceExtract } from './SourceExtract.js';
import {
  type CheckPack,
  type CheckState,
  type DocumentCheckOptions,
  type DocumentCheckView,
  useDocumentCheck,
} from './useDocumentCheck.js';

export interface DocumentCheckProps
  extends BaseProps,
    DocumentCheckOptions,
    MessagesProp<typeof documentCheckMessages> {
  readonly headingLevel?: HeadingLevel;
  /** Largest file, in bytes. 64 MB by default. */
  readonly maxBytes?: number;
}

type T = Translate<(typeof documentCheckMessages)['fr']>;

interface Shown {
  readonly lines: readonly ExtractLine[];
  readonly line: number;
  readonly column: number;
  readonly pointer: string | undefined;
}

/** A document brought by the user, checked in a worker of this page against compiled rules. Nothing is sent. */
export const DocumentCheck = component<DocumentCheckProps>('DocumentCheck', (props, ref) => {
  const t = useMessages(documentCheckMessages, props.messages);
  const { locale } = useSocle();
  const level = props.headingLevel ?? 2;
  const id = useId();
  const view = useDocumentCheck(props);
  const { state, selected } = view;
  const [shown, setShown] = useState<Shown>();
  const extract = useRef<HTMLElement>(null);
  const result = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const running = isRunning(state);

  useAnnounceChange(announcementOf(state, locale, t));
  useEffect(() => {
    if (shown !== undefined) extract.current?.focus();
  }, [shown]);
  // The button that had the focus is gone.
  const cancelled = useRef(false);
  useEffect(() => {
    if (state.stage !== 'cancelled' || !cancelled.current) return;
    cancelled.current = false;
    result.current?.focus();
  }, [state.stage]);

  const show = async ({ wire }: Pick<Finding, 'wire'>): Promise<void> => {
    opener.current = document.activeElement;
    const source = await view.source();
    const { line, column = 1, pointer } = wire ?? {};
    if (source === undefined || line === undefined) return;
    setShown({ lines: source.extract({ line, column }), line, column, pointer });
  };
  const close = (): void => {
    setShown(undefined);
    const back = opener.current;
    opener.current = null;
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    else result.current?.focus();
  };
  const failedAt = state.stage === 'failed' ? state.failure.line : undefined;
  useShowFailure(view, failedAt, state.stage === 'failed' ? state.failure.column : undefined, setShown);

  return (
    <section {...rootProps('DocumentCheck', 'sc-check', props)} ref={ref} aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('title')}
      </Heading>
      <p className="sc-text sc-check-private">
        <Icon name="lock" />
        <span>{t('private')}</span>
      </p>
      <PackChoice view={view} packs={props.packs} isDisabled={running} t={t} />
      <FileDrop
        label={t('file')}
        messages={{ paste: t('paste') }}
        accept={['cda', 'xml']}
        maxBytes={props.maxBytes ?? 64_000_000}
        isDisabled={running || selected.size === 0}
        {...(props.onEvent === undefined ? {} : { onEvent: props.onEvent })}
        onFiles={([file]) => {
          setShown(undefined);
          if (file === undefined) view.reset();
          else void view.check({ name: file.name, bytes: file.bytes });
        }}
      />
      {running ? (
        <Progress
          state={state}
          onCancel={() => {
            cancelled.current = true;
            view.cancel();
          }}
          t={t}
        />
      ) : null}
      {state.stage === 'done' || state.stage === 'failed' || state.stage === 'cancelled' ? (
        <section className="sc-check-result" aria-labelledby={`${id}-result`} ref={result} tabIndex={-1}>
          <div className="sc-check-result-head">
            <Heading level={nextLevel(level)} id={`${id}-result`}>
              {t('result')}
            </Heading>
            <Button
              variant="quiet"
              icon="refresh"
              disabled={selected.size === 0}
              onClick={() => {
                setShown(undefined);
                void view.check(state.document);
              }}
            >
              {t('again')}
            </Button>
          </div>
          <div className="sc-check-columns" data-extract={shown !== undefined || undefined}>
            {shown === undefined ? null : (
              <SourceExtract
                {...shown}
                headingLevel={nextLevel(nextLevel(level))}
                onClose={close}
                headingRef={extract}
                t={t}
              />
            )}
            <div className="sc-check-findings">
              {state.stage === 'done' ? (
                <CheckResult
                  done={state}
                  headingLevel={nextLevel(level)}
                  onShow={(finding) => void show(finding)}
                  t={t}
                />
              ) : state.stage === 'failed' ? (
                <Notice tone="danger">
                  <p className="sc-text sc-check-failure">{state.failure.userMessage[locale].title}</p>
                  {state.failure.line === undefined ? null : (
                    <p className="sc-text">
                      {t('unreadableAt', {
                        line: String(state.failure.line),
                        column: String(state.failure.column ?? 1),
                      })}
                    </p>
                  )}
                  <p className="sc-text">{state.failure.userMessage[locale].action}</p>
                </Notice>
              ) : (
                <Notice tone="info">{t('cancelled')}</Notice>
              )}
            </div>
          </div>
        </section>
      ) : null}
    </section>
  );
});

function isRunning(state: CheckState): state is Extract<CheckState, { stage: 'loading' | 'reading' | 'checking' }> {
  return state.stage === 'loading' || state.stage === 'reading' || state.stage === 'checking';
}

function announcementOf(state: CheckState, locale: 'fr' | 'en', t: T): string {
  if (state.stage === 'done') return summaryOf(state, locale, t);
  if (state.stage === 'failed') return state.failure.userMessage[locale].title;
  if (state.stage === 'cancelled') return t('cancelled');
  // The progress bar says the rest.
  return state.stage === 'reading' ? t('reading') : '';
}

/** The place where a document could not be read is shown at once: there is nothing else to show. */
function useShowFailure(
  view: DocumentCheckView,
  line: number | undefined,
  column: number | undefined,
  onShown: (shown: Shown) => void,
): void {
  const { source } = view;
  useEffect(() => {
    if (line === undefined) return undefined;
    let live = true;
    void source().then((text) => {
      const lines = text?.extract({ line, column: column ?? 1 }) ?? [];
      if (live && lines.length > 0) onShown({ lines, line, column: column ?? 1, pointer: undefined });
    });
    return () => {
      live = false;
    };
  }, [source, line, column, onShown]);
}

function PackChoice(props: {
  readonly view: DocumentCheckView;
  readonly packs: readonly CheckPack[];
  readonly isDisabled: boolean;
  readonly t: T;
}): ReactNode {
  const { view, packs, t } = props;
  const { locale } = useSocle();
  const nameOf = (pack: CheckPack): string => {
    const remote = view.loaded.get(pack.key);
    return remote === undefined ? pack.label[locale] : packName({ pack, remote }, locale, t);
  };
  const [only] = packs;
  if (packs.length === 1 && only !== undefined) {
    return <p className="sc-text sc-muted">{t('packsAre', { name: nameOf(only) })}</p>;
  }
  return (
    <fieldset className="sc-fieldset" disabled={props.isDisabled}>
      <legend className="sc-legend">{t('packs')}</legend>
      {packs.map((pack) => (
        <label key={pack.key} className="sc-choice">
          <input
            type="checkbox"
            className="sc-choice-input sc-focusable"
            checked={view.selected.has(pack.key)}
            onChange={(event) => view.select(pack.key, event.target.checked)}
          />
          <span>{nameOf(pack)}</span>
        </label>
      ))}
      {view.selected.size === 0 ? <Notice tone="warning">{t('noPack')}</Notice> : null}
    </fieldset>
  );
}

function Progress(props: {
  readonly state: Extract<CheckState, { stage: 'loading' | 'reading' | 'checking' }>;
  readonly onCancel: () => void;
  readonly t: T;
}): ReactNode {
  const { state, t } = props;
  const percent = Math.floor(state.done * 100);
  const words = state.stage === 'checking' ? t('checking', { percent }) : t(state.stage);
  return (
    <div className="sc-check-progress">
      <p className="sc-text sc-num">{words}</p>
      <progress
        className="sc-check-bar"
        aria-label={t('progress')}
        {...(state.stage === 'checking' ? { max: 100, value: percent } : {})}
      />
      <div className="sc-row">
        <Button icon="close" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
