import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import { rechercherInsAvecTraitsIdentite } from '../../src/insi/operations.js';
import { NOW } from './support.js';

interface Expected {
  readonly code?: '00' | '01' | '02';
  readonly error?: string;
  readonly official?: string;
  readonly matricule?: string;
  readonly oid?: string;
  readonly history?: number;
}

/** One line per official answer: a new file without a line here makes the test fail. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'responses/live-2022-10/cr00-adrtrois-dominique.xml': { code: '00', matricule: '297022A02077878', history: 0 },
  'responses/live-2022-10/cr00-ecetinsi-pierre-alain.xml': { code: '00', matricule: '109076322083489', history: 1 },
  'responses/live-2022-10/cr02-several-identities.xml': { code: '02' },
  'responses/live-2022-05/cr00-adrtrois-dominique.xml': { code: '00', matricule: '297022A02077878', history: 0 },
  'responses/live-2022-05/cr00-ecetinsi-pierre-alain.xml': { code: '00', matricule: '109076322083489', history: 1 },
  'responses/faults/siram_100-desir_550.xml': { error: 'insi.config.refused', official: 'desir_550' },
  'responses/faults/siram_40-insi_102.xml': { error: 'insi.technical', official: 'insi_102' },
  'responses/cnda/REP_CR01.xml': { code: '01' },
  'responses/cnda/TEST_2.04_cas2.as-delivered.xml': { code: '00', matricule: '109076322083489', history: 2 },
  'responses/cnda/TEST_2.04_cas2.edited.xml': { code: '00', matricule: '109076322083489', history: 2 },
  'responses/cnda/TEST_2.05.xml': { code: '00', matricule: '109076322088835', oid: '1.2.250.1.213.1.4.9', history: 0 },
  // Wrong keys on purpose: CodeCR is 00, the software must refuse (CNDA test 2.08).
  'responses/cnda/TEST_2.08_cas2.xml': { error: 'insi.protocol.matriculeKey', official: '00' },
};

describeWithConformance('the official answers', () => {
  const root = conformanceFile('insi');
  const index = JSON.parse(readFileSync(join(root, 'responses/index.json'), 'utf8')) as { files: { file: string }[] };

  it('are all expected, and all in the index', () => {
    const present = readdirSync(join(root, 'responses'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .map((file) => `responses/${file.replaceAll('\\', '/')}`)
      .sort();
    expect(index.files.map(({ file }) => file).sort()).toEqual(present);
    expect(Object.keys(EXPECTED).sort()).toEqual(present);
  });

  it.each(index.files.map(({ file }) => file))('%s gives a typed answer or a typed error', (file) => {
    const expected = EXPECTED[file];
    const response = {
      status: file.includes('/faults/') ? 500 : 200,
      headers: { 'content-type': 'application/soap+xml' },
      body: readFileSync(join(root, file)),
      elapsedMs: 1,
    };
    const decode = () =>
      rechercherInsAvecTraitsIdentite.decode(response, { messageId: 'uuid:0', at: NOW, production: false });
    if (expected?.error !== undefined) {
      expect(decode).toThrow(
        expect.objectContaining({ code: expected.error, officialCode: expected.official, messageId: 'uuid:0' }),
      );
      return;
    }
    const answer = decode();
    expect(answer.code).toBe(expected?.code);
    if (answer.code !== '00') return;
    expect(answer.identity.ins.matricule).toBe(expected?.matricule);
    expect(answer.identity.ins.oid).toBe(expected?.oid ?? '1.2.250.1.213.1.4.8');
    expect(answer.identity.history).toHaveLength(expected?.history ?? 0);
    expect(answer.identity.at).toBe(NOW.toISOString());
  });
});
