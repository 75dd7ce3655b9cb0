'use client';
import type { PatientView } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Button } from '../../parts/Button.js';
import { traitsMessages } from '../shared/traits.messages.js';
import type { MatriculeReveal } from '../shared/use-matricule-view.js';
import type { identityBannerMessages } from './IdentityBanner.messages.js';

/** The matricule: masked, shown on a gesture, read digit by digit, always with its nature. */
export function BannerMatricule(props: {
  readonly patient: PatientView;
  readonly reveal: MatriculeReveal;
  readonly t: Translate<(typeof identityBannerMessages)['fr']>;
}): ReactNode {
  const { patient, reveal, t } = props;
  const traits = useMessages(traitsMessages);
  const { announce } = useSocle();
  const [copied, setCopied] = useState<'copied' | 'notCopied'>();
  const toggle = useRef<HTMLButtonElement>(null);
  const { shown } = reveal;
  useEffect(() => {
    if (!shown) setCopied(undefined);
  }, [shown]);
  if (!patient.ins) return null;
  const nature = traits('nature', { kind: patient.ins.oidKind, nature: patient.ins.nature });
  const copy = async (): Promise<void> => {
    const outcome = (await reveal.copy()) ? 'copied' : 'notCopied';
    setCopied(outcome);
    announce(t(outcome));
  };
  return (
    <>
      <span className="sc-banner-matricule">
        <span className="sc-num sc-banner-number" data-shown={shown !== undefined || undefined}>
          <span aria-hidden="true">{shown ? shown.formatted : patient.ins.masked}</span>
          <span className="sc-hidden">
            {shown ? t('digits', { digits: [...shown.full].join(' '), nature }) : t('masked')}
          </span>
        </span>{' '}
        <span className="sc-muted">{nature}</span>
      </span>
      <span className="sc-banner-tools sc-no-print">
        {reveal.canShow ? (
          <Button
            ref={toggle}
            variant="quiet"
            icon={shown ? 'eye-off' : 'eye'}
            iconOnly
            title={t(shown ? 'hide' : 'show')}
            onClick={shown ? reveal.hide : reveal.show}
          >
            {t(shown ? 'hide' : 'show')}
          </Button>
        ) : null}
        {shown && reveal.canCopy ? (
          <Button
            variant="quiet"
            icon={copied === 'copied' ? 'check' : 'copy'}
            iconOnly
            title={t(copied ?? 'copy')}
            onClick={() => void copy()}
          >
            {t(copied ?? 'copy')}
          </Button>
        ) : null}
      </span>
      <ActionTrouble state={reveal.request.state} />
    </>
  );
}
