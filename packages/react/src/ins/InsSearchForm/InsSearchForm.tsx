'use client';
import type { InsSearchOutput, PatientView } from '@socle-sante/gateway/contract';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { focusPath } from '../../base/locate.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { CommuneCountryPicker } from '../../common/CommuneCountryPicker/CommuneCountryPicker.js';
import type { CogSource } from '../../common/CommuneCountryPicker/useCog.js';
import { LunarDateField } from '../../common/LunarDateField/LunarDateField.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Field } from '../../parts/Field.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { FormSummary } from '../shared/FormSummary.js';
import { findingSentence } from '../shared/finding-sentence.js';
import { SexField } from '../shared/SexField.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { insSearchFormMessages } from './InsSearchForm.messages.js';
import { SearchOutcome } from './SearchOutcome.js';
import { SearchProgress } from './SearchProgress.js';
import { SentTraitsList } from './SentTraitsList.js';
import type { InsSearchField, InsSearchTraits } from './search-traits.js';
import { type InsSearch, type InsSearchOptions, useInsSearch } from './useInsSearch.js';

/** An identity that INSi found. */
export type InsFound = Extract<InsSearchOutput, { outcome: 'found' }>;

export interface InsSearchFormProps extends BaseProps, InsSearchOptions, MessagesProp<typeof insSearchFormMessages> {
  readonly patientRef: string;
  /** Always a gesture of the user: INSi is never asked by itself. */
  readonly trigger?: 'user';
  /** The traits are folded away: what is sent, and the button. */
  readonly compact?: boolean;
  readonly cogSource?: CogSource;
  readonly headingLevel?: HeadingLevel;
  readonly slots?: {
    /** Drawn under an identity found: the comparison with the record. */
    readonly found?: (found: InsFound, patient: PatientView) => ReactNode;
  };
}

export type InsSearchT = Translate<(typeof insSearchFormMessages)['fr']>;

const order: readonly InsSearchField[] = ['birthName', 'firstNames', 'sex', 'birthDate', 'birthPlace'];

/** INSi by traits: what will be sent, one sequence at a time, each attempt said as it ends, one identity at most. */
export const InsSearchForm = component<InsSearchFormProps>('InsSearchForm', (props, ref) => {
  const t = useMessages(insSearchFormMessages, props.messages);
  const search = useInsSearch(props.patientRef, props);
  const id = useId();
  return (
    <section {...rootProps('InsSearchForm', 'sc-ins-search', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id}>
        {t('title')}
      </Heading>
      <AsyncView state={search.patient} skeleton={<Skeleton rows={5} />}>
        {(patient) => <Form {...props} search={search} patient={patient} t={t} />}
      </AsyncView>
    </section>
  );
});

function Form(
  props: InsSearchFormProps & { readonly search: InsSearch; readonly patient: PatientView; readonly t: InsSearchT },
): ReactNode {
  const { search, patient, t } = props;
  const { form, blocked, state } = search;
  const words = useMessages(traitsMessages);
  const { locale } = useSocle();
  const [left, setLeft] = useState<ReadonlySet<InsSearchField>>(new Set());
  const [refusals, setRefusals] = useState(0);
  const summary = useRef<HTMLElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLFormElement>(null);
  const isRunning = state.status === 'loading';
  const canAsk = blocked === undefined && search.isAllowed;

  const messageOf = (field: InsSearchField): string | undefined => {
    const finding = form.problems[field];
    if (!finding) return undefined;
    if (field === 'sex') return words('chooseSex');
    return form.values[field] === '' ? words('requiredValue') : findingSentence(finding, locale);
  };
  // Nothing is told before the field was left, or the sending refused.
  const shown = (field: InsSearchField): string | undefined =>
    left.has(field) || refusals > 0 ? messageOf(field) : undefined;
  const leave = (field: InsSearchField) => (): void => setLeft((last) => new Set([...last, field]));
  const problems = order.flatMap((field) => {
    const message = messageOf(field);
    return message === undefined ? [] : [{ path: `traits.${field}`, label: words(field), message }];
  });

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!canAsk || isRunning) return;
    if (!form.sent) setRefusals(refusals + 1);
    else {
      setRefusals(0);
      void search.run();
    }
  };
  const goTo = (field: InsSearchField): void => {
    const page = box.current?.getRootNode();
    focusPath(page instanceof ShadowRoot ? page : document, ['traits', field]);
  };

  const fields = (
    <fieldset className="sc-fieldset" disabled={isRunning}>
      <div className="sc-ins-fields">
        <NameField
          field="birthName"
          hint={t('nameHint')}
          form={form}
          error={shown('birthName')}
          onLeave={leave('birthName')}
        />
        <NameField
          field="firstNames"
          hint={t('firstNamesHint')}
          form={form}
          error={shown('firstNames')}
          onLeave={leave('firstNames')}
        />
        <LunarDateField
          value={form.values.birthDate}
          onChange={(raw) => form.set('birthDate', raw)}
          required
          data-sc-path="traits.birthDate"
          {...(refusals > 0 && form.problems.birthDate ? { error: messageOf('birthDate') } : {})}
        />
        <SexField
          value={form.values.sex}
          choices={['F', 'M']}
          required
          onChange={(sex) => form.set('sex', sex)}
          error={refusals > 0 ? messageOf('sex') : undefined}
        />
        <CommuneCountryPicker
          value={form.values.birthPlace}
          onChange={(code) => form.set('birthPlace', code)}
          birthDate={form.values.birthDate}
          path="traits.birthPlace"
          messages={{ label: t('place') }}
          isDisabled={isRunning}
          {...(props.cogSource ? { source: props.cogSource } : {})}
          {...(refusals > 0 && form.problems.birthPlace ? { error: messageOf('birthPlace') } : {})}
        />
      </div>
    </fieldset>
  );
  const unfold = refusals > 0 || search.result?.outcome === 'multiple';

  return (
    <>
      <form ref={box} className="sc-ins-form" onSubmit={onSubmit} noValidate>
        {refusals > 0 ? <FormSummary problems={problems} refusals={refusals} target={summary} /> : null}
        {canAsk ? (
          props.compact ? (
            <Details key={String(unfold)} summary={t('edit')} defaultOpen={unfold}>
              {fields}
            </Details>
          ) : (
            fields
          )
        ) : null}
        <SentTraitsList form={form} t={t} />
        {blocked === 'sexe' || (!canAsk && blocked === undefined) ? null : (
          <div className="sc-row sc-no-print">
            <Button
              ref={submit}
              type="submit"
              variant="primary"
              icon="search"
              disabled={blocked !== undefined}
              aria-disabled={isRunning || undefined}
            >
              {t('submit')}
            </Button>
            {isRunning ? (
              <Button
                variant="quiet"
                icon="close"
                onClick={() => {
                  search.cancel();
                  submit.current?.focus();
                }}
              >
                {t('cancel')}
              </Button>
            ) : null}
          </div>
        )}
        {canAsk ? null : (
          <p className="sc-text sc-ins-reason">
            <Icon name="lock" />
            <span>{blocked === undefined ? words('notAllowed') : words('blocked', { attribute: blocked })}</span>
          </p>
        )}
      </form>
      <SearchProgress search={search} t={t} />
      <SearchOutcome search={search} patient={patient} t={t} found={props.slots?.found} onGoTo={goTo} />
    </>
  );
}

function NameField(props: {
  readonly field: 'birthName' | 'firstNames';
  readonly hint: string;
  readonly form: InsSearch['form'];
  readonly error: string | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const words = useMessages(traitsMessages);
  const { field, form } = props;
  return (
    <Field label={words(field)} hint={props.hint} error={props.error} required>
      {(control) => (
        <input
          {...control}
          className="sc-input sc-focusable"
          data-sc-path={`traits.${field}`}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={form.values[field as keyof InsSearchTraits]}
          onChange={(event) => form.set(field, event.target.value)}
          onBlur={props.onLeave}
        />
      )}
    </Field>
  );
}
