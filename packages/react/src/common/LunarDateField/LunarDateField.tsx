'use client';
import { type ClipboardEvent, type FocusEvent, type ReactNode, useId, useState } from 'react';
import { baseMessages } from '../../base/base.messages.js';
import { type BaseProps, component, cx, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useMessages } from '../../base/use-messages.js';
import { FieldError } from '../../parts/Field.js';
import { Icon } from '../../parts/icons.js';
import { ReadOnly } from '../../parts/ReadOnly.js';
import { lunarDateFieldMessages } from './LunarDateField.messages.js';
import type { LunarParts } from './lunar-parts.js';
import { type LunarDateOptions, useLunarDate } from './useLunarDate.js';

export interface LunarDateFieldProps extends BaseProps, LunarDateOptions, MessagesProp<typeof lunarDateFieldMessages> {
  readonly allowUnknownDay?: boolean;
  readonly allowUnknownMonth?: boolean;
  readonly readOnly?: boolean;
  readonly isDisabled?: boolean;
  /** Error found by the host, shown in place of ours. */
  readonly error?: ReactNode;
  readonly hint?: ReactNode;
}

const sizes = { day: 2, month: 2, year: 4 } as const;

/** A civil date typed in three fields: no calendar, no default, no conversion. Incomplete dates are completed visibly. */
export const LunarDateField = component<LunarDateFieldProps, HTMLFieldSetElement>('LunarDateField', (props, ref) => {
  const t = useMessages(lunarDateFieldMessages, props.messages);
  const base = useMessages(baseMessages);
  const { now } = useSocle();
  const date = useLunarDate(props);
  const [left, setLeft] = useState(false);
  const id = useId();
  const { readOnly = false, isDisabled = false, allowUnknownDay = false, allowUnknownMonth = false } = props;

  if (readOnly) {
    const { day, month, year } = date.parts;
    return (
      <div {...rootProps('LunarDateField', 'sc-lunar', props)}>
        <ReadOnly label={t('label')}>
          <span className="sc-num">{year === '' ? '—' : `${day}/${month}/${year}`}</span>
          {year !== '' && (day === '00' || month === '00') ? (
            <span className="sc-muted"> ({t('incomplete')})</span>
          ) : null}
        </ReadOnly>
      </div>
    );
  }

  const [problem] = date.problems;
  const own = left && problem ? t(`problem.${problem}`, { year: String(now().getFullYear()) }) : undefined;
  const error = props.error ?? own;
  const hint = props.hint ?? t('hint');
  const describedBy = cx(`${id}-hint`, error != null && `${id}-error`, date.completed && `${id}-completed`);

  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setLeft(true);
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    if (date.paste(event.clipboardData.getData('text'))) event.preventDefault();
  };
  const part = (name: keyof LunarParts, unknown: boolean): ReactNode => (
    <div className="sc-lunar-part">
      <label className="sc-lunar-label" htmlFor={`${id}-${name}`}>
        {t(name)}
      </label>
      <input
        id={`${id}-${name}`}
        className="sc-input sc-focusable sc-num sc-lunar-input"
        data-size={sizes[name]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={sizes[name]}
        value={unknown ? '' : date.parts[name]}
        disabled={isDisabled || unknown}
        aria-invalid={error != null || undefined}
        aria-describedby={describedBy}
        aria-required={props.required || undefined}
        onChange={(event) => date.setPart(name, event.target.value)}
      />
    </div>
  );
  const unknownBox = (name: 'day' | 'month', checked: boolean): ReactNode => (
    <label className="sc-choice">
      <input
        type="checkbox"
        className="sc-choice-input sc-focusable"
        checked={checked}
        disabled={isDisabled}
        onChange={(event) => date.setUnknown(name, event.target.checked)}
      />
      {t(name === 'day' ? 'unknownDay' : 'unknownMonth')}
    </label>
  );

  return (
    <fieldset
      {...rootProps('LunarDateField', 'sc-fieldset sc-lunar', props)}
      ref={ref}
      aria-describedby={describedBy}
      onBlur={onBlur}
      onPaste={onPaste}
    >
      <legend className="sc-legend">
        {t('label')}
        {props.required ? <span className="sc-field-required"> ({base('required')})</span> : null}
      </legend>
      <p className="sc-text sc-field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="sc-lunar-parts">
        {part('day', date.unknownDay)}
        {part('month', date.unknownMonth)}
        {part('year', false)}
      </div>
      {allowUnknownDay || allowUnknownMonth ? (
        <div className="sc-row sc-lunar-unknown">
          {allowUnknownDay ? unknownBox('day', date.unknownDay) : null}
          {allowUnknownMonth ? unknownBox('month', date.unknownMonth) : null}
        </div>
      ) : null}
      {date.completed ? (
        <p className="sc-text sc-lunar-completed" id={`${id}-completed`} role="status">
          <Icon name="info" />
          <span className="sc-lunar-sentence">{t('completed', { date: date.completed.display })}</span>
        </p>
      ) : date.raw !== '' && !date.isCalendarDate ? (
        <p className="sc-text sc-lunar-completed" role="status">
          <Icon name="warning" />
          <span className="sc-lunar-sentence">{t('notCalendar')}</span>
        </p>
      ) : null}
      {error != null ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
});
