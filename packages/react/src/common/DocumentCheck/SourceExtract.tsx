'use client';
import type { ExtractLine } from '@socle-sante/schematron/worker';
import { type ReactNode, type Ref, useId } from 'react';
import type { Translate } from '../../base/messages.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import type { documentCheckMessages } from './DocumentCheck.messages.js';

/** The name of an element that begins at the place, its attributes and all, or a few characters. */
function markedLength(text: string, mark: number): number {
  const end = text.indexOf('>', mark);
  return end < 0 || text[mark] !== '<' ? Math.min(24, text.length - mark) : end + 1 - mark;
}

/** Lines of a document around a place. Text, never markup. */
export function SourceExtract(props: {
  readonly lines: readonly ExtractLine[];
  readonly line: number;
  readonly column: number;
  readonly pointer: string | undefined;
  readonly headingLevel: HeadingLevel;
  readonly onClose: () => void;
  readonly headingRef: Ref<HTMLElement>;
  readonly t: Translate<(typeof documentCheckMessages)['fr']>;
}): ReactNode {
  const { lines, t } = props;
  const id = useId();
  return (
    <section className="sc-check-extract sc-panel" aria-labelledby={id} ref={props.headingRef} tabIndex={-1}>
      <div className="sc-check-extract-head">
        <Heading level={props.headingLevel} id={id}>
          {t('extract', { line: String(props.line) })}
        </Heading>
        <Button variant="quiet" icon="close" iconOnly onClick={props.onClose}>
          {t('close')}
        </Button>
      </div>
      {props.pointer === undefined ? null : <p className="sc-text sc-code sc-check-pointer">{props.pointer}</p>}
      <ol className="sc-list sc-check-lines">
        {lines.map((each) => (
          <li key={each.line} className="sc-check-line" data-current={each.mark !== undefined || undefined}>
            <span className="sc-check-number" aria-hidden="true">
              {each.line}
            </span>
            <span className="sc-hidden">{t('lineNumber', { line: String(each.line) })}</span>
            <code className="sc-check-code">
              {each.cutBefore ? '…' : ''}
              <MarkedText line={each} />
              {each.cutAfter ? '…' : ''}
            </code>
          </li>
        ))}
      </ol>
    </section>
  );
}

function MarkedText({ line: { text, mark } }: { readonly line: ExtractLine }): ReactNode {
  if (mark === undefined) return text;
  const length = markedLength(text, mark);
  return (
    <>
      {text.slice(0, mark)}
      <mark className="sc-check-mark">{text.slice(mark, mark + length)}</mark>
      {text.slice(mark + length)}
    </>
  );
}
