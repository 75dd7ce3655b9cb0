'use client';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { codeLabelMessages } from './CodeLabel.messages.js';
import { type Nomenclature, useCodeLabel } from './useCodeLabel.js';

export interface CodeLabelProps extends BaseProps, MessagesProp<typeof codeLabelMessages> {
  readonly code: string;
  readonly nomenclature: Nomenclature;
  /** Writes the code beside its label. */
  readonly showCode?: boolean;
}

/** A code in words. An unknown code is shown as it is: a label is never invented. */
export const CodeLabel = component<CodeLabelProps, HTMLSpanElement>('CodeLabel', (props, ref) => {
  const t = useMessages(codeLabelMessages, props.messages);
  const label = useCodeLabel(props.code, props.nomenclature);
  return (
    <span {...rootProps('CodeLabel', 'sc-code-label', props)} ref={ref} data-known={label.isKnown || undefined}>
      {label.isKnown ? (
        <span lang={label.lang}>{label.text}</span>
      ) : (
        <span className="sc-code" title={t('unknown', { code: props.code })}>
          {label.text}
        </span>
      )}
      {props.showCode && label.isKnown ? <span className="sc-code sc-muted"> {props.code}</span> : null}
      {label.isRetired ? <span className="sc-muted"> {t('retired')}</span> : null}
    </span>
  );
});
