import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance, hasConformance } from '../../../tooling/src/conformance.ts';
import { decodePatientMessage } from '../../src/hl7v2.ts';

interface Index {
  readonly files: readonly {
    readonly file: string;
    readonly facts?: { readonly 'PID-3'?: readonly string[]; readonly 'PID-32'?: string; readonly profile?: string };
  }[];
}

/**
 * Known errors of the official messages, which a reader must survive: segments end with LF; the oldest ones carry a
 * matricule whose key is wrong, or `˜` (U+02DC) as repetition separator, declared in MSH; names in mixed case and no
 * list of prénoms before version 2.1.
 */
const WRONG_KEY = '276037510669380';

describeWithConformance('official HL7 v2 messages', () => {
  const index = hasConformance ? readFileSync(conformanceFile('hl7v2/index.json'), 'utf8') : '{"files":[]}';
  const { files } = JSON.parse(index) as Index;
  const withPatient = files.filter(({ facts }) => facts?.['PID-3']);

  it('are there', () => expect(withPatient.length).toBeGreaterThanOrEqual(20));

  it.each(withPatient)('$file', ({ file, facts }) => {
    const read = decodePatientMessage(readFileSync(conformanceFile(`hl7v2/${file}`), 'utf8'));
    const cx = (facts?.['PID-3'] ?? []).find((one) => one.includes('1.2.250.1.213.1.4.')) ?? '';
    const [matricule = ''] = cx.split('^');
    const oid = /1\.2\.250\.1\.213\.1\.4\.\d+/.exec(cx)?.[0];
    if (matricule === WRONG_KEY) {
      expect(read.ok).toBe(false);
      expect(read.findings.map((f) => f.rule)).toContain('ins.matricule.key');
      expect(read.value?.ins).toBeUndefined();
      expect(read.value?.traits.nomNaissance).toBe('DE VINCI');
      return;
    }
    expect(read).toMatchObject({ ok: true, value: { ins: { matricule, oid }, status: 'QUAL', reliability: ['VALI'] } });
    expect(read.value?.traits.lieuNaissance).toBe('63220');
    expect(read.value?.traits.dateNaissance).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(read.value?.traits.premierPrenom).not.toBe('');
  });

  it('of PAM also hold the ZFD and the local number', () => {
    const read = decodePatientMessage(readFileSync(conformanceFile('hl7v2/pam/consent-IC-INO.er7'), 'utf8'), {});
    expect(read.value).toMatchObject({
      localIdentifiers: [
        { value: '000003', authority: { namespace: 'CHU-X', id: '000897406', scheme: 'N' }, type: 'PI' },
      ],
      traits: { listePrenoms: 'DOMINIQUE', sexe: 'F', dateNaissance: '1979-03-28' },
      deceased: false,
      lastUpdate: '20240306111153',
      zfd: { smsConsent: true, birthDateCorrected: false, collection: 'INSI', insiDate: '2021-12-01' },
    });
    expect(
      decodePatientMessage(readFileSync(conformanceFile('hl7v2/pam/consent-IC-INO.er7'), 'utf8'), { production: true })
        .ok,
    ).toBe(false);
  });
});
