import type { AccessPurpose, DmpCallInput, PatientCallInput } from '@socle-sante/dmp';
import { readPatient } from '../../files/patient-file.js';
import { type Command, type Invocation, type OptionSpec, optionFlag, optionText } from '../../frame/command.js';
import type { ExitCode } from '../../frame/exit.js';
import { SERVICE_OPTIONS } from '../../frame/help.js';
import type { Bilingual } from '../../frame/locale.js';
import { UsageError } from '../../frame/usage-error.js';
import { type OpenDmp, openDmp } from '../../service/dmp.js';

const PURPOSES: readonly AccessPurpose[] = ['normal', 'bris_de_glace', 'centre_15'];

/** What every call of the DMP may carry. */
export const CALL_OPTIONS = {
  purpose: {
    type: 'string',
    value: PURPOSES.join('|'),
    help: { fr: 'mode d’accès (normal)', en: 'access mode (normal)' },
  },
  reason: { type: 'string', value: 'TEXT', help: { fr: 'motif du bris de glace', en: 'why the glass is broken' } },
  secret: {
    type: 'boolean',
    help: {
      fr: 'connexion secrète : cachée aux représentants légaux d’un mineur',
      en: 'secret connection: hidden from the legal representatives of a minor',
    },
  },
  ...SERVICE_OPTIONS,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Asks for names and identifiers on the screen. */
export const SHOW_OPTION = {
  type: 'boolean',
  help: { fr: 'écrit aussi les noms et les identifiants', en: 'prints names and identifiers too' },
} as const satisfies OptionSpec;

/** The same, about one patient. */
export const PATIENT_OPTIONS = {
  patient: {
    type: 'string',
    value: 'FILE',
    help: { fr: 'identité (schemas/identity-state.schema.json)', en: 'identity (schemas/identity-state.schema.json)' },
  },
  ...CALL_OPTIONS,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What a sub-command is made of: the frame adds the way to the DMP and back. */
export interface DmpCommand extends Pick<Command, 'path' | 'usage' | 'summary' | 'example' | 'options'> {
  /** Official names: transaction, standard. First line of the help. */
  readonly official: string;
  readonly details?: Bilingual;
  readonly run: (invocation: Invocation, dmp: OpenDmp) => Promise<ExitCode>;
}

/** A sub-command that opens a client, calls, and closes it. */
export function dmpCommand(definition: DmpCommand): Command {
  const { official, details, run, ...command } = definition;
  const more = (text: string | undefined) => (text === undefined ? official : `${official}\n${text}`);
  return {
    ...command,
    details: { fr: more(details?.fr), en: more(details?.en) },
    async run(invocation) {
      const dmp = await openDmp(invocation);
      try {
        return await run(invocation, dmp);
      } finally {
        await dmp.close();
      }
    },
  };
}

/** `--purpose`, `--reason`, `--secret`, and Ctrl-C. */
export function callInput(invocation: Invocation, fallback?: AccessPurpose): DmpCallInput {
  const purpose = choice(invocation, 'purpose', PURPOSES) ?? fallback;
  const reason = optionText(invocation, 'reason');
  return {
    signal: invocation.io.signal,
    ...(purpose === undefined ? {} : { purpose }),
    ...(reason === undefined ? {} : { reason }),
    ...(optionFlag(invocation, 'secret') ? { secretConnection: true } : {}),
  };
}

export async function patientInput(invocation: Invocation, example: string): Promise<PatientCallInput> {
  return { ...callInput(invocation), patient: await readPatient(invocation, example) };
}

/** One of the values of an option. */
export function choice<T extends string>(invocation: Invocation, name: string, values: readonly T[]): T | undefined {
  const text = optionText(invocation, name);
  if (text === undefined) return undefined;
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  throw new UsageError({ fr: `--${name} : ${values.join(', ')}.`, en: `--${name}: ${values.join(', ')}.` });
}

/** An instant or a day. */
export function dateOption(invocation: Invocation, name: string): Date | undefined {
  const text = optionText(invocation, name);
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new UsageError({
    fr: `--${name} : une date (2026-01-31) ou un instant ISO.`,
    en: `--${name}: a date (2026-01-31) or an ISO instant.`,
  });
}
