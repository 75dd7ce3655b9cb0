import { createHash, createPrivateKey, sign } from 'node:crypto';
import { defaultRandom, uuidUrn, uuidV4 } from '@socle-sante/core/uuid';
import { dmpEnvironment } from '@socle-sante/dmp';
import { provideDocuments } from '@socle-sante/dmp/operations';
import { type PrepareOptions, prepareSubmission } from '@socle-sante/documents/prepare';
import type { Submission } from '@socle-sante/documents/submission';
import { createTestPki } from '@socle-sante/sandbox/pki';
import { AUTHN_CONTEXTS, buildVihf, type VihfInput } from '@socle-sante/vihf';
import { createKeySigner, dangerouslyAllowSha1 } from '@socle-sante/wire/dsig';
import { loadClientIdentity, readCertificate } from '@socle-sante/wire/tls';
import type { BenchCase } from '../case.js';

const PDF_SIZE = 200_000;

/** A PDF/A-1 of that size: what is checked, and one image whose octets look like chance. */
export function samplePdf(size: number): Uint8Array {
  const head = [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Metadata 2 0 R /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1>>]>> endobj',
    '2 0 obj <</Type /Metadata /Subtype /XML /Length 66>>',
    'stream',
    '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>',
    'endstream endobj',
    `3 0 obj <</Type /XObject /Subtype /Image /Filter /DCTDecode /Length ${size}>>`,
    'stream\n',
  ].join('\n');
  const tail = '\nendstream endobj\ntrailer <</Root 1 0 R /ID [<01> <01>]>>\nstartxref\n9\n%%EOF\n';
  const image = new Uint8Array(Math.max(0, size - head.length - tail.length));
  let state = 1;
  for (let at = 0; at < image.length; at += 1) {
    state = (state * 48_271) % 2_147_483_647;
    image[at] = state & 0xff;
  }
  return Buffer.concat([Buffer.from(head, 'latin1'), image, Buffer.from(tail, 'latin1')]);
}

/** A consultation report of an invented structure for the official test identity ADRUN ZOE. */
export function submissionOf(content: Uint8Array): Submission {
  const organization = { idNat: '10B0999999', name: 'CENTRE DE SANTÉ DU SIMULATEUR' };
  const doctor = {
    idNat: '899900000003',
    name: { family: 'EXEMPLE', given: 'Alix', prefix: 'MME', suffix: 'DR' },
    specialty: {
      code: 'G15_10/SM54',
      displayName: 'Médecin - Médecine Générale (SM)',
      codeSystem: '1.2.250.1.213.1.1.4.5',
    },
    organization,
  } as const;
  const at = '2026-01-15T10:00:00+01:00';
  return {
    id: '2.999.7.1.20260115.43',
    submittedAt: '2026-01-15T10:20:00+01:00',
    vendor: { oid: '2.999.7' },
    patient: {
      identity: {
        traits: {
          nomNaissance: 'ADRUN',
          listePrenoms: 'ZOE',
          premierPrenom: 'ZOE',
          sexe: 'F',
          dateNaissance: '1975-12-31',
          lieuNaissance: '63220',
        },
        ins: { matricule: '275126322074974' as never, oid: '1.2.250.1.213.1.4.10' },
        insi: true,
        document: { type: 'CN', date: '2026-01-10', trust: 'high' },
        attributes: [],
        history: [],
      },
      localIdentifiers: [{ root: '2.999.7.2', extension: 'IPP-000042' }],
    },
    submitter: { kind: 'professional', ...doctor },
    contentType: { code: '07', displayName: 'Consultations soins externes', codeSystem: '1.2.250.1.213.2.2' },
    documents: [
      {
        id: '2.999.7.1.20260115.42',
        type: {
          code: '11488-4',
          displayName: 'CR ou fiche de consultation ou de visite',
          codeSystem: '2.16.840.1.113883.6.1',
        },
        title: 'Compte rendu de consultation',
        createdAt: '2026-01-15T10:15:00+01:00',
        authors: [{ kind: 'professional', ...doctor }],
        legalAuthenticator: { signatory: doctor },
        acts: [
          {
            start: at,
            performer: {
              professional: { idNat: doctor.idNat },
              organization: {
                idNat: organization.idNat,
                setting: { code: 'AMBULATOIRE', displayName: 'Ambulatoire', codeSystem: '1.2.250.1.213.1.1.4.9' },
              },
            },
          },
        ],
        encounter: {
          start: at,
          facility: { type: { code: 'SA05', displayName: 'Centre de santé', codeSystem: '1.2.250.1.71.4.2.4' } },
        },
        body: { kind: 'pdf', content },
      },
    ],
  };
}

export const depositBuild: BenchCase = {
  name: 'documents.deposit.build',
  subject: 'PDF of 200 kB to the bytes of TD2.1: CDA, metadata, signature of the set, VIHF, MTOM',
  reference: 'its two bare RSA signatures and the SHA-1 of the same documents',
  warmupMs: 2_000,
  async prepare() {
    const pki = await createTestPki();
    const { certPem, keyPem, chainPem } = pki.identity('org-sign');
    const identity = await loadClientIdentity({ key: keyPem, cert: certPem });
    const setSigner = createKeySigner(identity, { algorithm: 'rsa-sha1', legacy: dangerouslyAllowSha1() });
    const vihfSigner = createKeySigner(identity);
    const chain = chainPem
      .split(/(?<=-----END CERTIFICATE-----)/)
      .filter((pem) => pem.includes('BEGIN'))
      .map((pem) => readCertificate(pem).der);
    const submission = submissionOf(samplePdf(PDF_SIZE));
    const options: PrepareOptions = {
      clock: () => new Date('2026-01-15T09:20:00Z'),
      random: defaultRandom,
      signing: { signer: setSigner, chain },
      hash: (algorithm, bytes) => new Uint8Array(createHash(algorithm).update(bytes).digest()),
      base64: ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString('base64'),
    };
    const clock = () => new Date();
    const environment = dmpEnvironment({ kind: 'simulator', baseUrl: 'https://dmp.sim.invalid' });
    const build = async (): Promise<number> => {
      const prepared = await prepareSubmission(submission, options);
      const at = clock();
      const request = provideDocuments.encode(
        { submission: prepared },
        {
          environment,
          software: { oid: '2.999.7', name: 'Socle' },
          messageId: uuidUrn(uuidV4()),
          assertion: await buildVihf(vihfInput(at), vihfSigner, { clock }),
          at,
          random: defaultRandom,
        },
      );
      let sent = 0;
      if (request.stream !== undefined) for await (const bytes of request.stream.open()) sent += bytes.length;
      return sent;
    };
    const { documents } = await prepareSubmission(submission, options);
    const key = createPrivateKey(keyPem);
    const octets = Buffer.alloc(800, 0x61);
    return {
      subject: build,
      reference: () => [
        sign('sha1', octets, key),
        sign('sha256', octets, key),
        ...documents.map((item) => createHash('sha1').update(item.bytes).digest()),
      ],
    };
  },
};

function vihfInput(at: Date): VihfInput {
  return {
    mode: 'INDIRECTE',
    nameId: '899900000003',
    subjectId: 'EXEMPLE Alix',
    structure: '10B0999999',
    sector: { code: 'SA05', codeSystem: '1.2.250.1.71.4.2.4' },
    roles: [
      { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
      { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
    ],
    patient: { matricule: '275126322074974' as never, oid: '1.2.250.1.213.1.4.10' },
    software: { name: 'Socle', version: '1.0.0', homologation: 'SIM-0000' },
    authnInstant: new Date(at.getTime() - 60_000),
    authnContext: AUTHN_CONTEXTS.password,
  };
}
