import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, SIM_CODES, type SimCode, startSandbox } from '../../src/index.ts';
import type { TestRole } from '../../src/pki.ts';
import { EXC, PHYSICIAN_DN, psAssertion, security, vitaleAssertion } from '../support/assertion.ts';
import { type PostOptions, postCpx, postTlsm, readFault, TRAITS_ACTION, VITALE_ACTION } from '../support/client.ts';
import { testPki } from '../support/pki.ts';
import {
  bamContext,
  envelope,
  lpsContext,
  type Pieces,
  pieces,
  traitsRequest,
  vitaleAction,
} from '../support/requests.ts';

let sandbox: Sandbox;
const PS = '899900000003';

beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki(), insi: { replay: 'fault', assertionReuse: 'fault' } });
});
afterAll(() => sandbox.stop());

const ps = (role: TestRole = 'cps-sign') => ({ identity: sandbox.pki.identities[role] });
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

/** A by-traits request of a professional, with the given assertions. */
function cpxRequest(
  assertions: readonly string[],
  change: (p: Pieces) => void = () => undefined,
  emetteur = PS,
): string {
  return traitsRequest({ emetteur }, (p) => {
    p.security = assertions.length > 0 ? security(...assertions) : '';
    change(p);
  });
}

const COUVERTURE_04 =
  '<ctxbam:COUVERTURE><ctxbam:GrandRegime>01</ctxbam:GrandRegime><ctxbam:Organisme>349</ctxbam:Organisme>' +
  '<ctxbam:CodeCentre>9881</ctxbam:CodeCentre><ctxbam:ASSURE><ctxbam:Id><ctxbam:Num>1671126221704</ctxbam:Num>' +
  '<ctxbam:Cle>59</ctxbam:Cle></ctxbam:Id></ctxbam:ASSURE><ctxbam:BENEFICIAIRE><ctxbam:DateNai>1999-01-15</ctxbam:DateNai>' +
  '<ctxbam:Rang>2</ctxbam:Rang></ctxbam:BENEFICIAIRE></ctxbam:COUVERTURE>';
const VITALE_BODY =
  '<rv:RECVITALE><rv:MatriculeOD><rv:NumIdentifiant>1671126221704</rv:NumIdentifiant><rv:Cle>59</rv:Cle></rv:MatriculeOD>' +
  '<rv:DateNaissance>1999-01-15</rv:DateNaissance><rv:RangNaissance>2</rv:RangNaissance></rv:RECVITALE>';

function vitaleRequest(vitale: string, change: (p: Pieces) => void = () => undefined): string {
  const p = pieces({ emetteur: PS });
  p.action = vitaleAction;
  p.bam = bamContext(PS, new Date().toISOString(), COUVERTURE_04);
  p.security = security(psAssertion(ps()), vitale);
  p.body = VITALE_BODY;
  change(p);
  return envelope(p);
}

interface Failing {
  readonly code: SimCode;
  readonly what: string;
  readonly listener?: 'cpx';
  readonly request: () => string | Uint8Array;
  readonly over?: Partial<PostOptions> & { readonly role?: TestRole | null };
}

const spoilt = (code: SimCode, what: string, change: (p: Pieces) => void): Failing => ({
  code,
  what,
  request: () => traitsRequest({}, change),
});
const tls = (code: SimCode, role: TestRole | null): Failing => ({
  code,
  what: String(role),
  request: () => traitsRequest(),
  over: { role },
});
const cpx = (code: SimCode, what: string, request: () => string): Failing => ({ code, what, listener: 'cpx', request });
const sub =
  (part: 'bam' | 'lps' | 'body' | 'action' | 'messageId', from: string | RegExp, to: string) => (p: Pieces) => {
    const before = p[part];
    p[part] = before.replace(from, to);
    if (p[part] === before) throw new Error('the mutation changed nothing');
  };

const FAILING: readonly Failing[] = [
  tls('sim_tls_absent', null),
  tls('sim_tls_authority', 'wrongAuthority'),
  tls('sim_tls_authority', 'otherGamme'),
  tls('sim_tls_authority', 'forgedAuthority'),
  tls('sim_tls_authority', 'cps-auth'),
  tls('sim_tls_expired', 'expired'),
  tls('sim_tls_not_yet_valid', 'notYetValid'),
  tls('sim_tls_revoked', 'revoked'),
  tls('sim_tls_usage', 'sign'),

  { code: 'sim_xml', what: 'not XML', request: () => 'bonjour' },
  { code: 'sim_xml', what: 'empty', request: () => '' },
  { code: 'sim_xml', what: 'cut', request: () => traitsRequest().slice(0, -20) },
  { code: 'sim_xml', what: 'DOCTYPE', request: () => traitsRequest().replace('?>\n', '?>\n<!DOCTYPE x>') },
  { code: 'sim_xml', what: 'not UTF-8', request: () => Buffer.from(traitsRequest().replace('ZOE', 'ZOÉ'), 'latin1') },
  { code: 'sim_xml', what: 'another encoding', request: () => traitsRequest().replace('UTF-8', 'ISO-8859-1') },
  {
    code: 'sim_xml',
    what: 'processing instruction',
    request: () => traitsRequest().replace('<soap:Body>', '<?x y?><soap:Body>'),
  },
  {
    code: 'sim_xml',
    what: 'SOAP 1.1',
    request: () =>
      traitsRequest().replaceAll(
        'http://www.w3.org/2003/05/soap-envelope',
        'http://schemas.xmlsoap.org/soap/envelope/',
      ),
  },
  { code: 'sim_xml', what: 'no Body', request: () => traitsRequest().replace(/<soap:Body>.*<\/soap:Body>/, '') },
  { code: 'sim_xml', what: 'two Bodies', request: () => traitsRequest().replace(/<soap:Body>.*<\/soap:Body>/, '$&$&') },
  {
    code: 'sim_xml',
    what: 'Header after Body',
    request: () => traitsRequest().replace(/(<soap:Header>.*<\/soap:Header>)(<soap:Body>.*<\/soap:Body>)/, '$2$1'),
  },
  {
    code: 'sim_xml',
    what: 'two bodies in one',
    request: () =>
      traitsRequest({}, (p) => {
        p.body += p.body;
      }),
  },
  {
    code: 'sim_xml',
    what: '300 levels',
    request: () =>
      traitsRequest({}, (p) => {
        p.body = '<a>'.repeat(300) + '</a>'.repeat(300);
      }),
  },
  {
    code: 'sim_xml',
    what: '6 000 elements',
    request: () =>
      traitsRequest({}, (p) => {
        p.body = `<a>${'<b/>'.repeat(6000)}</a>`;
      }),
  },

  spoilt('sim_action', 'unknown', (p) => {
    p.action = '<wsa:Action>urn:autre</wsa:Action>';
  }),
  spoilt('sim_action', 'repeated', (p) => {
    p.action += p.action;
  }),
  {
    code: 'sim_action',
    what: 'differs from Content-Type',
    request: () => traitsRequest(),
    over: { headers: { 'content-type': `application/soap+xml; action="${VITALE_ACTION}"` } },
  },
  spoilt('sim_action', 'none, unknown body', (p) => {
    p.action = '';
    p.body = '<x/>';
  }),

  spoilt('sim_messageid', 'absent', (p) => {
    p.messageId = '';
  }),
  spoilt('sim_messageid', 'repeated', (p) => {
    p.messageId += p.messageId;
  }),
  spoilt('sim_messageid', 'not a UUID', (p) => {
    p.messageId = '<wsa:MessageID>uuid:1234</wsa:MessageID>';
  }),

  spoilt('sim_header', 'unknown header to be understood', (p) => {
    p.action += '<x:X xmlns:x="urn:x" soap:mustUnderstand="true"/>';
  }),
  spoilt('sim_ctx_missing', 'no BAM', (p) => {
    p.bam = '';
  }),
  spoilt('sim_ctx_missing', 'two LPS', (p) => {
    p.lps += p.lps;
  }),
  spoilt(
    'sim_ctx_schema',
    'children out of order',
    sub('bam', /(<ctxbam:Id>.*?<\/ctxbam:Id>)(<ctxbam:Temps>.*?<\/ctxbam:Temps>)/, '$2$1'),
  ),
  spoilt('sim_ctx_schema', 'Id repeated', sub('lps', /<ctxlps:Id>.*?<\/ctxlps:Id>/, '$&$&')),
  spoilt(
    'sim_ctx_schema',
    'child of another namespace',
    sub('bam', '<ctxbam:COUVERTURE/>', '<COUVERTURE xmlns="urn:x"/>'),
  ),
  spoilt('sim_ctx_schema', 'unknown child', sub('bam', '<ctxbam:COUVERTURE/>', '<ctxbam:COUVERTURE/><ctxbam:AUTRE/>')),
  spoilt('sim_ctx_schema', 'text between children', sub('bam', '<ctxbam:COUVERTURE/>', 'x<ctxbam:COUVERTURE/>')),
  spoilt('sim_ctx_schema', 'unknown attribute', sub('bam', 'Nature=', 'Autre="1" Nature=')),
  spoilt('sim_ctx_schema', 'wrong Nature', sub('lps', 'CTXLPS"', 'CTXBAM"')),
  spoilt('sim_ctx_schema', 'no Version', sub('bam', ' Version="01_02"', '')),
  spoilt(
    'sim_ctx_schema',
    'Temps is not a dateTime',
    sub('bam', /<ctxbam:Temps>.*?</, '<ctxbam:Temps>02/03/2026 09:15<'),
  ),
  spoilt('sim_ctx_schema', 'Id is not a UUID', sub('bam', /<ctxbam:Id>.*?</, '<ctxbam:Id>1<')),
  spoilt(
    'sim_ctx_schema',
    'NIR in lower case',
    sub(
      'bam',
      '<ctxbam:COUVERTURE/>',
      '<ctxbam:COUVERTURE><ctxbam:ASSURE><ctxbam:Id><ctxbam:Num>297022a020778</ctxbam:Num></ctxbam:Id></ctxbam:ASSURE></ctxbam:COUVERTURE>',
    ),
  ),
  spoilt('sim_ctx_version', 'BAM', sub('bam', '01_02', '01_01')),
  spoilt('sim_ctx_version', 'LPS', sub('lps', '01_00', '1.00.00')),
  spoilt('sim_ctx_temps', 'no zone', sub('bam', /Z<\/ctxbam:Temps>/, '</ctxbam:Temps>')),
  spoilt('sim_ctx_temps', '30 February', sub('lps', /<ctxlps:Temps>.*?</, '<ctxlps:Temps>2026-02-30T23:00:00Z<')),
  { code: 'sim_ctx_temps', what: '16 minutes late', request: () => traitsRequest({ temps: ago(16 * 60) }) },
  { code: 'sim_ctx_temps', what: '16 minutes early', request: () => traitsRequest({ temps: ago(-16 * 60) }) },
  spoilt('sim_ctx_couverture', 'absent', sub('bam', '<ctxbam:COUVERTURE/>', '')),
  spoilt('sim_ctx_emetteur', 'absent', sub('bam', /<ctxbam:Emetteur>.*?<\/ctxbam:Emetteur>/, '')),
  spoilt('sim_ctx_emetteur', 'two values', (p) => {
    p.lps = lpsContext('10B0000000', new Date().toISOString());
  }),
  {
    code: 'sim_ctx_emetteur',
    what: 'not the OU of the certificate',
    request: () => traitsRequest({ emetteur: '10B0000000' }),
  },
  cpx('sim_ctx_emetteur', 'not the NameID', () => cpxRequest([psAssertion(ps())], undefined, '899900000011')),
  spoilt('sim_ctx_lps', 'no LPS', sub('lps', /<ctxlps:LPS>.*<\/ctxlps:LPS>/, '')),
  spoilt('sim_ctx_lps', 'no Nom', sub('lps', /<ctxlps:Nom>.*?<\/ctxlps:Nom>/, '')),
  spoilt('sim_ctx_lps', 'IDAM without R', sub('lps', ' R="4"', '')),
  spoilt('sim_ctx_lps', 'Instance is not a UUID', sub('lps', /<ctxlps:Instance>.*?</, '<ctxlps:Instance>poste-1<')),

  spoilt('sim_assertion_count', 'assertion in mutual TLS', (p) => {
    p.security = security(psAssertion(ps()));
  }),
  cpx('sim_assertion_count', 'no Security', () => cpxRequest([])),
  cpx('sim_assertion_count', 'two PS assertions', () => cpxRequest([psAssertion(ps()), psAssertion(ps())])),
  cpx('sim_assertion_count', 'a VITALE one for a search by traits', () =>
    cpxRequest([psAssertion(ps()), vitaleAssertion()]),
  ),
  cpx('sim_assertion_count', 'VITALE before PS', () =>
    vitaleRequest('', (p) => {
      p.security = security(vitaleAssertion(), psAssertion(ps()));
    }),
  ),
  cpx('sim_assertion_count', 'no VITALE', () => vitaleRequest('')),
  cpx('sim_assertion_schema', 'mustUnderstand on Security', () =>
    cpxRequest([psAssertion(ps())], (p) => {
      p.security = p.security.replace('<wsse:Security', '<wsse:Security soap:mustUnderstand="true"');
    }),
  ),
  cpx('sim_assertion_schema', 'Timestamp beside', () =>
    cpxRequest([psAssertion(ps())], (p) => {
      p.security = p.security.replace('</wsse:Security>', '<t:Timestamp xmlns:t="urn:t"/></wsse:Security>');
    }),
  ),
  cpx('sim_assertion_schema', 'two Security', () =>
    cpxRequest([psAssertion(ps())], (p) => {
      p.security += security();
    }),
  ),
  cpx('sim_assertion_schema', 'Conditions, as in a VIHF', () =>
    cpxRequest([psAssertion({ ...ps(), extra: '<Conditions></Conditions>' })]),
  ),
  cpx('sim_assertion_schema', 'AuthnStatement, as in a VIHF', () =>
    cpxRequest([
      psAssertion({ ...ps(), extra: '<AuthnStatement AuthnInstant="2026-03-02T09:14:55Z"></AuthnStatement>' }),
    ]),
  ),
  cpx('sim_assertion_id', 'an ID used elsewhere', () => {
    const id = `_${randomUUID()}`;
    return cpxRequest([psAssertion({ ...ps(), id })], (p) => {
      p.action += `<x:X xmlns:x="urn:x" Id="${id}"/>`;
    });
  }),
  cpx('sim_assertion_position', 'signature at the end', () =>
    cpxRequest([
      psAssertion({
        ...ps(),
        changeSigned: (s) => s.replace(/(<Signature .*<\/Signature>)(.*)<\/Assertion>/, '$2$1</Assertion>'),
      }),
    ]),
  ),
  cpx('sim_assertion_position', 'two signatures', () =>
    cpxRequest([psAssertion({ ...ps(), changeSigned: (s) => s.replace(/<Signature .*<\/Signature>/, '$&$&') })]),
  ),
  cpx('sim_assertion_position', 'no signature', () =>
    cpxRequest([psAssertion({ ...ps(), changeSigned: (s) => s.replace(/<Signature .*<\/Signature>/, '') })]),
  ),
  cpx('sim_assertion_position', 'a signature in the header', () =>
    cpxRequest([psAssertion(ps())], (p) => {
      p.action += '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>';
    }),
  ),
  cpx('sim_assertion_algorithm', 'inclusive C14N', () =>
    cpxRequest([
      psAssertion({
        ...ps(),
        changeSignedInfo: (s) =>
          s.replace(
            `CanonicalizationMethod Algorithm="${EXC}"`,
            'CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"',
          ),
      }),
    ]),
  ),
  cpx('sim_assertion_algorithm', 'SHA-1 digest', () =>
    cpxRequest([
      psAssertion({
        ...ps(),
        changeSignedInfo: (s) =>
          s.replace('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
      }),
    ]),
  ),
  cpx('sim_assertion_algorithm', 'HMAC', () =>
    cpxRequest([
      psAssertion({
        ...ps(),
        changeSignedInfo: (s) =>
          s.replace('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'),
      }),
    ]),
  ),
  cpx('sim_assertion_algorithm', 'XSLT transform', () =>
    cpxRequest([
      psAssertion({
        ...ps(),
        changeSignedInfo: (s) =>
          s.replace(
            '</Transforms>',
            '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"></Transform></Transforms>',
          ),
      }),
    ]),
  ),
  cpx('sim_assertion_reference', 'whole document', () =>
    cpxRequest([psAssertion({ ...ps(), changeSignedInfo: (s) => s.replace(/URI="[^"]*"/, 'URI=""') })]),
  ),
  cpx('sim_assertion_reference', 'two references', () =>
    cpxRequest([psAssertion({ ...ps(), changeSignedInfo: (s) => s.replace(/<Reference.*<\/Reference>/, '$&$&') })]),
  ),
  cpx('sim_assertion_certificate', 'none', () =>
    cpxRequest([
      psAssertion({ ...ps(), changeSigned: (s) => s.replace(/<X509Certificate>.*<\/X509Certificate>/, '') }),
    ]),
  ),
  cpx('sim_assertion_certificate', 'not a certificate', () =>
    cpxRequest([psAssertion({ ...ps(), shownCertificate: Buffer.from('bonjour tout le monde') })]),
  ),
  cpx('sim_assertion_authority', 'software certificate', () => cpxRequest([psAssertion(ps('person-software-sign'))])),
  cpx('sim_assertion_authority', 'self-signed with the same subject', () =>
    cpxRequest([psAssertion(ps('cps-sign-self-signed'))]),
  ),
  cpx('sim_assertion_authority', 'structure stamp', () => cpxRequest([psAssertion({ ...ps('sign'), nameId: PS })])),
  cpx('sim_assertion_dates', 'expired card', () => cpxRequest([psAssertion(ps('cps-sign-expired'))])),
  cpx('sim_assertion_revoked', 'revoked card', () => cpxRequest([psAssertion(ps('cps-sign-revoked'))])),
  cpx('sim_assertion_usage', 'authentication certificate of the card', () => cpxRequest([psAssertion(ps('cps-auth'))])),
  cpx('sim_assertion_non_nominative', 'staff card', () =>
    cpxRequest(
      [psAssertion({ ...ps('cpe-non-nominative'), nameQualifier: 'CDE-CPE' })],
      undefined,
      '10B0999999/CPE00002',
    ),
  ),
  cpx('sim_assertion_signature', 'one trait of the assertion altered', () =>
    cpxRequest([psAssertion({ ...ps(), changeSigned: (s) => s.replace('991000000', '991000001') })]),
  ),
  cpx('sim_assertion_signature', 'one space added', () =>
    cpxRequest([psAssertion({ ...ps(), changeSigned: (s) => s.replace('<Subject>', ' <Subject>') })]),
  ),
  cpx('sim_assertion_signature', 'certificate of somebody else', () =>
    cpxRequest([
      psAssertion({ ...ps('cps-sign-self-signed'), shownCertificate: sandbox.pki.identities['cps-sign'].certDer }),
    ]),
  ),
  cpx('sim_assertion_issuer', 'another name', () =>
    cpxRequest([psAssertion({ ...ps(), issuer: PHYSICIAN_DN.replace('EXEMPLE', 'AUTRE') })]),
  ),
  cpx('sim_assertion_nameid', 'another professional', () =>
    cpxRequest([psAssertion({ ...ps(), nameId: '899900000011' })], undefined, '899900000011'),
  ),
  cpx('sim_assertion_namequalifier', 'another card type', () =>
    cpxRequest([psAssertion({ ...ps(), nameQualifier: 'CPF' })]),
  ),
  cpx('sim_assertion_attribute', 'no billing number', () =>
    cpxRequest([psAssertion({ ...ps(), attributes: { codeSpecialiteAMO: '01' } })]),
  ),
  cpx('sim_assertion_attribute', 'empty billing number', () =>
    cpxRequest([psAssertion({ ...ps(), attributes: { identifiantFacturation: ' ' } })]),
  ),
  cpx('sim_assertion_expired', 'one hour and one minute', () =>
    cpxRequest([psAssertion({ ...ps(), issueInstant: ago(3660) })]),
  ),
  cpx('sim_assertion_future', 'in twenty minutes', () =>
    cpxRequest([psAssertion({ ...ps(), issueInstant: ago(-1200) })]),
  ),

  {
    code: 'sim_vitale_mode',
    what: 'mutual TLS',
    request: () =>
      traitsRequest({}, (p) => {
        p.action = vitaleAction;
        p.body = VITALE_BODY;
      }),
  },
  cpx('sim_vitale_schema', 'attributes', () =>
    vitaleRequest(
      vitaleAssertion({
        extra:
          '<AttributeStatement><Attribute Name="x"><AttributeValue>1</AttributeValue></Attribute></AttributeStatement>',
      }),
    ),
  ),
  cpx('sim_vitale_schema', 'serial of 11 digits', () => vitaleRequest(vitaleAssertion({ serial: '00009900004' }))),
  cpx('sim_vitale_schema', 'signature method of nobody', () =>
    vitaleRequest(
      vitaleAssertion({
        signature:
          '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><SignatureMethod Algorithm="urn:x"/></SignedInfo></Signature>',
      }),
    ),
  ),
  cpx('sim_vitale_issuer', 'another professional', () => vitaleRequest(vitaleAssertion({ issuer: '899900000011' }))),
  cpx('sim_vitale_expired', '21 minutes', () => vitaleRequest(vitaleAssertion({ issueInstant: ago(21 * 60) }))),
  cpx('sim_vitale_serial', 'unknown card', () => vitaleRequest(vitaleAssertion({ serial: '000012345678' }))),
  cpx('sim_vitale_swapped', 'another card than in the request', () =>
    vitaleRequest(vitaleAssertion({ serial: '000099000003' })),
  ),
  cpx('sim_vitale_swapped', 'another beneficiary in the context', () =>
    vitaleRequest(vitaleAssertion(), sub('bam', 'Rang>2<', 'Rang>3<')),
  ),

  {
    code: 'sim_body_schema',
    what: 'body of the other operation',
    request: () =>
      traitsRequest({}, (p) => {
        p.body = VITALE_BODY;
      }),
  },
  spoilt(
    'sim_body_schema',
    'children out of order',
    sub('body', /(<rs:NomNaissance>.*?<\/rs:NomNaissance>)(<rs:Prenom>.*?<\/rs:Prenom>)/, '$2$1'),
  ),
  spoilt('sim_body_schema', 'unqualified child', (p) => {
    p.body = '<rs:RECSANSVITALE><NomNaissance>ADRUN</NomNaissance></rs:RECSANSVITALE>';
  }),
  spoilt('sim_body_schema', 'attribute', sub('body', '<rs:RECSANSVITALE>', '<rs:RECSANSVITALE version="1">')),
  cpx('sim_body_schema', 'RECVITALE out of order', () =>
    vitaleRequest(
      vitaleAssertion(),
      sub('body', /(<rv:DateNaissance>.*?<\/rv:DateNaissance>)(<rv:RangNaissance>.*?<\/rv:RangNaissance>)/, '$2$1'),
    ),
  ),
  spoilt('sim_body_missing', 'no Sexe', sub('body', '<rs:Sexe>F</rs:Sexe>', '')),
  spoilt('sim_body_missing', 'no Prenom', sub('body', /<rs:Prenom>.*<\/rs:Prenom>/, '')),
  spoilt('sim_body_missing', 'empty NomNaissance', sub('body', 'ADRUN', '')),
  cpx('sim_body_missing', 'no matricule at all', () =>
    vitaleRequest(vitaleAssertion(), sub('body', /<rv:MatriculeOD>.*<\/rv:MatriculeOD>/, '')),
  ),
  cpx('sim_lexical', 'rank is not a digit', () =>
    vitaleRequest(vitaleAssertion(), (p) => {
      p.bam = p.bam.replace('<ctxbam:Rang>2</ctxbam:Rang>', '');
      p.body = p.body.replace('RangNaissance>2<', 'RangNaissance>deux<');
    }),
  ),
];

describe('check 1: HTTP', () => {
  it.each(['GET', 'PUT', 'DELETE'])('%s is 405 and says what is allowed', async (method) => {
    const reply = await postTlsm(sandbox, '', { method });
    expect(reply.status).toBe(405);
    expect(reply.headers['allow']).toBe('POST');
  });
  it.each([
    'text/xml; charset=utf-8',
    'application/xml',
    '',
    'application/soap+xml; charset=iso-8859-1',
    'multipart/related',
    'application/soap+xml; =',
  ])('Content-Type "%s" is 415', async (type) => {
    expect((await postTlsm(sandbox, traitsRequest(), { headers: { 'content-type': type } })).status).toBe(415);
  });
  it('another path is 404', async () => {
    expect(
      (await postTlsm(sandbox, traitsRequest(), { url: sandbox.insi.tlsmUrl.replace('/lps', '/autre') })).status,
    ).toBe(404);
  });
  it('more than 1 MiB is 413', async () => {
    const reply = await postTlsm(sandbox, 'x'.repeat(1024 * 1024 + 1)).catch((error: unknown) => error);
    // The server may close before the whole body is sent: either the answer or the closed connection is right.
    expect(reply instanceof Error || (reply as { status: number }).status === 413).toBe(true);
  });
  it('accepts the action parameter, quoted or not', async () => {
    for (const action of [`"${TRAITS_ACTION}"`, TRAITS_ACTION]) {
      const type = `application/soap+xml;charset="UTF-8" ; action=${action}`;
      expect((await postTlsm(sandbox, traitsRequest(), { headers: { 'content-type': type } })).status).toBe(200);
    }
  });
});

describe('checks 2 to 10: one failing request for each', () => {
  it.each(FAILING.map((row) => [row.code, row.what, row] as const))('%s: %s', async (code, _what, row) => {
    const reply =
      row.listener === 'cpx'
        ? await postCpx(sandbox, row.request(), row.over)
        : await postTlsm(sandbox, row.request(), row.over);
    const fault = readFault(reply.text);
    expect(fault, reply.text).toMatchObject({ role: 'Sender', code, severite: 'erreur' });
    expect(reply.status).toBe(500);
    expect(fault?.subcode).toMatch(/^sim_/);
    expect(fault?.reason).toMatch(/^\[SIM\] /);
    expect(reply.headers['x-sim-check']).toBe(String(SIM_CODES[code][0]));
  });

  it('covers every sim_ code', () => {
    const elsewhere: SimCode[] = ['sim_messageid_replay', 'sim_assertion_replay'];
    // In `bas` mode sim_lexical only answers WS_INS1; the table above has that case, and lexical.test.ts the others.
    const covered = new Set<string>([...FAILING.map((row) => row.code), ...elsewhere]);
    expect(Object.keys(SIM_CODES).filter((code) => !covered.has(code))).toEqual([]);
  });
});

describe('codes of the real service', () => {
  it.each(['insi-manu-lower', 'insi-manu-underscore', 'authCli'] as const)(
    'DESIR_560 for the certificate %s',
    async (role) => {
      const fault = readFault((await postTlsm(sandbox, traitsRequest(), { role })).text);
      expect(fault).toMatchObject({ role: 'Sender', subcode: 'siram_100', code: 'DESIR_560', severite: 'erreur' });
    },
  );
  it('desir_550 for an unknown authorization number, messageID echoed', async () => {
    const messageId = `uuid:${randomUUID()}`;
    const reply = await postTlsm(sandbox, traitsRequest({ messageId }, sub('lps', 'XX00000000000', 'YY00000000000')));
    expect(readFault(reply.text)).toMatchObject({
      role: 'Sender',
      subcode: 'siram_100',
      code: 'desir_550',
      severite: 'erreur',
      messageId,
    });
  });
});

describe('what must pass', () => {
  it.each(['insi-auto', 'insi-manu'] as const)('certificate %s', async (role) => {
    expect((await postTlsm(sandbox, traitsRequest(), { role })).status).toBe(200);
  });
  it('headers in any order', async () => {
    const orders = [
      ['bam', 'messageId', 'action', 'lps', 'security'],
      ['bam', 'lps', 'action', 'messageId', 'security'],
      ['security', 'lps', 'bam', 'messageId', 'action'],
    ] as const;
    for (const order of orders) {
      expect((await postTlsm(sandbox, envelope(pieces(), order))).status).toBe(200);
    }
  });
  it.each(['', 'uuid:', 'urn:uuid:'])('MessageID with prefix "%s"', async (prefix) => {
    expect((await postTlsm(sandbox, traitsRequest({ messageId: prefix + randomUUID() }))).status).toBe(200);
  });
  it('an empty Security header in mutual TLS', async () => {
    expect(
      (
        await postTlsm(
          sandbox,
          traitsRequest({}, (p) => {
            p.security = security();
          }),
        )
      ).status,
    ).toBe(200);
  });
  it('no wsa:Action: the Content-Type, then the root of the body', async () => {
    const body = () =>
      traitsRequest({}, (p) => {
        p.action = '';
      });
    const type = `application/soap+xml; charset=utf-8; action="${TRAITS_ACTION}"`;
    expect((await postTlsm(sandbox, body(), { headers: { 'content-type': type } })).status).toBe(200);
    expect((await postTlsm(sandbox, body())).status).toBe(200);
  });
  it('an identifier on Body, an unknown optional header, comments, CDATA', async () => {
    const request = traitsRequest({}, (p) => {
      p.action += '<x:X xmlns:x="urn:x"/>';
    })
      .replace('<soap:Body>', '<soap:Body Id="_0"><!-- corps -->')
      .replace('>ADRUN<', '><![CDATA[ADRUN]]><');
    expect((await postTlsm(sandbox, request)).status).toBe(200);
  });
  it('Temps with an offset', async () => {
    const temps = new Date(Date.now() + 7_200_000).toISOString().replace('Z', '+02:00');
    expect((await postTlsm(sandbox, traitsRequest({ temps }))).status).toBe(200);
  });
});

describe('replay', () => {
  it('the same MessageID is a fault when asked for', async () => {
    const messageId = `uuid:${randomUUID()}`;
    expect((await postTlsm(sandbox, traitsRequest({ messageId }))).status).toBe(200);
    const again = await postTlsm(
      sandbox,
      traitsRequest({ messageId: messageId.toUpperCase().replace('UUID', 'uuid') }),
    );
    expect(readFault(again.text)?.code).toBe('sim_messageid_replay');
  });
  it('the same PS assertion is a fault when asked for', async () => {
    const assertion = psAssertion(ps());
    expect((await postCpx(sandbox, cpxRequest([assertion]))).status).toBe(200);
    expect(readFault((await postCpx(sandbox, cpxRequest([assertion]))).text)?.code).toBe('sim_assertion_replay');
  });
  it('by default a warning, and assertions may be used again', async () => {
    const lenient = await startSandbox({ pki: sandbox.pki });
    try {
      const request = cpxRequest([psAssertion(ps())]);
      expect((await postCpx(lenient, request)).headers['x-sim-warning']).toBeUndefined();
      const again = await postCpx(lenient, request);
      expect(again.status).toBe(200);
      expect(again.headers['x-sim-warning']).toBe('messageid-replay, context-id-reused');
    } finally {
      await lenient.stop();
    }
  });
});
