import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasConformance } from '../../../tooling/src/conformance.ts';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { PERSONAS, VIRTUAL_VITALE_CARDS, type VirtualBeneficiary, type VirtualVitaleCard } from '../../src/insi.ts';
import { psAssertion, security, vitaleAssertion } from '../support/assertion.ts';
import { codeCr, postCpx, readFault } from '../support/client.ts';
import { testPki } from '../support/pki.ts';
import { bamContext, envelope, pieces, vitaleAction } from '../support/requests.ts';
import { schemaError } from '../support/xsd.ts';

const PS = '899900000003';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki() });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

interface Asked {
  readonly card: VirtualVitaleCard;
  readonly date?: string;
  readonly rang?: string;
  readonly nom?: string;
  readonly individu?: string;
}

function request({ card, date, rang, nom, individu }: Asked): string {
  const p = pieces({ emetteur: PS });
  const { nir, cle } = card.assure;
  const optional = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<rv:${name}>${value}</rv:${name}>`;
  p.action = vitaleAction;
  p.bam = bamContext(
    PS,
    new Date().toISOString(),
    `<ctxbam:COUVERTURE><ctxbam:GrandRegime>${card.grandRegime}</ctxbam:GrandRegime><ctxbam:Organisme>${card.organisme}</ctxbam:Organisme>` +
      `<ctxbam:CodeCentre>${card.codeCentre}</ctxbam:CodeCentre><ctxbam:ASSURE><ctxbam:Id><ctxbam:Num>${nir}</ctxbam:Num>` +
      `<ctxbam:Cle>${cle}</ctxbam:Cle></ctxbam:Id></ctxbam:ASSURE></ctxbam:COUVERTURE>`,
  );
  p.security = security(
    psAssertion({ identity: sandbox.pki.identities['cps-sign'] }),
    vitaleAssertion({ serial: card.serial }),
  );
  p.body =
    `<rv:RECVITALE>${individu === undefined ? '' : `<rv:MatriculeIndividu><rv:NumIdentifiant>${individu}</rv:NumIdentifiant></rv:MatriculeIndividu>`}` +
    `<rv:MatriculeOD><rv:NumIdentifiant>${nir}</rv:NumIdentifiant><rv:Cle>${cle}</rv:Cle></rv:MatriculeOD>` +
    `${optional('NomNaissance', nom)}${optional('DateNaissance', date)}${optional('RangNaissance', rang)}</rv:RECVITALE>`;
  return envelope(p);
}

const card = (name: string): VirtualVitaleCard => {
  const found = VIRTUAL_VITALE_CARDS.find((candidate) => candidate.card === name);
  if (!found) throw new Error(name);
  return found;
};
const matricules = (text: string) => /<INSACTIF><IdIndividu><NumIdentifiant>([^<]*)</.exec(text)?.[1];

describe('search by carte Vitale', () => {
  const everybody = VIRTUAL_VITALE_CARDS.flatMap((one) =>
    one.beneficiaries.map(
      (b) => [`${one.card}/${b.prenom}`, one, b] as [string, VirtualVitaleCard, VirtualBeneficiary],
    ),
  );

  it.each(everybody)('finds %s by date and rank', async (_name, one, beneficiary) => {
    const message = request({ card: one, date: beneficiary.dateNaissance, rang: String(beneficiary.rangNaissance) });
    if (hasConformance) expect(schemaError(message)).toBeUndefined();
    const reply = await postCpx(sandbox, message);
    const person = PERSONAS.find(({ id }) => id === beneficiary.personId);
    expect(codeCr(reply.text), reply.text).toBe('00');
    expect(matricules(reply.text)).toBe(person?.matricule);
    if (hasConformance) expect(schemaError(reply.text)).toBeUndefined();
  });

  it('answers 02 for twins without a rank', async () => {
    expect(codeCr((await postCpx(sandbox, request({ card: card('04'), date: '1999-01-15' }))).text)).toBe('02');
  });
  it('narrows by individual matricule and by birth name', async () => {
    const byMatricule = await postCpx(sandbox, request({ card: card('04'), individu: '1990134172024' }));
    expect(matricules(byMatricule.text)).toBe('1990134172024');
    const byName = await postCpx(sandbox, request({ card: card('04'), nom: 'CONJOINTE' }));
    expect(codeCr(byName.text)).toBe('00');
  });
  it('nobody: a technical fault in bas mode, 01 in prod mode', async () => {
    const nobody = () => request({ card: card('04'), date: '1901-01-01' });
    expect(readFault((await postCpx(sandbox, nobody())).text)).toMatchObject({
      role: 'Receiver',
      subcode: 'siram_40',
      code: 'insi_101',
    });
    sandbox.insi.setMode('prod');
    expect(codeCr((await postCpx(sandbox, nobody())).text)).toBe('01');
  });
  it('the technical scenario speaks of the card search', async () => {
    const reply = await postCpx(sandbox, request({ card: card('04'), rang: '2' }), {
      headers: { 'x-sim-scenario': 'technical' },
    });
    expect(readFault(reply.text)?.code).toBe('insi_101');
  });
  it('accepts a card signature of a known method, without verifying it', async () => {
    const signature =
      '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><SignatureMethod Algorithm="http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256"/></SignedInfo></Signature>';
    const message = request({ card: card('01') }).replace(
      /(<Issuer>[^<]*<\/Issuer>)(<Subject><NameID NameQualifier="VITALE">)/,
      `$1${signature}$2`,
    );
    expect(message).toContain('V2-SHA256');
    expect(codeCr((await postCpx(sandbox, message)).text)).toBe('00');
  });
  it('logs neither the card nor the person', async () => {
    await postCpx(sandbox, request({ card: card('04'), rang: '2' }));
    const log = JSON.stringify(sandbox.insi.log);
    for (const secret of ['1671126221704', '000099000004', 'JUMEAU', '1999-01-15', '899900000003'])
      expect(log).not.toContain(secret);
  });
});
