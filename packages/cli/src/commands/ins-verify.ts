import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isSocleError } from '@socle-sante/core/error';
import { type Command, type Invocation, optionFlag, optionText } from '../frame/command.js';
import { EXIT, type ExitCode } from '../frame/exit.js';
import { SERVICE_OPTIONS } from '../frame/help.js';
import { note, printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { openInsi } from '../service/insi.js';
import { readVerifyRows, type VerifyRow } from '../verify/read-rows.js';
import { openReport, type VerifyLine } from '../verify/report-file.js';
import { loadCodec, simulatedVerifier, type Verify } from '../verify/verifier.js';

const EXAMPLE = 'socle ins verify patients.csv --out verdicts.csv --resume';

export const insVerify: Command = {
  path: ['ins', 'verify'],
  usage: 'FILE.csv|-',
  summary: {
    fr: 'vérifie une liste d’identités (WS_INS3), en flux, avec reprise',
    en: 'verifies a list of identities (WS_INS3), streamed, resumable',
  },
  details: {
    fr: 'Colonnes : matricule;oid;nom;prenom;sexe;naissance;lieu;reference. Le format du service n’est pas public : --codec MODULE fournit le vôtre ; sans lui, et sans --env, le comportement métier du simulateur répond. Le compte rendu ne contient que ligne, référence et verdict.',
    en: 'Columns: matricule;oid;nom;prenom;sexe;naissance;lieu;reference. The wire format is not published: --codec MODULE supplies yours; without it, and without --env, the business behaviour of the simulator answers. The report holds line, reference and verdict only.',
  },
  options: {
    out: { type: 'string', value: 'FILE', help: { fr: 'compte rendu CSV', en: 'report, CSV' } },
    resume: {
      type: 'boolean',
      help: { fr: 'reprend un compte rendu commencé', en: 'goes on with a report begun earlier' },
    },
    codec: {
      type: 'string',
      value: 'MODULE',
      help: { fr: 'votre codec (export verificationCodec)', en: 'your codec (export verificationCodec)' },
    },
    ...SERVICE_OPTIONS,
  },
  example: EXAMPLE,
  async run(invocation) {
    const [path] = invocation.positionals;
    const out = optionText(invocation, 'out');
    if (!path || !out) {
      throw new UsageError({ fr: 'Donnez la liste et --out.', en: 'Give the list and --out.' }, EXAMPLE);
    }
    const source = path === '-' ? invocation.io.stdin : await openList(path, invocation.io.cwd);
    const codec = optionText(invocation, 'codec');
    if (!codec) {
      if (optionText(invocation, 'env')) {
        throw new UsageError(
          {
            fr: 'Le format de WS_INS3 n’est pas public : donnez --codec.',
            en: 'The wire format of WS_INS3 is not published: give --codec.',
          },
          `${EXAMPLE} --env bas.json --codec ./ws-ins3.mjs`,
        );
      }
      note(
        invocation,
        invocation.locale === 'fr' ? 'Verdicts du simulateur, sans réseau.' : 'Verdicts of the simulator, no network.',
      );
      return verifyAll(invocation, source, resolve(invocation.io.cwd, out), simulatedVerifier(invocation.io.clock));
    }
    const insi = await openInsi(invocation, { verificationCodec: await loadCodec(codec, invocation.io.cwd) });
    try {
      return await verifyAll(invocation, source, resolve(invocation.io.cwd, out), (item, signal) =>
        insi.client.verifyIns(item, { signal }),
      );
    } finally {
      await insi.close();
    }
  },
};

async function openList(path: string, cwd: string): Promise<AsyncIterable<Uint8Array>> {
  const absolute = resolve(cwd, path);
  await access(absolute).catch((cause: unknown) => {
    throw new UsageError({ fr: `Liste illisible : ${path}`, en: `The list cannot be read: ${path}` }, EXAMPLE, {
      cause,
    });
  });
  return createReadStream(absolute);
}

async function verifyAll(
  invocation: Invocation,
  source: AsyncIterable<Uint8Array>,
  out: string,
  verify: Verify,
): Promise<ExitCode> {
  const { signal } = invocation.io;
  const report = await openReport(out, optionFlag(invocation, 'resume'));
  const counts = { ok: 0, ko: 0, refused: 0, error: 0, skipped: 0 };
  let interrupted = false;
  for await (const row of readVerifyRows(source)) {
    if (row.line <= report.doneUpTo) {
      counts.skipped += 1;
      continue;
    }
    if (signal.aborted) {
      interrupted = true;
      break;
    }
    const line = await verdictOf(row, verify, signal);
    if (line === undefined) {
      interrupted = true;
      break;
    }
    counts[line.outcome] += 1;
    await report.add(line);
    const done = counts.ok + counts.ko + counts.refused + counts.error;
    if (done % 500 === 0) note(invocation, `${done}…`);
  }
  if (invocation.json) printJson(invocation, { ...counts, interrupted, out });
  else {
    const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    printLine(invocation, words.join(' · '));
  }
  if (interrupted) return EXIT.interrupted;
  return counts.ko + counts.refused + counts.error > 0 ? EXIT.findings : EXIT.ok;
}

/** The line of the report, or undefined when the person at the keyboard stopped everything. */
async function verdictOf(row: VerifyRow, verify: Verify, signal: AbortSignal): Promise<VerifyLine | undefined> {
  const base = { line: row.line, reference: row.reference };
  if ('refused' in row) return { ...base, outcome: 'refused', code: row.refused };
  try {
    return { ...base, ...(await verify(row.item, signal)) };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!isSocleError(error)) throw error;
    // What stops one line goes on to the next; what would stop all of them stops here.
    if (error.origin === 'unreachable' || error.origin === 'unsupported') throw error;
    const code = error.officialCode ?? error.code;
    const messageId = error.messageId === undefined ? {} : { messageId: error.messageId };
    return { ...base, outcome: error.origin === 'argument' ? 'refused' : 'error', code, ...messageId };
  }
}
