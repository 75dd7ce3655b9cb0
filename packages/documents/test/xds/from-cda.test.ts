import { describe, expect, it } from 'vitest';
import { parseCda } from '../../src/cda-reader.js';
import { type DocumentEntry, deriveMetadata, encodeCxi, encodeXcn, encodeXon, metadataFromCda } from '../../src/xds.js';
import { MINIMAL } from '../rules/minimal.js';
import { sampleDocument, sampleSubmission } from '../support/sample.js';

function entryOf(...changes: readonly (readonly [string | RegExp, string])[]): DocumentEntry {
  let text = MINIMAL;
  for (const [find, by] of changes) {
    const next = text.replace(find, by);
    expect(next, String(find)).not.toBe(text);
    text = next;
  }
  const read = metadataFromCda(parseCda(new TextEncoder().encode(text)), { id: 'D1' });
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

const PS = '<id root="1.2.250.1.71.4.2.1" extension="899900000017"/>';
const PATIENT = '<id root="1.2.250.1.213.1.4.10" extension="275126322074974"/>';

describe('metadata read from a document', () => {
  it('name a professional and a structure by their national identifiers, wherever these stand among others', () => {
    const entry = entryOf(
      [/<assignedAuthor>\s*<id [^>]*>/, `<assignedAuthor><id root="2.999.3" extension="LOCAL"/>${PS}`],
      [
        '<representedOrganization><id root="1.2.250.1.71.4.2.2"',
        '<representedOrganization><id root="2.999.4" extension="UNIT"/><id root="1.2.250.1.71.4.2.2"',
      ],
    );
    const [author] = entry.authors;
    expect(author?.person === undefined ? '' : encodeXcn(author.person)).toMatch(
      /^899900000017\^EXEMPLE\^Lise\^{6}&1\.2\.250\.1\.71\.4\.2\.1&ISO\^D\^{3}IDNPS$/,
    );
    expect(author?.institutions.map(encodeXon)).toEqual([
      expect.stringMatching(/\^{5}&1\.2\.250\.1\.71\.4\.2\.2&ISO\^IDNST\^{3}1750000001$/),
    ]);
  });

  it('never put an identifier of another domain under the national one', () => {
    const entry = entryOf([/<assignedAuthor>\s*<id [^>]*>/, '<assignedAuthor><id root="2.999.3" extension="LOCAL"/>']);
    expect(entry.authors[0]?.person).toMatchObject({ id: 'LOCAL', authority: '2.999.3' });
    expect(entry.authors[0]?.person).not.toHaveProperty('idType');
  });

  it('say the function by its label, or by the text that takes its place', () => {
    const withFunction = (inside: string): DocumentEntry => entryOf([/<author>\s*/, `<author><functionCode ${inside}`]);
    expect(withFunction('code="PCP" displayName="Médecin traitant"/>').authors[0]?.roles).toEqual(['Médecin traitant']);
    expect(
      withFunction('code="PCP"><originalText>Médecin traitant</originalText></functionCode>').authors[0]?.roles,
    ).toEqual(['Médecin traitant']);
  });

  it('name a local patient as the document does', () => {
    const entry = entryOf(
      [PATIENT, '<id root="2.999.7.2" extension="IPP-1"/>'],
      [
        '<given>ZOE</given><given qualifier="BR">ZOE</given><family qualifier="BR">ADRUN</family>',
        '<given>ZOE</given><family qualifier="CL">ADRUN</family>',
      ],
    );
    expect(entry.sourcePatientInfo?.[0]).toBe('PID-5|ADRUN^ZOE^^^^^L');
    expect(entry.patientId).toEqual({ extension: 'IPP-1', oid: '2.999.7.2', type: 'PI' });
  });

  it('give the examinations of an imaging report, and of nothing else', () => {
    const study = '<serviceEvent><id root="2.999.5.1"/><id root="2.999.5.2" extension="7"/>';
    const imaging = entryOf(['<serviceEvent>', study], ['code="11488-4"', 'code="18748-4"']);
    expect(imaging.referenceIds.map(encodeCxi)).toEqual(['2.999.5.1^^^^urn:ihe:iti:xds:2016:studyInstanceUID']);
    expect(entryOf(['<serviceEvent>', study]).referenceIds).toEqual([]);
    const derived = deriveMetadata(
      {
        ...sampleSubmission,
        id: '2.999.1',
        submittedAt: '2026-01-15T10:20:00+01:00',
        documents: [
          {
            ...sampleDocument,
            type: { ...sampleDocument.type, code: '18748-4' },
            acts: sampleDocument.acts.map((act) => ({ ...act, ids: [{ root: '2.999.5.1' }] })),
          },
        ],
      },
      [{ uniqueId: '2.999.2', mimeType: 'text/xml', hash: 'a'.repeat(40), size: 1 }],
    );
    expect(derived.ok && derived.value.entries[0]?.referenceIds).toEqual([
      { id: '2.999.5.1', type: 'urn:ihe:iti:xds:2016:studyInstanceUID' },
    ]);
  });

  it('keep winter and summer time apart, to the second, in UTC', () => {
    const at = (value: string): string =>
      entryOf(['effectiveTime value="20260115101500+0100"', `effectiveTime value="${value}"`]).creationTime;
    expect(at('20260329015959+0100')).toBe('20260329005959');
    expect(at('20260329030000+0200')).toBe('20260329010000');
    expect(at('20261025023000+0200')).toBe('20261025003000');
    expect(at('20261025023000+0100')).toBe('20261025013000');
    expect(at('20260101003000.250+0100')).toBe('20251231233000');
    expect(at('20260115101500-0400')).toBe('20260115141500');
  });
});
