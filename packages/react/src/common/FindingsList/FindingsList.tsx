'use client';
import type { Finding, Severity } from '@socle-sante/core/finding';
import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type BaseProps, component, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { focusPath } from '../../base/locate.js';
import { useEmit } from '../../base/use-emit.js';
import { Skeleton } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Icon, type IconName } from '../../parts/icons.js';
import type { RuleMessage } from './layers.js';
import { type FindingItem, type Findings, type FindingsOptions, useFindings } from './useFindings.js';

export interface FindingsListProps extends BaseProps, FindingsOptions {
  readonly findings: readonly Finding[];
  /** Title over the list; « {n} anomalies » otherwise. */
  readonly title?: ReactNode;
  readonly headingLevel?: HeadingLevel;
  /** How many warnings and notes are shown at first. Blocking findings are never left out. */
  readonly max?: number;
  /** Everything open, no button: for paper. */
  readonly printMode?: boolean;
  readonly slots?: { readonly item?: (item: FindingItem) => ReactNode };
}

/** Above this length a message of a rule is no longer a title. */
const LONG_TITLE = 240;
/** Above this number the list becomes a grid. */
const GRID_FROM = 50;

const icons: Readonly<Record<Severity, IconName>> = { error: 'blocking', warning: 'warning', info: 'info' };

const FindingsGrid = lazy(async () => ({ default: (await import('./FindingsGrid.js')).FindingsGrid }));

/** What the validators found, most serious first; rule and official source one click away. */
export const FindingsList = component<FindingsListProps>('FindingsList', (props, ref) => {
  const root = useRef<HTMLElement | null>(null);
  const { findings, max, onLocate } = props;
  const locate = useMemo(
    () => onLocate ?? ((path: Finding['path']) => void focusPath(pageOf(root.current), path)),
    [onLocate],
  );
  const view = useFindings(findings, { ...props, onLocate: locate });
  const { t, counts } = view;
  const { announce } = useSocle();
  const emit = useEmit('FindingsList', props.onEvent);
  const [all, setAll] = useState(false);
  const id = useId();
  const level = props.headingLevel ?? 3;

  const summary = counts.all === 0 ? t('none') : t('count', { n: counts.all });
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) announce(summary);
    first.current = false;
  }, [announce, summary]);

  const shown = useShown(view, all || props.printMode ? undefined : max);
  const open = (item: FindingItem): void => emit('finding.opened', { officialCode: item.finding.rule });
  const goTo = (item: FindingItem): void => {
    emit('finding.located', { officialCode: item.finding.rule, fields: [item.field] });
    view.goTo(item.finding.path);
  };

  const show = (item: FindingItem): void => {
    if (props.onShow === undefined || item.finding.wire === undefined) goTo(item);
    else props.onShow(item.finding);
  };

  return (
    <section
      {...rootProps('FindingsList', 'sc-findings', props)}
      ref={(element) => {
        root.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      aria-labelledby={id}
    >
      <Heading level={level} id={id} className="sc-findings-title">
        {props.title ?? summary}
      </Heading>
      {counts.all === 0 ? (
        props.title === undefined ? null : (
          <p className="sc-text sc-findings-none">
            <Icon name="success" />
            {t('none')}
          </p>
        )
      ) : counts.all > GRID_FROM && !props.printMode ? (
        <Suspense fallback={<Skeleton rows={5} />}>
          <FindingsGrid view={view} onLocate={props.onShow === undefined ? goTo : show} />
        </Suspense>
      ) : (
        <>
          {shown.groups.map((group) => (
            <div key={group.key} className="sc-findings-group" data-severity={group.severity}>
              <Heading level={nextLevel(level)} className="sc-findings-group-title">
                <Icon name={icons[group.severity]} className="sc-findings-icon" />
                {group.label}
                <span className="sc-findings-group-count sc-num"> ({group.items.length})</span>
              </Heading>
              <ul className="sc-list sc-findings-items">
                {group.items.map((item) => (
                  <li key={item.key} className="sc-findings-item" data-severity={item.finding.severity}>
                    {props.slots?.item ? (
                      props.slots.item(item)
                    ) : (
                      <FindingBody
                        item={item}
                        t={t}
                        showSeverity={props.groupBy !== undefined && props.groupBy !== 'severity'}
                        printMode={props.printMode ?? false}
                        onOpen={open}
                        onLocate={goTo}
                        onShow={props.onShow}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {shown.left > 0 ? (
            <Button variant="quiet" icon="plus" className="sc-no-print" onClick={() => setAll(true)}>
              {t('more', { n: shown.left })}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
});

function pageOf(element: HTMLElement | null): Document | ShadowRoot {
  const page = element?.getRootNode();
  return page instanceof ShadowRoot ? page : document;
}

/** The groups cut at `max` items; blocking findings are always there. */
function useShown(view: Findings, max: number | undefined): { groups: Findings['groups']; left: number } {
  if (max === undefined || view.counts.all <= max) return { groups: view.groups, left: 0 };
  let room = Math.max(0, max - view.counts.error);
  let left = 0;
  const groups = view.groups.flatMap((group) => {
    const items = group.items.filter((item) => {
      if (item.finding.severity === 'error') return true;
      if (room > 0) {
        room -= 1;
        return true;
      }
      left += 1;
      return false;
    });
    return items.length === 0 ? [] : [{ ...group, items }];
  });
  return { groups, left };
}

function FindingBody(props: {
  readonly item: FindingItem;
  readonly t: Findings['t'];
  readonly showSeverity: boolean;
  readonly printMode: boolean;
  readonly onOpen: (item: FindingItem) => void;
  readonly onLocate: (item: FindingItem) => void;
  readonly onShow: ((finding: Finding) => void) | undefined;
}): ReactNode {
  const { item, t, onShow } = props;
  const { finding, text, message } = item;
  const rule = <FindingRule item={item} t={t} />;
  const line = finding.wire?.line;
  const showLabel = line === undefined ? t('show') : t('showLine', { line: String(line) });
  return (
    <>
      <p className="sc-text sc-findings-what">
        {props.showSeverity ? (
          <>
            <Icon name={icons[finding.severity]} className="sc-findings-icon" />
            <span className="sc-hidden">{t(finding.severity)}. </span>
          </>
        ) : null}
        <span
          className="sc-findings-title-text"
          lang={languageOf(item)}
          data-long={text.title.length > LONG_TITLE || undefined}
        >
          {text.title}
        </span>
      </p>
      {text.why ? <p className="sc-text sc-muted">{text.why}</p> : null}
      {text.action ? <p className="sc-text">{text.action}</p> : null}
      {message === undefined ? null : <p className="sc-text sc-muted">{packLine(message, t)}</p>}
      {item.also.length === 0 ? null : (
        <p className="sc-text sc-findings-both">
          <Badge tone="info" icon="double-check">
            {t('both')}
          </Badge>
        </p>
      )}
      {props.printMode ? (
        rule
      ) : (
        <div className="sc-findings-actions">
          {finding.path.length > 0 ? (
            <button
              type="button"
              className="sc-link sc-focusable sc-no-print"
              aria-label={t('fixWhat', { title: text.title })}
              onClick={() => props.onLocate(item)}
            >
              {t('fix')}
            </button>
          ) : null}
          {onShow !== undefined && line !== undefined ? (
            <button
              type="button"
              className="sc-link sc-focusable sc-no-print"
              aria-label={t('showWhat', { show: showLabel, title: text.title })}
              onClick={() => onShow(finding)}
            >
              {showLabel}
            </button>
          ) : null}
          <Details
            summary={
              <>
                {t('details')}
                <span className="sc-hidden"> {text.title}</span>
              </>
            }
            onToggle={(open) => {
              if (open) props.onOpen(item);
            }}
          >
            {rule}
          </Details>
        </div>
      )}
    </>
  );
}

/** Official messages are quoted in the language of their author. */
function languageOf({ message, layer }: FindingItem): string | undefined {
  return message !== undefined && layer === 'official' ? 'fr' : undefined;
}

function packLine({ pack, pattern }: RuleMessage, t: Findings['t']): string {
  return pattern === undefined ? pack : t('packPattern', { pack, pattern });
}

/** Rule, source, place: one click away. */
function FindingRule({ item, t }: { readonly item: FindingItem; readonly t: Findings['t'] }): ReactNode {
  const { finding, source, also } = item;
  const { pointer, line, column } = finding.wire ?? {};
  const where =
    line === undefined
      ? undefined
      : column === undefined
        ? t('line', { line: String(line) })
        : t('lineColumn', { line: String(line), column: String(column) });
  return (
    <div className="sc-findings-rule">
      <p className="sc-text sc-code">
        {t('rule', { id: finding.params['id'] === undefined ? finding.rule : String(finding.params['id']) })}
      </p>
      {source ? <p className="sc-text">{t('source', { source })}</p> : null}
      {pointer === undefined && where === undefined ? null : (
        <p className="sc-text sc-findings-place">
          {t('place')} <span className="sc-code">{pointer}</span> {where === undefined ? null : `(${where})`}
        </p>
      )}
      {also.map((each) => (
        <p key={`${each.pack}/${each.text}`} className="sc-text sc-findings-quoted">
          <span lang="fr">{each.text}</span> <span className="sc-muted">{packLine(each, t)}</span>
        </p>
      ))}
    </div>
  );
}
