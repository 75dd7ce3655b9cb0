'use client';
import {
  describeFinding,
  type Finding,
  type FindingCatalogue,
  type FindingText,
  type Severity,
} from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import { useCallback, useMemo } from 'react';
import type { MessagesProp } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { pathName } from '../../base/locate.js';
import { frenchSpaces, type Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { findingsListMessages } from './FindingsList.messages.js';

export type FindingsGrouping = 'severity' | 'path' | 'rule';

/** One finding ready to be shown. */
export interface FindingItem {
  readonly key: string;
  readonly finding: Finding;
  readonly text: FindingText;
  /** Dotted name of the field. */
  readonly field: string;
  /** `SEL-MP-043, v3.0, §2` */
  readonly source: string | undefined;
}

export interface FindingsGroup {
  readonly key: string;
  readonly label: string;
  /** Heaviest severity of the group. */
  readonly severity: Severity;
  readonly items: readonly FindingItem[];
}

export interface FindingsOptions extends MessagesProp<typeof findingsListMessages> {
  readonly groupBy?: FindingsGrouping;
  /** Texts of the rules, looked up before those of `@socle-sante/core`. */
  readonly catalogues?: readonly FindingCatalogue[];
  /** Label of a field, from its dotted name. */
  readonly fieldLabel?: (field: string) => string | undefined;
  readonly onLocate?: (path: Finding['path']) => void;
}

export interface Findings {
  readonly groups: readonly FindingsGroup[];
  readonly counts: Readonly<Record<Severity | 'all', number>>;
  goTo(path: Finding['path']): void;
  readonly t: Translate<(typeof findingsListMessages)['fr']>;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];
const weight = (finding: Finding): number => order.indexOf(finding.severity);
const noCatalogue: readonly FindingCatalogue[] = [];

function sourceOf({ ref }: Finding): string | undefined {
  if (!ref) return undefined;
  return [ref.document, ref.version, ref.section].filter((part) => part !== undefined).join(', ');
}

/** Findings in order of severity, grouped, with their texts. */
export function useFindings(findings: readonly Finding[], options: FindingsOptions = {}): Findings {
  const t = useMessages(findingsListMessages, options.messages);
  const { locale } = useSocle();
  const { groupBy = 'severity', catalogues = noCatalogue, fieldLabel, onLocate } = options;

  const groups = useMemo(() => {
    const items = findings
      .map((finding, index): FindingItem => {
        const text = describeFinding(finding, locale, ...catalogues, coreFindings);
        const spaced = (sentence: string): string => (locale === 'fr' ? frenchSpaces(sentence) : sentence);
        return {
          key: `${finding.rule}/${pathName(finding.path)}/${index}`,
          finding,
          text: { title: spaced(text.title), why: spaced(text.why), action: spaced(text.action) },
          field: pathName(finding.path),
          source: sourceOf(finding),
        };
      })
      .sort((a, b) => weight(a.finding) - weight(b.finding));
    const keyOf = (item: FindingItem): string =>
      groupBy === 'severity' ? item.finding.severity : groupBy === 'rule' ? item.finding.rule : item.field;
    const labelOf = (item: FindingItem): string => {
      if (groupBy === 'severity') return t(item.finding.severity);
      if (groupBy === 'rule') return item.text.title;
      return item.field === '' ? t('whole') : (fieldLabel?.(item.field) ?? item.field);
    };
    const byKey = new Map<string, FindingItem[]>();
    for (const item of items) {
      const key = keyOf(item);
      byKey.set(key, [...(byKey.get(key) ?? []), item]);
    }
    return [...byKey].flatMap(([key, list]): FindingsGroup[] => {
      const [first] = list;
      return first ? [{ key, label: labelOf(first), severity: first.finding.severity, items: list }] : [];
    });
  }, [findings, locale, catalogues, groupBy, fieldLabel, t]);

  const counts = useMemo(() => {
    const of = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
    return { all: findings.length, error: of('error'), warning: of('warning'), info: of('info') };
  }, [findings]);

  const goTo = useCallback((path: Finding['path']) => onLocate?.(path), [onLocate]);
  return { groups, counts, goTo, t };
}
