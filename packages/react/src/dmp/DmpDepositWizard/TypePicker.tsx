'use client';
import type { Coded } from '@socle-sante/gateway/contract';
import { type ReactNode, useMemo, useState } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { Icon } from '../../parts/icons.js';
import type { dmpDepositWizardMessages } from './DmpDepositWizard.messages.js';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The type of document, found by some of its words, whatever their accents. A code is chosen, never typed. */
export function TypePicker(props: {
  readonly types: readonly Coded[];
  readonly value: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly onChange: (code: string) => void;
  readonly t: Translate<(typeof dmpDepositWizardMessages)['fr']>;
}): ReactNode {
  const { types, value, t } = props;
  const { portal, locale, theme, density } = useSocle();
  const chosen = types.find(({ code }) => code === value);
  const [typed, setTyped] = useState(chosen?.label ?? '');
  const shown = useMemo(() => {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    if (chosen && typed === chosen.label) return types;
    return types.filter(({ label, code }) => words.every((word) => plain(`${label} ${code}`).includes(word)));
  }, [types, typed, chosen]);
  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-US'}>
      <ComboBox
        className="sc-field sc-type-picker"
        data-invalid={props.error !== undefined || undefined}
        isInvalid={props.error !== undefined}
        items={shown}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={value ?? null}
        onSelectionChange={(key) => {
          const found = types.find(({ code }) => code === key);
          if (!found) return;
          setTyped(found.label);
          props.onChange(found.code);
        }}
        menuTrigger="focus"
        allowsEmptyCollection
        onBlur={() => setTyped(chosen?.label ?? '')}
      >
        <Label className="sc-field-label">{t('type')}</Label>
        <Text slot="description" className="sc-text sc-field-hint">
          {props.hint ?? t('typeHint')}
        </Text>
        <span className="sc-type-picker-control">
          <Input
            className="sc-input sc-focusable"
            data-sc-path="documents.0.type"
            // The list that opens with the focus holds the page still: the field would stay under the fold.
            onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
          />
          <Button className="sc-type-picker-button" aria-label={t('choose')}>
            <Icon name="chevron-down" />
          </Button>
        </span>
        {props.error === undefined ? null : (
          <FieldError className="sc-text sc-field-error">
            <Icon name="blocking" />
            <span className="sc-field-error-text">{props.error}</span>
          </FieldError>
        )}
        <Popover
          className="sc-block sc-theme sc-density sc-type-picker-popover"
          data-sc-theme={theme}
          data-sc-density={density}
          {...(portal ? { UNSTABLE_portalContainer: portal } : {})}
        >
          <ListBox<Coded>
            className="sc-type-picker-list"
            renderEmptyState={() => <p className="sc-text sc-muted sc-type-picker-none">{t('typeNone')}</p>}
          >
            {(one) => (
              <ListBoxItem id={one.code} textValue={one.label} className="sc-type-picker-item" lang="fr">
                {one.label}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}
