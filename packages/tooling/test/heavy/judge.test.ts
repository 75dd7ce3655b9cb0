import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceFile } from '../../src/conformance.ts';
import { failures, HEADER_PACK, judge } from '../../src/judge.ts';
import { describeWithJudge } from '../../src/with-judge.ts';

describeWithJudge('the judge', () => {
  it('says what the official rules say: nothing of a valid document, the right words of others', async () => {
    const valid = readFileSync(conformanceFile('cda/supplement/n1-minimal.xml'), 'utf8');
    const verdicts = await judge(
      [
        { id: 'valid', bytes: valid },
        { id: 'no title', bytes: valid.replace(/<title>[^<]*<\/title>/, '') },
        { id: 'bad root', bytes: valid.replace('root="2.999.7.2"', 'root="id_1-2"') },
        { id: 'not XML', bytes: '<ClinicalDocument' },
      ],
      { packs: [HEADER_PACK], xsd: true },
    );
    expect(verdicts.get('valid')).toEqual({ xsdValid: true, findings: { 'ASIP-STRUCT-MIN-StrucMin.sch': [] } });
    expect(failures(verdicts.get('no title')).map((each) => [each.location, each.text])).toEqual([
      ['/ClinicalDocument', expect.stringContaining('hl7:title')],
    ]);
    expect(verdicts.get('bad root')?.xsdValid).toBe(false);
    expect(failures(verdicts.get('bad root')).map((each) => each.location)).toEqual([
      '/ClinicalDocument/recordTarget/patientRole/id[2]',
      '/ClinicalDocument/recordTarget/patientRole/id[2]',
    ]);
    expect(verdicts.get('not XML')?.xsdValid).toBe(false);
    expect(failures(verdicts.get('not XML'))).toHaveLength(1);
  }, 300_000);
});
