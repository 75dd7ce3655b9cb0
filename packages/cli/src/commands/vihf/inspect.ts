import { isSocleError } from '@socle-sante/core/error';
import { isMatricule, maskMatricule } from '@socle-sante/core/matricule';
import { inspectVihf, type VihfView, validateVihf, verifyVihf } from '@socle-sante/vihf';
import { readCertificate } from '@socle-sante/wire/tls';
import { onePath, readDocument } from '../../files/document-file.js';
import { readNamedFile } from '../../files/read-json.js';
import { type Command, type Invocation, optionFlag, optionText } from '../../frame/command.js';
import { EXIT } from '../../frame/exit.js';
import { paint, printJson, printLine, table } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { SHOW_OPTION } from '../dmp/shared.js';
import { exitFor, findingsAsJson, printFindings } from '../findings.js';

const EXAMPLE = 'socle vihf inspect vihf.xml --ca authorities.pem';
const WHAT = { fr: 'Certificat', en: 'Certificate' };

export const vihfInspect: Command = {
  path: ['vihf', 'inspect'],
  usage: 'FILE|-',
  summary: {
    fr: 'lit et contrôle un VIHF, seul ou dans son message',
    en: 'reads and checks a VIHF, alone or in its message',
  },
  details: {
    fr: 'Chaque règle documentée est contrôlée. La signature n’est vérifiée qu’avec --ca : sans elle, rien ne prouve qui a signé. --at pour un VIHF d’archive.',
    en: 'Every documented rule is checked. The signature is verified with --ca only: without it nothing proves who signed. --at for a VIHF of the past.',
  },
  options: {
    ca: { type: 'string', value: 'FILE', help: { fr: 'autorités, PEM', en: 'authorities, PEM' } },
    tls: {
      type: 'string',
      value: 'FILE',
      help: {
        fr: 'certificat TLS du client, PEM : doit avoir le même sujet',
        en: 'TLS client certificate, PEM: must have the same subject',
      },
    },
    at: {
      type: 'string',
      value: 'INSTANT',
      help: { fr: 'instant du contrôle (maintenant)', en: 'instant of the check (now)' },
    },
    production: { type: 'boolean', help: { fr: 'refuse les INS de test', en: 'refuses test INS' } },
    show: SHOW_OPTION,
  },
  example: EXAMPLE,
  async run(invocation) {
    const path = onePath(invocation, EXAMPLE);
    const bytes = await readDocument(path, invocation);
    const view = read(path, bytes);
    const at = instant(invocation);
    const tls = optionText(invocation, 'tls');
    const findings = validateVihf(bytes, {
      now: at,
      production: optionFlag(invocation, 'production'),
      ...(tls === undefined
        ? {}
        : { tlsCertificate: readCertificate((await readNamedFile(tls, invocation.io.cwd, WHAT)).toString('utf8')) }),
    });
    const signature = await verify(invocation, bytes, at);
    const show = optionFlag(invocation, 'show');
    if (invocation.json) {
      printJson(invocation, {
        ...described(view, show),
        signature,
        findings: findingsAsJson(invocation, findings),
      });
    } else {
      printLine(
        invocation,
        table(invocation.locale === 'fr' ? ['attribut', 'valeur'] : ['attribute', 'value'], rows(view, show)),
      );
      printLine(invocation);
      const words = SIGNATURE[signature.state][invocation.locale];
      const colour = signature.state === 'verified' ? 'green' : signature.state === 'refused' ? 'red' : 'yellow';
      printLine(
        invocation,
        paint(invocation, colour, signature.code === undefined ? words : `${words} (${signature.code})`),
      );
      printFindings(invocation, findings);
    }
    return signature.state === 'refused' ? EXIT.findings : exitFor(findings);
  },
};

const SIGNATURE = {
  verified: { fr: 'Signature vérifiée', en: 'Signature verified' },
  refused: { fr: 'Signature refusée', en: 'Signature refused' },
  notChecked: { fr: 'Signature non vérifiée : donnez --ca', en: 'Signature not verified: give --ca' },
} as const;

function read(path: string, bytes: Uint8Array): VihfView {
  try {
    return inspectVihf(bytes);
  } catch (cause) {
    if (!isSocleError(cause)) throw cause;
    throw new UsageError(
      { fr: `${path} : aucun VIHF lisible (${cause.code}).`, en: `${path}: no readable VIHF (${cause.code}).` },
      EXAMPLE,
      { cause },
    );
  }
}

function instant(invocation: Invocation): Date {
  const text = optionText(invocation, 'at');
  if (text === undefined) return invocation.io.clock();
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date;
  throw new UsageError({ fr: '--at : un instant ISO.', en: '--at: an ISO instant.' }, EXAMPLE);
}

async function verify(
  invocation: Invocation,
  bytes: Uint8Array,
  at: Date,
): Promise<{ state: keyof typeof SIGNATURE; code?: string }> {
  const ca = optionText(invocation, 'ca');
  if (ca === undefined) return { state: 'notChecked' };
  const authorities = (await readNamedFile(ca, invocation.io.cwd, WHAT)).toString('utf8');
  try {
    await verifyVihf(bytes, { trust: { authorities, at } });
    return { state: 'verified' };
  } catch (error) {
    if (!isSocleError(error)) throw error;
    return { state: 'refused', code: error.code };
  }
}

/** What the assertion says; who it is about only when asked for. */
function described(view: VihfView, show: boolean): Record<string, unknown> {
  const { attributes, claims, signature, issuer, ...rest } = view;
  const { nameId, subjectId, patient, ...open } = claims;
  return {
    ...rest,
    // The subject of a card is a person.
    issuer: show ? issuer : { format: issuer.format },
    claims: { ...open, ...(show ? { nameId, subjectId, patient } : { ...masked(patient) }) },
    attributes: attributes.map(({ name }) => name),
    certificate:
      signature?.certificate === undefined
        ? undefined
        : {
            method: signature.method,
            digest: signature.digest,
            notAfter: signature.certificate.notAfter.toISOString(),
            sha256: signature.certificate.sha256,
          },
  };
}

function masked(patient: string | undefined): { patient?: string } {
  if (patient === undefined) return {};
  const matricule = patient.split('^')[0] ?? '';
  return { patient: isMatricule(matricule) ? maskMatricule(matricule) : '•••' };
}

function rows(view: VihfView, show: boolean): string[][] {
  const { claims } = view;
  const role = claims.roles.map(({ code, displayName }) => `${code} ${displayName}`).join(', ');
  return [
    ['IssueInstant', view.issueInstant],
    ['VIHF_Version', claims.version],
    ['Authentification_Mode', claims.mode],
    ['NameID', show ? claims.nameId : undefined],
    ['subject-id', show ? claims.subjectId : undefined],
    ['Identifiant_Structure', claims.structure],
    ['Secteur_Activite', claims.sector && `${claims.sector.code}^${claims.sector.codeSystem}`],
    ['role', role],
    ['resource-id', show ? claims.patient : masked(claims.patient).patient],
    ['purposeofuse', claims.purpose?.code],
    ['Mode_Acces_Raison', show ? claims.reason : undefined],
    ['LPS', [claims.software.name, claims.software.version, claims.software.homologation].filter(Boolean).join(' ')],
    ['AuthnContextClassRef', claims.authnContext],
    ['SignatureMethod', view.signature?.method],
  ].flatMap(([name, value]) => (name === undefined || value === undefined || value === '' ? [] : [[name, value]]));
}
