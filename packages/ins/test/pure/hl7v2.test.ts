import type { IdentityState } from '@socle-sante/core';
import { INS_OIDS } from '@socle-sante/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePatientMessage,
  decodePid,
  decodeZfd,
  ER7_DELIMITERS,
  encodePid,
  encodeZfd,
  escapeEr7,
  HL7V2_PROFILES,
  mshProfileFields,
  readDelimiters,
  unescapeEr7,
} from '../../src/hl7v2.ts';
import {
  AT,
  arbLunarDate,
  arbMatricule,
  arbOid,
  arbTraits,
  arbUsed,
  IPP,
  provisional,
  qualified,
  recovered,
  replay,
  validated,
  ZOE,
  ZOE_MATRICULE,
} from './support.ts';

const rules = (read: { readonly findings: readonly { readonly rule: string }[] }) => read.findings.map((f) => f.rule);

function pid(state: IdentityState, options = {}): string {
  const encoded = encodePid(state, options);
  if (!encoded.ok) throw new Error(rules(encoded).join());
  return encoded.value;
}

/** PAT-TROIS DOMINIQUE of the official PAM messages. */
const DOMINIQUE = {
  nomNaissance: 'PAT-TROIS',
  listePrenoms: 'DOMINIQUE',
  premierPrenom: 'DOMINIQUE',
  sexe: 'F' as const,
  dateNaissance: '1979-03-28',
  lieuNaissance: '63220',
};

describe('ER7', () => {
  it('escapes every delimiter and every control character, both ways', () => {
    expect(escapeEr7('A|B^C~D\\E&F\rG')).toBe('A\\F\\B\\S\\C\\R\\D\\E\\E\\T\\F\\X0D\\G');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeEr7(text);
        expect(escaped).not.toMatch(/[|^~&\r\n]/);
        expect(unescapeEr7(escaped)).toBe(text);
      }),
    );
  });

  it('leaves a sequence that is not known as it came', () => {
    expect(unescapeEr7('a\\Z1\\b\\F\\c\\')).toBe('a\\Z1\\b|c\\');
    expect(unescapeEr7('x\\.br\\y\\H\\z\\N\\')).toBe('x\nyz');
    expect(unescapeEr7('\\XC3A9\\')).toBe('é');
  });

  it('takes the delimiters from MSH, and the usual ones when MSH makes no sense', () => {
    expect(readDelimiters('MSH|^~\\&|A')).toEqual(ER7_DELIMITERS);
    expect(readDelimiters('MSH|^\u02dc\\&|A').repetition).toBe('\u02dc');
    for (const text of ['', 'MSH', 'MSH|^^^^|', 'MSH|ABCD|', 'PID|1'])
      expect(readDelimiters(text)).toEqual(ER7_DELIMITERS);
  });
});

describe('PID, written', () => {
  it('is the PID of the official PAM messages', () => {
    const state = qualified(DOMINIQUE, '279035121518989', INS_OIDS.nirTest);
    const segment = pid(state, {
      setId: 1,
      localIdentifiers: [{ value: '000003', authority: { namespace: 'CHU-X', id: '000897406', scheme: 'N' } }],
      insDate: '20101207',
      address: { street: '28 Av de Breteuil', city: 'PARIS', postalCode: '75007', country: 'FRA' },
      accountNumber: { value: '24000006', authority: { namespace: 'CHU-X', id: '000897406', scheme: 'M' } },
      deceased: false,
      lastUpdate: '20240306111153',
    });
    expect(segment).toBe(
      'PID|1||000003^^^CHU-X&000897406&N^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20101207||' +
        'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F|||28 Av de Breteuil^^PARIS^^75007^FRA^H~^^^^^^BDL^^63220|||||||' +
        '24000006^^^CHU-X&000897406&M^AN||||||||||||N||VALI|20240306111153',
    );
  });

  it('writes PID-3 and PID-32 as each status allows', () => {
    const none = (state: IdentityState) => pid(state, { localIdentifiers: [IPP] });
    expect(none(provisional(ZOE))).toMatch(/\|P000042\^\^\^&1\.2\.250\.1\.999\.1\.1\.8121\.8&ISO\^PI\|.*\|PROV$/);
    expect(none(recovered(ZOE, ZOE_MATRICULE))).toMatch(/\|PROV$/);
    expect(none(validated(ZOE))).toMatch(/\|VALI$/);
    const withIns = none(qualified(ZOE, ZOE_MATRICULE));
    expect(withIns).toMatch(/\|VALI$/);
    expect(withIns).toContain(`~${ZOE_MATRICULE}^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS|`);
    for (const state of [provisional(ZOE), recovered(ZOE, ZOE_MATRICULE), validated(ZOE)]) {
      expect(none(state)).not.toContain(ZOE_MATRICULE);
    }
    const encoded = encodePid(recovered(ZOE, ZOE_MATRICULE));
    expect(encoded).toMatchObject({ ok: true, carriesIns: false });
    expect(rules(encoded)).toContain('ins.transmit.withheld');
  });

  it('spells the namespace of a NIA, and keeps that of the NIR for the test OIDs', () => {
    expect(pid(qualified(ZOE, ZOE_MATRICULE, INS_OIDS.nia))).toContain(
      'ASIP-SANTE-INS-NIA&1.2.250.1.213.1.4.9&ISO^INS',
    );
    for (const oid of [INS_OIDS.nirTest, INS_OIDS.nirDemo]) {
      expect(pid(qualified(ZOE, ZOE_MATRICULE, oid))).toContain(`ASIP-SANTE-INS-NIR&${oid}&ISO^INS`);
    }
  });

  it('adds the attributes as repetitions of PID-32', () => {
    const homonym = replay([
      { type: 'create', at: AT, traits: ZOE },
      { type: 'setHomonyme', at: AT },
      { type: 'setDouteuse', at: AT },
    ]);
    expect(pid(homonym)).toMatch(/\|PROV~HOMA~DOUT$/);
    expect(decodePid(pid(homonym))).toMatchObject({ value: { status: 'PROV', attributes: ['homonyme', 'douteuse'] } });
  });

  it('completes a date that no calendar has, and puts the known one in ZFD-1', () => {
    for (const [raw, hl7, zfd1] of [
      ['2009-00-00', '20091231', '00^00^2009'],
      ['1950-31-12', '19500112', '12^31^1950'],
      ['2001-02-30', '20010201', '30^02^2001'],
      ['1980-05-00', '19800501', '00^05^1980'],
    ] as const) {
      const state = qualified({ ...ZOE, dateNaissance: raw }, ZOE_MATRICULE);
      const segment = pid(state);
      expect(segment.split('|')[7]).toBe(hl7);
      const zfd = encodeZfd(state);
      if (!zfd.ok) throw new Error('refused');
      expect(zfd.value).toBe(`ZFD|${zfd1}|||Y|INSI|20260302|CN`);
      const whole = decodePatientMessage(`MSH|^~\\&|A\r${segment}\r${zfd.value}\r`);
      expect(whole.value?.traits.dateNaissance).toBe(raw);
    }
  });

  it('refuses what cannot be a message: missing traits, line breaks, odd options', () => {
    expect(rules(encodePid(provisional({ ...ZOE, nomNaissance: '' })))).toContain('ins.traits.missing');
    expect(rules(encodePid(provisional({ ...ZOE, dateNaissance: 'hier' })))).toContain('ins.traits.birthDate');
    expect(rules(encodePid(provisional({ ...ZOE, dateNaissance: '0000-01-01' })))).toContain('ins.traits.birthDate');
    expect(rules(encodePid(provisional({ ...ZOE, nomUtilise: 'A\rZZZ|1' })))).toContain('ins.text.control');
    for (const options of [{ setId: 0 }, { insDate: '2010' }, { lastUpdate: 'hier' }, { address: { city: 'A\nB' } }]) {
      expect(rules(encodePid(provisional(ZOE), options))).toContain('ins.hl7v2.option');
    }
  });

  it('refuses an INS disguised as a local identifier', () => {
    const state = recovered(ZOE, ZOE_MATRICULE);
    for (const identifier of [
      { value: 'X1', authority: { id: '1.2.250.1.213.1.4.8' } },
      { value: 'X1', authority: { id: '1.2.250.1.999.1' }, type: 'INS' },
      { value: ZOE_MATRICULE, authority: { namespace: 'CHU' } },
      { value: ' 2 75 12 63 220 749 74', authority: { namespace: 'CHU' } },
    ]) {
      expect(rules(encodePid(state, { localIdentifiers: [identifier] }))).toContain('ins.localIdentifier.ins');
    }
    const hidden = { localIdentifiers: [{ value: `A${ZOE_MATRICULE}Z`, authority: { namespace: 'CHU' } }] };
    expect(rules(encodePid(state, hidden))).toContain('ins.transmit.leak');
    expect(rules(encodePid(state, { address: { street: ZOE_MATRICULE } }))).toContain('ins.transmit.leak');
  });
});

describe('PID, both ways', () => {
  it('decode(encode(x)) = x for a qualified identity', () => {
    fc.assert(
      fc.property(arbTraits, arbUsed, arbMatricule, arbOid, (traits, used, matricule, oid) => {
        const state = qualified({ ...traits, ...used }, matricule, oid);
        const read = decodePid(pid(state, { localIdentifiers: [IPP] }));
        expect(read).toMatchObject({ ok: true });
        expect(read.value).toEqual({
          ins: { matricule, oid },
          formerIns: [],
          localIdentifiers: [{ ...IPP, authority: { ...IPP.authority, scheme: 'ISO' }, type: 'PI' }],
          otherNational: [],
          traits: { ...traits, ...used },
          status: 'QUAL',
          attributes: [],
          reliability: ['VALI'],
        });
      }),
    );
  });

  it('PID and ZFD together give back any date of birth, and PID-7 alone is always a calendar date', () => {
    fc.assert(
      fc.property(arbLunarDate, (dateNaissance) => {
        const state = qualified({ ...ZOE, dateNaissance }, ZOE_MATRICULE);
        const zfd = encodeZfd(state);
        const message = `MSH|^~\\&|A\r${pid(state)}\r${zfd.ok ? zfd.value : ''}\r`;
        expect(decodePatientMessage(message).value?.traits.dateNaissance).toBe(dateNaissance);
        expect(rules(decodePid(pid(state)))).not.toContain('date.lunaire.notCalendar');
      }),
    );
  });

  it('decode(encode(x)) = x without the INS for the others', () => {
    fc.assert(
      fc.property(arbTraits, arbMatricule, fc.constantFrom('PROV', 'RECUP', 'VALI'), (traits, matricule, status) => {
        const states = { PROV: provisional(traits), RECUP: recovered(traits, matricule), VALI: validated(traits) };
        const segment = pid(states[status as keyof typeof states]);
        expect(segment).not.toContain(matricule);
        const read = decodePid(segment);
        expect(read.value?.ins).toBeUndefined();
        expect(read.value).toMatchObject({ traits, status: status === 'VALI' ? 'VALI' : 'PROV' });
      }),
    );
  });
});

describe('PID, read from others', () => {
  const segment = (cx: string, reliability = 'VALI') =>
    `PID|||${cx}||ADRUN^ZOE^ZOE^^^^L||19751231|F|||^^^^^^BDL^^63220|||||||||||||||||||||${reliability}`;
  const nir = (type: string, oid = '1.2.250.1.213.1.4.8', scheme = 'ISO') =>
    `${ZOE_MATRICULE}^^^ASIP-SANTE-INS-NIR&${oid}&${scheme}^${type}`;

  it('takes the spellings seen in the wild, with a warning', () => {
    for (const type of ['INS-NIR', 'NH', '']) {
      const read = decodePid(segment(nir(type)));
      expect(read).toMatchObject({ ok: true, value: { ins: { matricule: ZOE_MATRICULE }, status: 'QUAL' } });
      expect(rules(read)).toContain('ins.hl7v2.type');
    }
    expect(rules(decodePid(segment(nir('INS', '1.2.250.1.213.1.4.8', ''))))).toContain('ins.hl7v2.scheme');
  });

  it('keeps an INS-C and a billing number apart', () => {
    const read = decodePid(
      segment('0123456789012345678901^^^&1.2.250.1.213.1.4.2&ISO^NH~275126322074974^^^&1.2.250.1.213.1.4.13&ISO^NH'),
    );
    expect(read).toMatchObject({ ok: true, value: { status: 'VALI', localIdentifiers: [] } });
    expect(read.value?.ins).toBeUndefined();
    expect(read.value?.otherNational).toHaveLength(2);
  });

  it('never infers an OID from the shape, and refuses a wrong key', () => {
    expect(rules(decodePid(segment(`${ZOE_MATRICULE}^^^ASIP-SANTE-INS-NIR^INS`)))).toContain('ins.oid.unknown');
    const wrong = decodePid(segment(nir('INS').replace('74^', '75^')));
    expect(wrong).toMatchObject({ ok: false, value: { traits: ZOE } });
    expect(wrong.value?.ins).toBeUndefined();
    const lowered = decodePid(segment(nir('INS').replace('74^', '75^')), { key: 'warning' });
    expect(rules(lowered)).toContain('ins.matricule.key');
  });

  it('leaves out an INS that should not have been sent', () => {
    const provisionalOne = decodePid(segment(nir('INS'), 'PROV'));
    expect(provisionalOne).toMatchObject({ ok: true, value: { status: 'PROV' } });
    expect(provisionalOne.value?.ins).toBeUndefined();
    expect(rules(provisionalOne)).toContain('ins.received.notQualified');
    const doubtful = decodePid(segment(nir('INS'), 'VALI~DOUT'));
    expect(doubtful.value?.ins).toBeUndefined();
    expect(rules(doubtful)).toContain('ins.received.contradiction');
    const silent = decodePid(segment(nir('INS'), ''));
    expect(silent).toMatchObject({ ok: true, value: { ins: { matricule: ZOE_MATRICULE } } });
    expect(rules(silent)).toContain('ins.received.statusMissing');
  });

  it('refuses two different INS, and a test OID in production', () => {
    const two = `${nir('INS')}~180032B02040123^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS`;
    expect(decodePid(segment(two)).ok).toBe(false);
    expect(rules(decodePid(segment(two)))).toContain('ins.received.several');
    const test = segment(nir('INS', '1.2.250.1.213.1.4.10'));
    expect(decodePid(test).ok).toBe(true);
    expect(decodePid(test, { production: true }).ok).toBe(false);
  });

  it('reads codes that table 0445 does not have, partial dates, HL7 nulls, a name without type', () => {
    const qual = decodePid(segment(nir('INS'), 'QUAL'));
    expect(qual).toMatchObject({ ok: true, value: { status: 'QUAL' } });
    expect(rules(qual)).toContain('ins.hl7v2.reliability');
    const partial = decodePid(segment(nir('INS')).replace('19751231', '1975'));
    expect(rules(partial)).toContain('ins.received.birthDate');
    expect(decodePid('PID|||1^^^H^PI||ADRUN^ZOE||""|""')).toMatchObject({
      ok: true,
      value: { traits: { nomNaissance: 'ADRUN' } },
    });
    expect(rules(decodePid('PID|||1^^^H^PI||ADRUN^ZOE||'))).toContain('ins.hl7v2.nameType');
    expect(decodePid(segment(nir('INS')).replace('19751231', '197512311230'))).toMatchObject({
      value: { traits: ZOE },
    });
  });
});

describe('ZFD and MSH', () => {
  it('writes the ZFD of the official PAM messages', () => {
    const state = replay([
      { type: 'create', at: AT, traits: DOMINIQUE },
      {
        type: 'insiFound',
        at: '2021-12-01T10:00:00Z',
        ins: { matricule: '279035121518989' as never, oid: INS_OIDS.nirTest },
        traits: DOMINIQUE,
        accepted: true,
      },
    ]);
    const encoded = encodeZfd(state, { smsConsent: true });
    expect(encoded).toMatchObject({ ok: true, value: 'ZFD|||Y|N|INSI|20211201' });
    expect(decodeZfd('ZFD|||Y|N|INSI|20211201||')).toEqual({
      ok: true,
      value: { smsConsent: true, birthDateCorrected: false, collection: 'INSI', insiDate: '2021-12-01' },
      findings: [],
    });
    const withTime = encodeZfd(state, { insiDateFormat: 'dateTime' });
    expect(withTime.ok && decodeZfd(withTime.value).value?.insiDate).toBe('2021-12-01');
  });

  it('leaves out what it cannot read in a ZFD, with a warning', () => {
    const read = decodeZfd('ZFD|32^X^19|abc|O|?|ZZ|2021|XX|demain');
    expect(read.ok).toBe(true);
    expect(read.value).toEqual({ documentType: 'XX' });
    expect(rules(read)).toEqual(Array(7).fill('ins.hl7v2.zfd'));
    expect(decodeZfd('PID|1').ok).toBe(false);
    expect(rules(encodeZfd(provisional(ZOE), { weeksOfGestation: 60 }))).toContain('ins.hl7v2.option');
  });

  it('knows the header fields of the profiles', () => {
    expect(mshProfileFields('pamFr211')).toEqual({
      12: '2.5^FRA^2.11',
      17: 'FRA',
      18: 'UNICODE UTF-8',
      19: 'FR',
      21: '2.11^IHE_FRANCE-2.11-PAM',
    });
    expect(Object.keys(HL7V2_PROFILES)).toEqual(['pamFr211', 'cdaMdm21', 'cdaOru21', 'cdaLps11']);
  });
});
