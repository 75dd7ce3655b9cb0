import type { Finding } from '@socle-sante/core/finding';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import { canTransmitIns } from '@socle-sante/core/rniv';
import { defaultRandom } from '@socle-sante/core/uuid';
import { buildVihf, validateVihf } from '@socle-sante/vihf';
import { createKeySigner } from '@socle-sante/wire/dsig';
import { loadClientIdentity } from '@socle-sante/wire/tls';
import { writeOut } from '../../files/output.js';
import { readPatient } from '../../files/patient-file.js';
import { type Command, type Invocation, optionText } from '../../frame/command.js';
import { EXIT } from '../../frame/exit.js';
import { printJson, printLine } from '../../frame/print.js';
import { keyInput, missingPart, readIdentity } from '../../service/files.js';
import { vihfBase } from '../../service/vihf-base.js';
import { callInput, choice, PATIENT_OPTIONS } from '../dmp/shared.js';
import { exitFor, findingsAsJson, printFindings } from '../findings.js';

const EXAMPLE = 'socle vihf build --patient identity-state.json --out vihf.xml';

export const vihfBuild: Command = {
  path: ['vihf', 'build'],
  usage: '',
  summary: { fr: 'fait une assertion VIHF signée', en: 'makes a signed VIHF assertion' },
  details: {
    fr: 'Une assertion sert une fois, pendant quelques minutes. Sans --patient, aucun dossier n’est nommé (TD0.4, TD0.5).',
    en: 'An assertion serves once, for a few minutes. Without --patient, no record is named (TD0.4, TD0.5).',
  },
  options: {
    mode: {
      type: 'string',
      value: 'DIRECTE|INDIRECTE|INDIRECTE_RENFORCEE',
      help: { fr: 'mode (celui de l’identité)', en: 'mode (the one of the identity)' },
    },
    out: { type: 'string', value: 'FILE', help: { fr: 'fichier à écrire', en: 'file to write' } },
    ...PATIENT_OPTIONS,
  },
  example: EXAMPLE,
  async run(invocation) {
    const { identity, identityPath } = await readIdentity(invocation);
    if (!identity.dmp) throw missingPart(identityPath, 'dmp');
    const mode = choice(invocation, 'mode', ['DIRECTE', 'INDIRECTE', 'INDIRECTE_RENFORCEE']) ?? identity.dmp.mode;
    const sign = loadClientIdentity(await keyInput(identity.dmp.sign, identityPath, invocation));
    const { clock } = invocation.io;
    const { purpose, reason, secretConnection } = callInput(invocation);
    const patient = await insOf(invocation);
    if (patient !== undefined && 'rule' in patient) {
      if (invocation.json) printJson(invocation, { findings: findingsAsJson(invocation, [patient]) });
      else printFindings(invocation, [patient]);
      return EXIT.findings;
    }
    const xml = await buildVihf(
      {
        ...vihfBase({ ...identity.dmp, mode }, clock()),
        ...(patient === undefined ? {} : { patient }),
        ...(purpose === undefined ? {} : { purpose }),
        ...(reason === undefined ? {} : { reason }),
        ...(secretConnection === undefined ? {} : { secretConnection }),
      },
      createKeySigner(sign),
      { clock, random: defaultRandom },
    );
    const findings = validateVihf(xml, { now: clock() });
    const out = optionText(invocation, 'out');
    if (out !== undefined) await writeOut(invocation, out, xml);
    if (invocation.json) {
      printJson(invocation, {
        ...(out === undefined ? { assertion: xml } : { file: out }),
        findings: findingsAsJson(invocation, findings),
      });
    } else {
      printLine(invocation, out ?? xml);
      if (out !== undefined) printFindings(invocation, findings);
    }
    return exitFor(findings);
  },
};

/** The INS of `--patient`, or why it may not be written. */
async function insOf(invocation: Invocation): Promise<InsIdentifier | Finding | undefined> {
  if (optionText(invocation, 'patient') === undefined) return undefined;
  const decision = canTransmitIns(await readPatient(invocation, EXAMPLE));
  return decision.ok ? decision.ins : decision.finding;
}
