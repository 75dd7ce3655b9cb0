'use client';
import { describeUiError, type ErrorTexts, type UiError } from '@socle-sante/gateway/contract';
import { useEffect, useState } from 'react';
import type { MessagesProp } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { frenchSpaces, type Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { officialErrorAlertMessages } from './OfficialErrorAlert.messages.js';

export interface OfficialErrorOptions extends MessagesProp<typeof officialErrorAlertMessages> {
  /** Rows that replace those of the table of official errors. */
  readonly texts?: ErrorTexts;
}

/** What the user reads of an error, and what may be done. */
export interface OfficialError {
  readonly title: string;
  readonly action: string;
  /** For causes that the reader cannot mend: who can. */
  readonly audienceText: string | undefined;
  readonly audience: UiError['audience'];
  /** Reference for the support. */
  readonly reference: string | undefined;
  readonly officialCode: string | undefined;
  /** Sentence of the national service, to quote. */
  readonly official: string | undefined;
  /** False while the service asks to wait. */
  readonly retryable: boolean;
  /** Seconds before a new attempt is allowed. */
  readonly waitS: number;
  /** The seconds to wait, when the text does not say them already. */
  readonly waitText: string | undefined;
  readonly t: Translate<(typeof officialErrorAlertMessages)['fr']>;
}

/** Seconds left before `retryAfterS` has passed since the error was shown. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(Math.ceil(seconds));
  useEffect(() => {
    setLeft(Math.ceil(seconds));
    if (seconds <= 0) return;
    const timer = setInterval(() => setLeft((value) => Math.max(0, value - 1)), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}

/** Title, action and reference of an official refusal, from the table of official errors. */
export function useOfficialError(error: UiError, options: OfficialErrorOptions = {}): OfficialError {
  const t = useMessages(officialErrorAlertMessages, options.messages);
  const { locale } = useSocle();
  const waitS = useCountdown(error.retryAfterS ?? 0);
  const own =
    error.code === 'ui.unexpected'
      ? { title: t('unexpectedTitle'), action: t('unexpectedAction') }
      : error.code === 'ui.aborted'
        ? { title: t('abortedTitle'), action: t('abortedAction') }
        : undefined;
  const describe = (left: number) => describeUiError({ ...error, retryAfterS: left }, locale, options.texts);
  const text = own ?? describe(waitS);
  // Some rows of the table already say how long to wait.
  const saysWait = own === undefined && text.action !== describe(waitS + 1).action;
  const spaced = (sentence: string): string => (locale === 'fr' ? frenchSpaces(sentence) : sentence);
  return {
    title: spaced(text.title),
    action: spaced(text.action),
    audience: error.audience,
    audienceText: error.audience === 'user' ? undefined : t(`audience.${error.audience}`),
    reference: error.messageId,
    officialCode: error.officialCode,
    official: error.official,
    retryable: error.retryable && waitS === 0,
    waitS,
    waitText: waitS > 0 && error.retryable && !saysWait ? t('wait', { s: waitS }) : undefined,
    t,
  };
}
