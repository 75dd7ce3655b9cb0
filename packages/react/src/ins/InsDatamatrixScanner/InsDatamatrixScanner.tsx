'use client';
import type { DatamatrixDecodeOutput } from '@socle-sante/gateway/contract';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { FindingsList } from '../../common/FindingsList/FindingsList.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Button } from '../../parts/Button.js';
import { Field } from '../../parts/Field.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { InsNumber } from '../shared/InsNumber.js';
import { TraitsTerms } from '../shared/TraitsTerms.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { insDatamatrixScannerMessages } from './InsDatamatrixScanner.messages.js';
import { type DatamatrixScan, type DatamatrixScanOptions, useDatamatrixScan } from './useDatamatrixScan.js';

export interface InsDatamatrixScannerProps
  extends BaseProps,
    DatamatrixScanOptions,
    MessagesProp<typeof insDatamatrixScannerMessages> {
  readonly headingLevel?: HeadingLevel;
  readonly slots?: {
    /** What to do with the identity read: open the record, start a search. */
    readonly result?: (decoded: DatamatrixDecodeOutput) => ReactNode;
  };
}

type T = Translate<(typeof insDatamatrixScannerMessages)['fr']>;

/** Reads an INS datamatrix: hand scanner, camera, image. What is read proves nothing: the identity stays provisional. */
export const InsDatamatrixScanner = component<InsDatamatrixScannerProps>('InsDatamatrixScanner', (props, ref) => {
  const t = useMessages(insDatamatrixScannerMessages, props.messages);
  const { announce } = useSocle();
  const id = useId();
  const video = useRef<HTMLVideoElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const scan = useDatamatrixScan({ ...props, video, field });
  const level = props.headingLevel ?? 3;
  const { result } = scan;
  const name = result?.identity ? `${result.identity.traits.birthName} ${result.identity.traits.firstName}` : '';
  useEffect(() => {
    if (name !== '') announce(t('found', { name }));
  }, [name, announce, t]);

  return (
    <section {...rootProps('InsDatamatrixScanner', 'sc-scanner', props)} ref={ref} aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('title')}
      </Heading>
      {result?.identity ? (
        <Found
          decoded={result}
          identity={result.identity}
          level={level}
          t={t}
          onAgain={scan.reset}
          more={props.slots?.result?.(result)}
        />
      ) : (
        <>
          <Ways scan={scan} t={t} />
          {scan.isListening ? <Wedge scan={scan} field={field} t={t} /> : null}
          {scan.camera === 'asking' || scan.camera === 'searching' ? (
            <div className="sc-scanner-view">
              <video ref={video} className="sc-scanner-video" aria-label={t('preview')} muted playsInline />
              <span className="sc-scanner-frame" aria-hidden="true" />
              <p className="sc-text sc-scanner-aim" role="status">
                {t(scan.camera === 'asking' ? 'asking' : 'aim')}
              </p>
            </div>
          ) : null}
          <Troubles scan={scan} level={level} t={t} />
        </>
      )}
    </section>
  );
});

function Ways(props: { readonly scan: DatamatrixScan; readonly t: T }): ReactNode {
  const { scan, t } = props;
  const input = useRef<HTMLInputElement>(null);
  const { sources, isReaderMissing } = scan;
  const filming = scan.camera === 'asking' || scan.camera === 'searching';
  const busy = scan.isReading || scan.decoding.state.status === 'loading';
  return (
    <>
      <div className="sc-row">
        {sources.includes('wedge') ? (
          <Button
            icon="scan"
            variant={scan.isListening ? 'primary' : 'secondary'}
            aria-pressed={scan.isListening}
            onClick={() => (scan.isListening ? scan.stop() : scan.start('wedge'))}
          >
            {t('wedge')}
          </Button>
        ) : null}
        {sources.includes('camera') ? (
          <Button
            icon="camera"
            disabled={isReaderMissing}
            onClick={() => (filming ? scan.stop() : scan.start('camera'))}
          >
            {t(filming ? 'stopCamera' : 'camera')}
          </Button>
        ) : null}
        {sources.includes('file') ? (
          <>
            <input
              ref={input}
              type="file"
              accept="image/*"
              className="sc-hidden"
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) scan.readFile(file);
                event.target.value = '';
              }}
            />
            <Button icon="file" disabled={isReaderMissing || busy} onClick={() => input.current?.click()}>
              {t('file')}
            </Button>
          </>
        ) : null}
        <span role="status" className="sc-muted">
          {busy ? t('reading') : ''}
        </span>
      </div>
      {isReaderMissing ? <p className="sc-text sc-muted">{t('noReader')}</p> : null}
    </>
  );
}

function Wedge(props: {
  readonly scan: DatamatrixScan;
  readonly field: React.RefObject<HTMLInputElement | null>;
  readonly t: T;
}): ReactNode {
  const { scan, field, t } = props;
  useEffect(() => field.current?.focus(), [field]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = field.current?.value ?? '';
    if (field.current) field.current.value = '';
    if (text !== '') scan.readText(text);
  };
  return (
    <form className="sc-scanner-wedge" onSubmit={submit}>
      <p className="sc-text sc-scanner-listening" role="status">
        {t('listening')}
      </p>
      <div className="sc-scanner-line">
        <Field label={t('field')} hint={t('fieldHint')} className="sc-scanner-field">
          {(control) => (
            <input
              {...control}
              ref={field}
              className="sc-input sc-focusable sc-code"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Button type="submit">{t('read')}</Button>
      </div>
    </form>
  );
}

function Troubles(props: { readonly scan: DatamatrixScan; readonly level: HeadingLevel; readonly t: T }): ReactNode {
  const { scan, t } = props;
  const { camera, problem, result } = scan;
  const code = camera === 'denied' || camera === 'none' || camera === 'failed' ? camera : problem;
  return (
    <>
      {code ? (
        <Notice tone="warning" role="alert">
          {t(code)}
        </Notice>
      ) : null}
      <ActionTrouble state={scan.decoding.state} />
      {result && !result.identity ? <Refusal decoded={result} level={props.level} t={t} /> : null}
    </>
  );
}

function Refusal(props: {
  readonly decoded: DatamatrixDecodeOutput;
  readonly level: HeadingLevel;
  readonly t: T;
}): ReactNode {
  const { decoded, t } = props;
  const has = (rule: string): boolean => decoded.findings.some((finding) => finding.rule === rule);
  const reason = has('ins.datamatrix.notIns') ? 'notIns' : has('ins.oid.notProduction') ? 'test' : 'refused';
  return (
    <>
      <Notice tone="danger" role="alert">
        {t(reason)}
      </Notice>
      {reason === 'refused' ? (
        <FindingsList findings={decoded.findings} headingLevel={nextLevel(props.level)} onLocate={() => {}} />
      ) : null}
    </>
  );
}

function Found(props: {
  readonly decoded: DatamatrixDecodeOutput;
  readonly identity: NonNullable<DatamatrixDecodeOutput['identity']>;
  readonly level: HeadingLevel;
  readonly t: T;
  readonly onAgain: () => void;
  readonly more: ReactNode;
}): ReactNode {
  const { decoded, identity, t } = props;
  const traits = useMessages(traitsMessages);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it takes the focus because what had it is gone
    <div
      ref={box}
      className="sc-panel sc-scanner-found sc-focusable"
      role="group"
      aria-label={t('result')}
      tabIndex={-1}
    >
      <TraitsTerms traits={identity.traits}>
        <dt className="sc-term">{traits('ins')}</dt>
        <dd className="sc-definition">
          <InsNumber ins={identity.ins} />
        </dd>
      </TraitsTerms>
      <Notice tone="warning" icon="dashed-circle">
        {t('status')}
      </Notice>
      {decoded.findings.length === 0 ? null : (
        <FindingsList findings={decoded.findings} headingLevel={nextLevel(props.level)} onLocate={() => {}} />
      )}
      {props.more}
      <div className="sc-row">
        <Button icon="scan" onClick={props.onAgain}>
          {t('again')}
        </Button>
      </div>
    </div>
  );
}
