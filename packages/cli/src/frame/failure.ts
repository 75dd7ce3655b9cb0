import { isSocleError, type SocleError } from '@socle-sante/core/error';
import { redact } from '@socle-sante/core/redact';
import { EXIT, type ExitCode } from './exit.js';
import type { CliIo } from './io.js';
import { type Locale, say } from './locale.js';
import { UsageError } from './usage-error.js';

const ORIGIN_EXIT: Readonly<Record<SocleError['origin'], ExitCode>> = {
  argument: EXIT.usage,
  unsupported: EXIT.usage,
  refused: EXIT.refused,
  unreachable: EXIT.unreachable,
  answer: EXIT.unreachable,
};

const TEXTS = {
  example: { fr: 'Exemple : {example}', en: 'Example: {example}' },
  code: { fr: 'Code : {code}', en: 'Code: {code}' },
  official: { fr: 'Code officiel : {code}', en: 'Official code: {code}' },
  reference: { fr: 'Référence à donner au support : {id}', en: 'Reference for support: {id}' },
  interrupted: { fr: 'Interrompu.', en: 'Interrupted.' },
  unexpected: {
    fr: 'Erreur inattendue du programme : {message}',
    en: 'Unexpected error of the program: {message}',
  },
};

/** Says what failed on standard error (and on standard output under `--json`), and gives the exit status. */
export function reportFailure(error: unknown, io: CliIo, locale: Locale, json: boolean): ExitCode {
  if (io.signal.aborted) {
    io.err(`${say(TEXTS.interrupted, locale)}\n`);
    return EXIT.interrupted;
  }
  if (error instanceof UsageError) {
    io.err(`${error.text[locale]}\n`);
    if (error.example) io.err(`${say(TEXTS.example, locale, { example: error.example })}\n`);
    if (json) io.out(`${JSON.stringify({ error: { code: 'cli.usage', message: error.text[locale] } }, null, 2)}\n`);
    return EXIT.usage;
  }
  if (isSocleError(error)) {
    const text = error.userMessage[locale];
    io.err(`${text.title}\n${text.action}\n`);
    if (error.officialCode) io.err(`${say(TEXTS.official, locale, { code: error.officialCode })}\n`);
    io.err(`${say(TEXTS.code, locale, { code: error.code })}\n`);
    if (error.messageId) io.err(`${say(TEXTS.reference, locale, { id: error.messageId })}\n`);
    if (json) io.out(`${JSON.stringify({ error: error.toJSON() }, null, 2)}\n`);
    return ORIGIN_EXIT[error.origin];
  }
  io.err(
    `${say(TEXTS.unexpected, locale, { message: redact(error instanceof Error ? error.message : String(error)) })}\n`,
  );
  return EXIT.unreachable;
}
