'use client';
import { type ReactNode, useRef } from 'react';
import { type BaseProps, component, rootProps } from '../../base/component.js';
import { Button } from '../../parts/Button.js';
import { type PrintSheetOptions, usePrintSheet } from './usePrintSheet.js';

export interface PrintSheetProps extends BaseProps, PrintSheetOptions {
  /** Identity block, repeated on each page. */
  readonly identity: ReactNode;
  readonly children?: ReactNode;
  /** Left out when the host has its own button. */
  readonly withButton?: boolean;
}

/** A4 sheet: identity on each page, page numbers, foot text of the site, mark of a test document outside production. */
export const PrintSheet = component<PrintSheetProps, HTMLDivElement>('PrintSheet', (props, ref) => {
  const sheet = useRef<HTMLDivElement>(null);
  const view = usePrintSheet(sheet, props);
  const { t } = view;
  return (
    <section {...rootProps('PrintSheet', 'sc-print', props)} ref={ref} aria-label={t('preview')}>
      {props.withButton === false ? null : (
        <div className="sc-row sc-no-print">
          <Button variant="primary" icon="print" onClick={() => void view.print()}>
            {t('print')}
          </Button>
        </div>
      )}
      <div className="sc-block sc-sheet" ref={sheet} data-test={view.isTest || undefined}>
        {view.isTest ? (
          <p className="sc-text sc-sheet-watermark" aria-hidden="true">
            {t('watermark')}
          </p>
        ) : null}
        {/* A table: browsers repeat its head and its foot on each page. */}
        <table className="sc-sheet-table" role="presentation">
          <thead className="sc-sheet-head">
            <tr className="sc-sheet-row">
              <td className="sc-sheet-cell sc-sheet-identity">
                {view.isTest ? <p className="sc-text sc-sheet-test">{t('watermark')}</p> : null}
                {props.identity}
              </td>
            </tr>
            <tr className="sc-sheet-row">
              <td className="sc-sheet-cell sc-sheet-gap" />
            </tr>
          </thead>
          <tfoot className="sc-sheet-foot">
            <tr className="sc-sheet-row">
              <td className="sc-sheet-cell sc-sheet-foot-cell">
                <p className="sc-text">{view.foot}</p>
                <p className="sc-text sc-num">
                  {[view.organisation, view.printedOn].filter((part) => part !== undefined).join(' · ')}
                </p>
              </td>
            </tr>
          </tfoot>
          <tbody className="sc-sheet-body">
            <tr className="sc-sheet-row">
              <td className="sc-sheet-cell">{props.children}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
});
