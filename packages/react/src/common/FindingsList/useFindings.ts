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
import { joinLayers, type Layer, layerOf, type RuleMessage, ruleMessage } from './layers.js';

export type FindingsGrouping = 'severity' | 'path' | 'rule' | 'layer';

/** One finding ready to be shown. */
export interface FindingItem {
  readonly key: string;
  readonly finding: Finding;
  readonly text: FindingText;
  /** Dotted name of the field. */
  readonly field: string;
  /** `SEL-MP-043, v3.0, §2` */
  readonly source: string | undefined;
  readonly layer: Layer;
  /** The sentence of a published rule, when the finding is one: it is then the title. */
  readonly message: RuleMessage | undefined;
  /** What the other layer says of the same: one line for both. */
  readonly also: readonly RuleMessage[];
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
  /** Shows the place of a finding in the document that was checked (`wire`). Offered when the finding has one. */
  readonly onShow?: (finding: Finding) => void;
}

export interface Findings {
  readonly groups: readonly FindingsGroup[];
  /** Lines: what both layers say counts once. */
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

  const joined = useMemo(() => joinLayers(findings), [findings]);
  const groups = useMemo(() => {
    const spaced = (sentence: string): string => (locale === 'fr' ? frenchSpaces(sentence) : sentence);
    const items = joined
      .map(({ finding, also }, index): FindingItem => {
        const message = ruleMessage(finding);
        const text =
          message === undefined
            ? describeFinding(finding, locale, ...catalogues, coreFindings)
            : { title: message.text, why: '', action: '' };
        return {
          key: `${finding.rule}/${pathName(finding.path)}/${index}`,
          finding,
          text: { title: spaced(text.title), why: spaced(text.why), action: spaced(text.action) },
          field: pathName(finding.path),
          source: sourceOf(finding),
          layer: layerOf(finding),
          message,
          also,
        };
      })
      .sort((a, b) => weight(a.finding) - weight(b.finding));
    const keyOf: Readonly<Record<FindingsGrouping, (item: FindingItem) => string>> = {
      severity: (item) => item.finding.severity,
      rule: (item) => item.message?.text ?? item.finding.rule,
      path: (item) => item.field,
      layer: (item) => item.layer,
    };
    const labelOf: Readonly<Record<FindingsGrouping, (item: FindingItem) => string>> = {
      severity: (item) => t(item.finding.severity),
      rule: (item) => item.text.title,
      path: (item) => (item.field === '' ? t('whole') : (fieldLabel?.(item.field) ?? item.field)),
      layer: (item) => (item.layer === 'native' ? t('layer.native') : officialLabel(findings, t)),
    };
    const byKey = new Map<string, FindingItem[]>(groupBy === 'layer' ? [['native', []]] : []);
    for (const item of items) {
      const key = keyOf[groupBy](item);
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [item]);
      else group.push(item);
    }
    return [...byKey].flatMap(([key, list]): FindingsGroup[] => {
      const [first] = list;
      return first ? [{ key, label: labelOf[groupBy](first), severity: first.finding.severity, items: list }] : [];
    });
  }, [joined, findings, locale, catalogues, groupBy, fieldLabel, t]);

  const counts = useMemo(() => {
    const of = (severity: Severity): number => joined.filter(({ finding }) => finding.severity === severity).length;
    return { all: joined.length, error: of('error'), warning: of('warning'), info: of('info') };
  }, [joined]);

  const goTo = useCallback((path: Finding['path']) => onLocate?.(path), [onLocate]);
  return { groups, counts, goTo, t };
}

/** « Règles officielles (ContenuCDA-3-0) »: what the official findings name, when they name one. */
function officialLabel(findings: readonly Finding[], t: Findings['t']): string {
  const names = new Set(findings.filter((one) => layerOf(one) === 'official').map(({ ref }) => ref?.document ?? ''));
  names.delete('');
  return names.size === 0 ? t('layer.official') : t('layer.officialOf', { name: [...names].join(', ') });
}
