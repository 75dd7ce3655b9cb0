import { SocleArgumentError } from '@socle-sante/core/error';
import type { Finding } from '@socle-sante/core/finding';

/** The submission cannot be prepared: `findings` say what to correct. Code `documents.prepare.refused`. */
export class SubmissionRefusedError extends SocleArgumentError {
  constructor(findings: readonly Finding[]) {
    const errors = findings.filter((item) => item.severity === 'error').length;
    super({
      code: 'documents.prepare.refused',
      service: 'documents',
      message: `The submission cannot be prepared: ${errors} error(s) among its findings.`,
      audience: 'user',
      findings,
      userMessage: {
        fr: { title: 'L’envoi ne peut pas être préparé', action: 'Corrigez les anomalies signalées puis recommencez.' },
        en: { title: 'The submission cannot be prepared', action: 'Correct what is pointed out, then try again.' },
      },
    });
  }
}
