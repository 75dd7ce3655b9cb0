'use client';
import { isAbroad } from '@socle-sante/core/cog';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import type { Translate } from '../../base/messages.js';
import { useControlled } from '../../base/use-controlled.js';
import { useMessages } from '../../base/use-messages.js';
import { Field } from '../../parts/Field.js';
import { Icon } from '../../parts/icons.js';
import { ReadOnly } from '../../parts/ReadOnly.js';
import { useAnnounceChange } from '../LiveRegion/useAnnounce.js';
import { communeCountryPickerMessages } from './CommuneCountryPicker.messages.js';
import { type CogPlace, UNKNOWN_PLACE } from './cog-port.js';
import { COG_MAX, type CogSource, useCog, usePlace } from './useCog.js';

export interface CommuneCountryPickerProps extends BaseProps, MessagesProp<typeof communeCountryPickerMessages> {
  /** COG code; empty when no place is chosen. */
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (code: string, place: CogPlace | undefined) => void;
  /** Raw birth date: places in force on that day. */
  readonly birthDate?: string;
  readonly source?: CogSource;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly error?: ReactNode;
  readonly path?: string;
}

type T = Translate<(typeof communeCountryPickerMessages)['fr']>;

/** `Bastia (2B033), Haute-Corse` */
function nameOf(place: CogPlace, t: T): string {
  if (place.kind === 'unknown') return t('unknown');
  if (place.name === undefined) return t(place.kind, { code: place.code });
  return `${place.name} (${place.code})`;
}

/** The birth place, chosen in the official geographical code: a code is stored, never a typed text. */
export const CommuneCountryPicker = component<CommuneCountryPickerProps, HTMLInputElement>(
  'CommuneCountryPicker',
  (props, ref) => {
    const t = useMessages(communeCountryPickerMessages, props.messages);
    const { source, birthDate } = props;
    const [code, setCode] = useControlled<string>({
      value: props.value,
      defaultValue: props.defaultValue ?? '',
      onChange: undefined,
    });
    const place = usePlace(code, source, birthDate);
    // The box follows the place until the user decides.
    const [abroadChoice, setAbroad] = useState<boolean>();
    const abroad = abroadChoice ?? isAbroad(code);
    const [typed, setTyped] = useState<string>();
    const [isOpen, setOpen] = useState(false);
    const [active, setActive] = useState<number>();
    const [left, setLeft] = useState(false);
    const list = useRef<HTMLDivElement>(null);
    const id = useId();

    const query = typed ?? '';
    const cog = useCog({
      query,
      kind: abroad ? 'country' : 'commune',
      enabled: isOpen,
      ...(birthDate === undefined ? {} : { atDate: birthDate }),
      ...(source === undefined ? {} : { source }),
    });
    // « Lieu inconnu » is offered last, once the places are there, and is never chosen without a gesture towards it.
    const isSearching = query.trim() !== '' && (cog.status === 'idle' || cog.status === 'loading');
    const options = isSearching && cog.places.length === 0 ? [] : [...cog.places, UNKNOWN_PLACE];
    const first = cog.places.length > 0 ? 0 : -1;
    const current = Math.min(active ?? first, options.length - 1);
    const shown = typed ?? (place ? nameOf(place, t) : code);
    useAnnounceChange(isOpen && cog.status === 'ready' ? t('results', { n: cog.places.length }) : '');
    useEffect(() => {
      if (isOpen) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    });

    if (props.readOnly) {
      return (
        <div {...rootProps('CommuneCountryPicker', 'sc-cog', props)}>
          <ReadOnly label={t('label')}>
            {code === '' ? '—' : place ? nameOf(place, t) : code}
            {place?.department ? <span className="sc-muted"> {place.department}</span> : null}
          </ReadOnly>
        </div>
      );
    }

    const choose = (chosen: CogPlace | undefined): void => {
      setTyped(undefined);
      setOpen(false);
      const next = chosen?.code ?? '';
      if (next === code) return;
      setCode(next);
      props.onChange?.(next, chosen);
    };
    const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (!isOpen) setOpen(true);
        else if (options.length > 0) {
          const from = current < 0 && event.key === 'ArrowUp' ? 0 : current;
          setActive((from + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
        }
      } else if (event.key === 'Enter' && isOpen) {
        event.preventDefault();
        const chosen = options[current];
        if (chosen) choose(chosen);
      } else if (event.key === 'Escape' && isOpen) {
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        setTyped(undefined);
      }
    };
    const onBlur = (): void => {
      setLeft(true);
      setOpen(false);
      if (typed === '') choose(undefined);
      // One place answers exactly: what was typed is that place. Anything else is not a place.
      else if (typed !== undefined && cog.places.length === 1 && cog.places[0]?.code === typed.trim().toUpperCase())
        choose(cog.places[0]);
    };
    const own =
      typed !== undefined && typed !== '' && !isOpen
        ? t('choose')
        : left && props.required && code === ''
          ? t('required')
          : undefined;

    return (
      <div {...rootProps('CommuneCountryPicker', 'sc-cog', props)} data-sc-path={props.path}>
        <Field
          label={t('label')}
          hint={t(abroad ? 'hintAbroad' : 'hint')}
          error={props.error ?? own}
          required={props.required ?? false}
        >
          {(control) => (
            <div className="sc-cog-box">
              <input
                {...control}
                ref={ref}
                role="combobox"
                className="sc-input sc-focusable sc-cog-input"
                autoComplete="off"
                spellCheck={false}
                disabled={props.isDisabled}
                aria-autocomplete="list"
                aria-expanded={isOpen}
                aria-controls={`${id}-list`}
                aria-activedescendant={isOpen && current >= 0 ? `${id}-${current}` : undefined}
                value={shown}
                onChange={(event) => {
                  setTyped(event.target.value);
                  setActive(undefined);
                  setOpen(true);
                }}
                onKeyDown={onKeyDown}
                onBlur={onBlur}
              />
              <Icon name="pin" className="sc-cog-icon" />
              {isOpen ? (
                <div className="sc-cog-popup">
                  <div className="sc-cog-list" role="listbox" id={`${id}-list`} aria-label={t('label')} ref={list}>
                    {options.map((option, index) => (
                      <Option
                        key={option.code}
                        id={`${id}-${index}`}
                        place={option}
                        isActive={index === current}
                        birthDate={birthDate}
                        t={t}
                        onChoose={() => choose(option)}
                      />
                    ))}
                  </div>
                  <Advice status={cog.status} count={cog.places.length} truncated={cog.truncated} query={query} t={t} />
                </div>
              ) : null}
            </div>
          )}
        </Field>
        {typed === undefined && place?.department ? (
          <p className="sc-text sc-field-hint">
            {place.department}
            {place.name === undefined ? ` · ${t('unnamed')}` : ''}
          </p>
        ) : null}
        <label className="sc-choice">
          <input
            type="checkbox"
            className="sc-choice-input sc-focusable"
            checked={abroad}
            disabled={props.isDisabled}
            onChange={(event) => {
              setAbroad(event.target.checked);
              setTyped(undefined);
            }}
          />
          {t('abroad')}
        </label>
      </div>
    );
  },
);

function Option(props: {
  readonly id: string;
  readonly place: CogPlace;
  readonly isActive: boolean;
  readonly birthDate: string | undefined;
  readonly t: T;
  readonly onChoose: () => void;
}): ReactNode {
  const { place, t, birthDate } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is on the combobox, which points at its active option
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the combobox
    <div
      id={props.id}
      role="option"
      aria-selected={props.isActive}
      className="sc-cog-option"
      // Keeps the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onChoose}
    >
      <span className="sc-cog-name">{nameOf(place, t)}</span>
      <span className="sc-muted sc-cog-detail">
        {place.department}
        {place.to !== undefined && birthDate !== undefined
          ? ` · ${t('old', { date: birthDate.split('-').reverse().join('/') })}`
          : null}
      </span>
    </div>
  );
}

function Advice(props: {
  readonly status: string;
  readonly count: number;
  readonly truncated: boolean;
  readonly query: string;
  readonly t: T;
}): ReactNode {
  const { status, t } = props;
  const text =
    status === 'failed'
      ? t('failed')
      : status === 'loading'
        ? t('loading')
        : status === 'ready' && props.count === 0
          ? t('none')
          : props.truncated
            ? t('more', { n: COG_MAX })
            : undefined;
  return text === undefined || props.query === '' ? null : <p className="sc-text sc-cog-advice">{text}</p>;
}
