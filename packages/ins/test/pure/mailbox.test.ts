import { INS_OIDS } from '@socle-sante/core';
import { describe, expect, it } from 'vitest';
import { parsePatientMailbox, patientMailbox } from '../../src/mailbox.ts';
import { provisional, qualified, recovered, validated, ZOE, ZOE_MATRICULE } from './support.ts';

const rules = (read: { readonly findings: readonly { readonly rule: string }[] }) => read.findings.map((f) => f.rule);

describe('patient mailbox', () => {
  it('is built for a qualified identity only', () => {
    const state = qualified(ZOE, ZOE_MATRICULE);
    expect(patientMailbox(state, { production: true })).toMatchObject({
      ok: true,
      value: `${ZOE_MATRICULE}@patient.mssante.fr`,
    });
    for (const other of [provisional(ZOE), validated(ZOE), recovered(ZOE, ZOE_MATRICULE)]) {
      expect(patientMailbox(other)).toMatchObject({ ok: false, findings: [{ rule: 'rniv.transmit.status' }] });
    }
  });

  it('refuses a test or demonstration OID on a production mailbox', () => {
    for (const oid of [INS_OIDS.nirTest, INS_OIDS.nirDemo]) {
      const state = qualified(ZOE, ZOE_MATRICULE, oid);
      expect(rules(patientMailbox(state, { production: true }))).toContain('ins.mailbox.testOid');
      // The domain of Mon espace santé is the production one, unless the caller says otherwise.
      expect(rules(patientMailbox(state))).toContain('ins.mailbox.testOid');
      expect(rules(patientMailbox(state, { domain: 'PATIENT.mssante.fr' }))).toContain('ins.mailbox.testOid');
      expect(patientMailbox(state, { production: false })).toMatchObject({ ok: true });
      expect(patientMailbox(state, { domain: 'patient.test.example' })).toMatchObject({
        value: `${ZOE_MATRICULE}@patient.test.example`,
      });
    }
    expect(rules(patientMailbox(qualified(ZOE, ZOE_MATRICULE), { domain: 'a b' }))).toContain('ins.mailbox.domain');
  });

  it('reads the matricule of an address', () => {
    for (const address of [`${ZOE_MATRICULE}@patient.mssante.fr`, `mailto:${ZOE_MATRICULE}@PATIENT.MSSANTE.FR`]) {
      expect(parsePatientMailbox(address)).toMatchObject({ ok: true, value: ZOE_MATRICULE });
    }
    for (const address of [
      '',
      '@',
      `${ZOE_MATRICULE}@medecin.mssante.fr`,
      `${ZOE_MATRICULE}@patient.mssante.fr.example`,
    ]) {
      expect(rules(parsePatientMailbox(address))).toContain('ins.mailbox.format');
    }
    expect(rules(parsePatientMailbox('275126322074975@patient.mssante.fr'))).toContain('ins.matricule.key');
  });
});
