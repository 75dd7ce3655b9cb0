import { INS_OIDS, insNature, insOidKind, isInsOid, validateInsOid } from '@socle-sante/core/ins-identifier';
import { computeMatriculeKey, validateMatricule } from '@socle-sante/core/matricule';
import { type Command, optionFlag, optionText } from '../frame/command.js';
import { paint, printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { exitFor, findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle ins check 275126322074974 --oid 1.2.250.1.213.1.4.8';

export const insCheck: Command = {
  path: ['ins', 'check'],
  usage: 'MATRICULE',
  summary: {
    fr: 'contrôle la clé, la structure et l’OID d’un matricule INS',
    en: 'checks the key, structure and OID of a matricule INS',
  },
  details: {
    fr: 'Le matricule n’est pas réécrit en sortie. Un NIR et un NIA ont la même forme : seul l’OID les distingue.',
    en: 'The matricule is not printed back. A NIR and a NIA have the same shape: only the OID tells them apart.',
  },
  options: {
    oid: {
      type: 'string',
      value: 'OID',
      help: { fr: `OID, par exemple ${INS_OIDS.nir}`, en: `OID, for example ${INS_OIDS.nir}` },
    },
    production: {
      type: 'boolean',
      help: { fr: 'refuse les OID de test et de démonstration', en: 'refuses the test and demonstration OIDs' },
    },
  },
  example: EXAMPLE,
  async run(invocation) {
    const matricule = invocation.positionals.join('');
    if (!matricule) {
      throw new UsageError({ fr: 'Il manque le matricule.', en: 'The matricule is missing.' }, EXAMPLE);
    }
    const oid = optionText(invocation, 'oid');
    const findings = [
      ...validateMatricule(matricule),
      ...(oid === undefined ? [] : validateInsOid(oid, { production: optionFlag(invocation, 'production') })),
    ];
    const compact = matricule.replace(/\s/g, '').toUpperCase();
    const expectedKey = computeMatriculeKey(compact.slice(0, 13));
    const nature = oid !== undefined && isInsOid(oid) ? insNature(oid) : undefined;
    const kind = oid !== undefined && isInsOid(oid) ? insOidKind(oid) : undefined;
    const code = exitFor(findings);
    if (invocation.json) {
      printJson(invocation, {
        valid: code === 0,
        ...(expectedKey ? { expectedKey } : {}),
        ...(nature ? { nature, kind } : {}),
        findings: findingsAsJson(invocation, findings),
      });
      return code;
    }
    if (code === 0) {
      const ok = invocation.locale === 'fr' ? 'Matricule valide' : 'Valid matricule';
      printLine(invocation, paint(invocation, 'green', `${ok}${nature ? ` (${nature}, ${kind})` : ''}`));
    }
    printFindings(invocation, findings);
    return code;
  },
};
