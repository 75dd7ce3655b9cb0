import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../src/redact.js';

describe('what is hidden', () => {
  test.each([
    ['matricule', 'INS 275126322074974 unknown', '275126322074974'],
    ['matricule without its key', 'num=2751263220749&cle=74', '2751263220749'],
    ['Corsican matricule', 'x297022A02077878y', '297022A020778'],
    ['lower-case Corsican matricule', '297022a02077878', '297022a020778'],
    ['grouped matricule', 'INS 2 75 12 63 220 749 74.', '220 749'],
    ['grouped with narrow spaces', '2\u202f97\u202f02\u202f2A\u202f020\u202f778\u202f78', '020\u202f778'],
    ['datamatrix', 'IS010000000000000000000000S1275126322074974S21.2.250.1.213.1.4.8\u001dS3ZOE', '275126322074974'],
    ['matricule glued to other digits', '99275126322074974', '275126322074974'],
    ['patient mailbox', 'to 275126322074974@patient.mssante.fr', '275126322074974'],
    ['named patient mailbox', 'to zoe.adrun@patient.mssante.fr', 'zoe.adrun'],
    ['key', `-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----`, 'MIIB'],
    ['cut key', 'error near -----BEGIN RSA PRIVATE KEY-----\nMIIB', 'MIIB'],
    ['bearer token', 'Authorization: Bearer abc.def-ghi', 'abc.def-ghi'],
    ['basic credentials', 'authorization: basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['JWT', 'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln in', 'eyJzdWIi'],
    ['XML name', '<tns:NomNaissance xsi:type="x">ADRUN</tns:NomNaissance>', 'ADRUN'],
    ['XML given name list', '<ListePrenom>ZOE ANNE</ListePrenom>', 'ZOE'],
    ['CDA family', '<family qualifier="BR">ADRUN</family>', 'ADRUN'],
    ['XML number', '<NumIdentifiant>297022A020778</NumIdentifiant><Cle>78</Cle>', '78'],
    ['password element', '<wsse:Password Type="t">secret</wsse:Password>', 'secret'],
    ['JSON trait', '{"nomNaissance": "ADRUN"}', 'ADRUN'],
    ['JSON escaped', '{"premierPrenom":"ZO\\"E"}', 'ZO'],
    ['FHIR given', '{"given":["ZOE","ANNE"]}', 'ANNE'],
    ['JSON cut in a list', '{"given":["ZOE","ANN', 'ANN'],
    ['JSON cut in a text', '{"nomNaissance":"ADRU', 'ADRU'],
    ['JSON date', '{"dateNaissance":"1975-12-31"}', '1975-12-31'],
    ['passphrase', 'url?passphrase=hunter2&x=1', 'hunter2'],
    ['PID segment', 'MSH|^~\\&|A\rPID|||1^^^X||ADRUN^ZOE\rPV1|', 'ADRUN'],
    ['sourcePatientInfo', '<Value>PID-5|ADRUN^ZOE^^^^^L</Value>', 'ADRUN'],
  ])('%s', (_, text, secret) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain('•••');
  });
});

describe('what is left', () => {
  test.each([
    'INSi answered 500 after 1204 ms (insi_102)',
    'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'SIRET 73282932000074, FINESS 590064036, RPPS 10000001916',
    'at 20240306111153+0100',
    '1.2.250.1.213.1.4.10',
    '<CodeCR>00</CodeCR><OID>1.2.250.1.213.1.4.8</OID>',
    '',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('what stands around a secret', () => {
    expect(redact('patient 275126322074974 refused')).toBe('patient ••• refused');
    expect(redact('PID|1|X\rPV1|2')).toBe('PID|•••\rPV1|2');
    expect(redact('<a><Cle>74</Cle><b>kept</b></a>')).toBe('<a><Cle>•••</Cle><b>kept</b></a>');
  });
});

test('what was hidden once does not change again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = redact(text);
      expect(redact(once)).toBe(once);
    }),
  );
});

test('no valid matricule survives, wherever it stands', () => {
  const around = fc.stringMatching(/^[A-Za-z |;:="'<>\n.-]{0,12}$/);
  fc.assert(
    fc.property(
      around,
      fc.constantFrom('275126322074974', '297022A02077878', '109076322088835'),
      around,
      (before, m, after) => {
        expect(redact(before + m + after)).not.toContain(m.slice(5, 13));
      },
    ),
  );
});
