import { describe, expect, it } from 'vitest';
import { validateCda } from '../../src/validate.js';
import { MINIMAL, minimalWith } from './minimal.js';

const rules = (text: string): string[] => validateCda(text).map((each) => each.rule);

describe('the native rules read unusual documents as the official rules do', () => {
  const patient = /<recordTarget>[\s\S]*<\/recordTarget>/.exec(MINIMAL)?.[0] ?? '';

  it('a patient that stands elsewhere: traits of an INS are looked for in the whole document', () => {
    const moved = MINIMAL.replace(patient, '').replace('</custodian>', `${patient}</custodian>`);
    expect(rules(moved)).toContain('cda.recordTarget.recordTarget.missing');
    expect(rules(moved)).not.toContain('cda.header.insTraits');
    const second = patient.replace('<given qualifier="BR">', '<given qualifier="SP">');
    expect(rules(MINIMAL.replace('</custodian>', `${second}</custodian>`))).toContain(
      'cda.recordTarget.given.qualifier',
    );
  });

  it('an act whose performer or date is of another namespace', () => {
    const alien = minimalWith('<performer typeCode="PRF">', '<performer typeCode="PRF" xmlns="urn:x">');
    expect(rules(alien)).toContain('cda.header.firstAct.performer');
    expect(rules(alien)).not.toContain('cda.documentationOf.performer.nowhere');
    const dated = minimalWith(
      /<serviceEvent>\s*<effectiveTime>/.exec(MINIMAL)?.[0] ?? '',
      '<serviceEvent><effectiveTime xmlns="urn:x">',
    );
    expect(rules(dated)).toContain('cda.header.firstAct.effectiveTime');
    expect(rules(dated)).not.toContain('cda.documentationOf.effectiveTime.nowhere');
  });

  it('a bound of an interval with white space after its offset', () => {
    const participant = (value: string): string =>
      minimalWith(
        '<documentationOf>',
        `<participant typeCode="INF"><time><high value="${value}"/></time><associatedEntity classCode="PROV"/></participant><documentationOf>`,
      );
    expect(rules(participant('20260115101500+0100&#9;'))).not.toContain('cda.type.ivl.form');
    expect(rules(participant('20260115101500+01&#9;00'))).toContain('cda.type.ivl.form');
  });
});
