'use client';
import { describeFinding } from '@socle-sante/core/finding';
import type { IdentitySaveOutput, PatientView } from '@socle-sante/gateway/contract';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { dataOf } from '../../base/async.js';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { focusPath } from '../../base/locate.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import type { CogSource } from '../../common/CommuneCountryPicker/useCog.js';
import { FindingsList } from '../../common/FindingsList/FindingsList.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import { FormSummary } from '../shared/FormSummary.js';
import { findingSentence } from '../shared/finding-sentence.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { type ComplementField, ComplementFields } from './ComplementFields.js';
import { ConsequencesDialog } from './ConsequencesDialog.js';
import { identityFormMessages } from './IdentityForm.messages.js';
import { IdentityTrait } from './IdentityTrait.js';
import { type IdentityField, identityFields, strictFields } from './identity-values.js';
import { type IdentityForm as Form, type IdentityFormOptions, useIdentityForm } from './useIdentityForm.js';

/** Fields of the kit that a site may leave out. The mandatory traits are always there. */
export type OptionalIdentityField = 'firstNames' | 'usedName' | 'usedFirstName';

export interface IdentityFormProps extends BaseProps, IdentityFormOptions, MessagesProp<typeof identityFormMessages> {
  /** Said for clarity: with a `patientRef` the form edits, without one it creates. */
  readonly mode?: 'create' | 'edit';
  /** Optional fields shown; those of the site, or all. */
  readonly fields?: readonly OptionalIdentityField[];
  /** Fields of the host under « Compléments »: kept by the host, never mandatory. */
  readonly complements?: readonly ComplementField[];
  readonly readOnly?: boolean;
  readonly cogSource?: CogSource;
  readonly headingLevel?: HeadingLevel;
  /** After a save. `complements` holds the host's fields, by id. */
  readonly onSaved?: (output: IdentitySaveOutput, complements: Readonly<Record<string, string>>) => void;
}

export type IdentityFormT = Translate<(typeof identityFormMessages)['fr']>;

const optionalFields: readonly OptionalIdentityField[] = ['firstNames', 'usedName', 'usedFirstName'];

/** A local identity: five mandatory traits, locks that can be seen, consequences read before a locked trait changes. */
export const IdentityForm = component<IdentityFormProps>('IdentityForm', (props, ref) => {
  const t = useMessages(identityFormMessages, props.messages);
  const form = useIdentityForm(props);
  // The same form goes on once it has created a record: the focus stays where it is.
  const patient = dataOf(form.patient);
  const id = useId();
  return (
    <section {...rootProps('IdentityForm', 'sc-identity', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id}>
        {form.mode === 'create' ? t('titleCreate') : t('titleEdit')}
      </Heading>
      {form.mode === 'create' || patient ? (
        <Body {...props} form={form} patient={patient} t={t} />
      ) : (
        <AsyncView state={form.patient} skeleton={<Skeleton rows={6} />}>
          {() => null}
        </AsyncView>
      )}
    </section>
  );
});

interface BodyProps extends IdentityFormProps {
  readonly form: Form;
  readonly patient: PatientView | undefined;
  readonly t: IdentityFormT;
}

function Body(props: BodyProps): ReactNode {
  const { form, patient, t } = props;
  const words = useMessages(traitsMessages);
  const { locale, site, report } = useSocle();
  const [left, setLeft] = useState<ReadonlySet<IdentityField>>(new Set());
  const [refusals, setRefusals] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [wasUnchanged, setUnchanged] = useState(false);
  const [opened, setOpened] = useState<IdentityField>();
  const [extra, setExtra] = useState<Readonly<Record<string, string>>>({});
  const [wasCreated, setCreated] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const box = useRef<HTMLFormElement>(null);

  const readOnly = (props.readOnly ?? false) || !form.isAllowed;
  const isWorking = form.state.status === 'loading';
  const allowed = props.fields ?? site.identityFields;
  const isShown = (field: IdentityField): boolean =>
    !optionalFields.some((one) => one === field) || allowed === undefined || allowed.some((one) => one === field);

  // Rule 5: no other field than the five traits may be made mandatory.
  const forbidden = (props.complements ?? [])
    .filter((field) => field.required)
    .map((field) => field.id)
    .join(' ');
  useEffect(() => {
    if (forbidden !== '') {
      report({ component: 'IdentityForm', code: 'override', stackHash: '00000000', detail: `required: ${forbidden}` });
    }
  }, [forbidden, report]);

  // The field that was just unlocked takes the focus: the user asked for it.
  useEffect(() => {
    const page = box.current?.getRootNode();
    if (opened) focusPath(page instanceof ShadowRoot ? page : document, ['traits', opened]);
  }, [opened]);

  const messageOf = (field: IdentityField): string | undefined => {
    const issue = form.issues[field];
    if (issue) {
      if (issue.kind === 'missing') return field === 'sex' ? words('chooseSex') : words('requiredValue');
      if (issue.kind === 'incoherent') return t('incoherent', { list: issue.list });
      return issue.kind === 'future' ? t('future') : findingSentence(issue.finding, locale);
    }
    const rule = form.refusedFields[`traits.${field}`] ?? form.refusedFields[field];
    if (rule === undefined || form.state.status !== 'error') return undefined;
    const told = form.state.error.findings?.find((one) => one.rule === rule);
    return told
      ? findingSentence(told, locale)
      : describeFinding({ rule, severity: 'error', path: [], params: form.state.error.params ?? {} }, locale).title;
  };
  const isTold = (field: IdentityField): boolean => refusals > 0 || left.has(field) || form.issues[field] === undefined;
  const problems = identityFields.flatMap((field) => {
    const message = isShown(field) && form.issues[field] ? messageOf(field) : undefined;
    return message === undefined ? [] : [{ path: `traits.${field}`, label: words(field), message }];
  });

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const creates = form.mode === 'create';
    const { step, output } = await form.submit();
    setUnchanged(step === 'unchanged');
    setRefusals(step === 'refused' ? refusals + 1 : 0);
    if (step === 'confirm') setAsking(true);
    if (output) saved(output, creates);
  };
  const saved = (output: IdentitySaveOutput, creates: boolean): void => {
    setCreated(creates);
    setLeft(new Set());
    props.onSaved?.(output, extra);
  };

  const trait = (field: IdentityField): ReactNode =>
    isShown(field) ? (
      <IdentityTrait
        key={field}
        field={field}
        form={form}
        patient={patient}
        readOnly={readOnly}
        isDisabled={isWorking}
        error={isTold(field) ? messageOf(field) : undefined}
        isRefused={refusals > 0}
        cogSource={props.cogSource}
        t={t}
        onLeave={() => setLeft((last) => new Set([...last, field]))}
        onUnlock={() => {
          form.unlock(field);
          setOpened(field);
        }}
      />
    ) : null;
  const complements = props.complements ?? [];
  const hasComplements = isShown('usedName') || isShown('usedFirstName') || complements.length > 0;

  return (
    <form ref={box} className="sc-ins-form" onSubmit={(event) => void onSubmit(event)} noValidate>
      {refusals > 0 ? <FormSummary problems={problems} refusals={refusals} target={summary} /> : null}
      <fieldset className="sc-fieldset sc-panel sc-identity-group">
        <legend className="sc-legend sc-identity-legend">{t('ins')}</legend>
        <div className="sc-ins-fields">{strictFields.map(trait)}</div>
      </fieldset>
      {hasComplements ? (
        <fieldset className="sc-fieldset sc-panel sc-identity-group">
          <legend className="sc-legend sc-identity-legend">{t('complements')}</legend>
          <div className="sc-ins-fields">
            {trait('usedName')}
            {trait('usedFirstName')}
            <ComplementFields
              fields={complements}
              values={extra}
              readOnly={readOnly}
              onChange={(id, value) => setExtra({ ...extra, [id]: value })}
            />
          </div>
        </fieldset>
      ) : null}
      {form.state.status === 'loading' || form.state.status === 'idle' ? null : (
        <AsyncView state={form.state} requested>
          {(output) => (
            <Saved
              output={output}
              kind={wasCreated ? 'create' : 'edit'}
              level={nextLevel(props.headingLevel ?? 3)}
              t={t}
            />
          )}
        </AsyncView>
      )}
      {form.isAllowed ? null : (
        <p className="sc-text sc-ins-reason">
          <Icon name="lock" />
          <span>{t('notAllowed')}</span>
        </p>
      )}
      {readOnly ? null : (
        <div className="sc-row sc-no-print">
          <Button type="submit" variant="primary" icon="check" aria-disabled={isWorking || undefined}>
            {isWorking ? t('saving') : t('save')}
          </Button>
          <p className="sc-text sc-muted" role="status">
            {wasUnchanged && form.changed.length === 0 ? t('unchanged') : ''}
          </p>
        </div>
      )}
      {patient ? (
        <ConsequencesDialog
          isOpen={isAsking}
          form={form}
          patient={patient}
          t={t}
          onClose={() => setAsking(false)}
          onSaved={(output) => saved(output, false)}
        />
      ) : null}
    </form>
  );
}

function Saved(props: {
  readonly output: IdentitySaveOutput;
  readonly kind: 'create' | 'edit';
  readonly level: HeadingLevel;
  readonly t: IdentityFormT;
}): ReactNode {
  const { output, t } = props;
  const words = useMessages(traitsMessages);
  return (
    <div className="sc-stack">
      <Notice tone="success" role="status">
        <p className="sc-text">
          {t('saved', { kind: props.kind, statut: words(`statusName.${output.patient.status}`) })}
        </p>
        {output.effects.includes('insInvalidated') ? <p className="sc-text">{t('insLost')}</p> : null}
      </Notice>
      {output.findings.length > 0 ? <FindingsList findings={output.findings} headingLevel={props.level} /> : null}
    </div>
  );
}
