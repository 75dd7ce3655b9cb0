'use client';
import type { Finding, Locale } from '@socle-sante/core/finding';
import type { PackVerdict } from '@socle-sante/schematron/worker';
import { type ReactNode, useMemo } from 'react';
import { useSocle } from '../../base/context.js';
import { formatBytes } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { Details } from '../../parts/Details.js';
import { type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { FindingsList } from '../FindingsList/FindingsList.js';
import { checkFinding } from './check-finding.js';
import type { documentCheckMessages } from './DocumentCheck.messages.js';
import type { AppliedPack, CheckState } from './useDocumentCheck.js';

type T = Translate<(typeof documentCheckMessages)['fr']>;
type Done = Extract<CheckState, { stage: 'done' }>;

interface Verdict {
  readonly applied: AppliedPack;
  readonly verdict: PackVerdict;
  readonly findings: readonly Finding[];
}

/** « 3 anomalies, dont 2 bloquantes ». */
export function summaryOf(done: Done, locale: Locale, t: T): string {
  const verdicts = verdictsOf(done, locale);
  const all = verdicts.reduce((sum, { verdict }) => sum + verdict.found, 0);
  if (all === 0) return t('valid');
  return `${t('found', { n: all })}, ${t('blocking', { n: blockingOf(verdicts) })}`;
}

function verdictsOf({ applied, outcome }: Done, locale: Locale): readonly Verdict[] {
  return applied.flatMap((each, index): Verdict[] => {
    const verdict = outcome.packs[index];
    if (verdict === undefined) return [];
    const findings = verdict.findings.map((found) => checkFinding(found, each.pack, locale));
    return [{ applied: each, verdict, findings }];
  });
}

function blockingOf(verdicts: readonly Verdict[]): number {
  return verdicts.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error').length;
}

/** What the rules said: the sentence, the facts, then the findings of each set of rules by severity. */
export function CheckResult(props: {
  readonly done: Done;
  readonly headingLevel: HeadingLevel;
  readonly onShow: (finding: Finding) => void;
  readonly t: T;
}): ReactNode {
  const { done, t } = props;
  const { locale } = useSocle();
  const verdicts = useMemo(() => verdictsOf(done, locale), [done, locale]);
  const summary = summaryOf(done, locale, t);
  const blocking = blockingOf(verdicts);
  const found = verdicts.reduce((sum, { verdict }) => sum + verdict.found, 0);
  return (
    <div className="sc-stack">
      <Notice tone={found === 0 ? 'success' : blocking > 0 ? 'danger' : 'warning'}>{summary}</Notice>
      {verdicts.map(({ applied, verdict }) => (
        <PackNotes key={applied.pack.key} label={applied.pack.label[locale]} verdict={verdict} t={t} />
      ))}
      <Facts done={done} t={t} />
      {verdicts.map(({ applied: { pack }, verdict, findings }) => (
        <div key={pack.key} className="sc-stack sc-check-pack">
          <FindingsList
            findings={findings}
            title={`${pack.label[locale]} (${verdict.found})`}
            headingLevel={nextLevel(props.headingLevel)}
            onShow={props.onShow}
          />
          {verdict.found > findings.length ? (
            <p className="sc-text sc-muted">{t('cut', { n: findings.length, all: verdict.found })}</p>
          ) : null}
        </div>
      ))}
    </div>
  );
}

/** What the rules themselves could not do. */
function PackNotes(props: { readonly label: string; readonly verdict: PackVerdict; readonly t: T }): ReactNode {
  const { label, t } = props;
  const { faults, deviations } = props.verdict;
  return (
    <>
      {deviations.some(({ incomplete }) => incomplete) ? (
        <Notice tone="info">{t('incomplete', { pack: label })}</Notice>
      ) : null}
      {faults.length === 0 ? null : (
        <Notice tone="warning">
          <Details summary={t('faults', { n: faults.length, pack: label })}>
            <ul className="sc-list">
              {faults.slice(0, 20).map((fault) => (
                <li key={`${fault.rule}/${fault.expression}/${fault.location}`} className="sc-text">
                  {t('fault', { rule: fault.rule, code: fault.code, line: String(fault.line) })}
                </li>
              ))}
            </ul>
          </Details>
        </Notice>
      )}
    </>
  );
}

function Facts({ done, t }: { readonly done: Done; readonly t: T }): ReactNode {
  const { locale } = useSocle();
  const { outcome, document, applied } = done;
  const took = outcome.milliseconds;
  return (
    <dl className="sc-terms">
      <dt className="sc-term">{t('name')}</dt>
      <dd className="sc-definition sc-check-name">{document.name}</dd>
      <dt className="sc-term">{t('size')}</dt>
      <dd className="sc-definition">{formatBytes(outcome.bytes, locale)}</dd>
      <dt className="sc-term">{t('time')}</dt>
      <dd className="sc-definition">
        {took < 1000
          ? t('milliseconds', { n: Math.max(1, Math.round(took)) })
          : t('seconds', { n: Math.round(took / 100) / 10 })}
      </dd>
      <dt className="sc-term">{t('applied')}</dt>
      <dd className="sc-definition">
        <ul className="sc-list">
          {applied.map((each) => (
            <li key={each.pack.key} className="sc-check-applied">
              {packName(each, locale, t)}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

/** « Règles de démonstration, version 1.0, 12 contrôles ». */
export function packName({ pack, remote }: AppliedPack, locale: Locale, t: T): string {
  const { schemaVersion, hash, totals } = remote.manifest;
  // Some packs write the name of their file there.
  const written = schemaVersion !== undefined && /^v?\d/i.test(schemaVersion) ? schemaVersion : hash.slice(0, 8);
  const version = pack.version ?? written;
  return [pack.label[locale], t('version', { version }), t('checks', { n: totals.checks })].join(', ');
}
