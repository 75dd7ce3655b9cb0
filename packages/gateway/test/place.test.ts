import { type Finding, finding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { once, placeOf, placeOfContent } from '../src/handlers/deposit/place.js';

const any = () => true;
const official = (pointer: string, native?: string): Finding => ({
  ...finding('official.assert', 'error', [], native === undefined ? {} : { native }),
  wire: { pointer, line: 1, column: 1 },
});

describe('where a finding is mended', () => {
  it.each([
    [['documents', 0, 'acts', 0, 'start'], 'description', 'actStart'],
    [['documents', 0, 'legalAuthenticator', 'signatory', 'name'], 'description', 'signer'],
    [['documents', 0, 'acts', 0, 'performer', 'organization', 'setting'], 'description', 'setting'],
    [['documents', 0, 'title'], 'description', 'title'],
    [['type'], 'description', 'type'],
    [['documents', 0, 'body', 'content'], 'document', undefined],
    [['visibility', 'remindOn'], 'visibility', undefined],
    [['patient', 'identity'], 'check', undefined],
    // What the site knows is not mended here.
    [['documents', 0, 'encounter'], 'check', undefined],
    [['documents', 0, 'authors', 0, 'organization', 'idNat'], 'check', undefined],
    [['documents', 0, 'acts', 0, 'performer', 'organization', 'idNat'], 'check', undefined],
  ] as const)('on the submission: %j', (path, step, field) => {
    const place = placeOf(finding('documents.x', 'error', path));
    expect(place).toMatchObject({ step });
    expect(place.field).toBe(field);
    if (field) expect(place.path).toEqual(['documents', 0, field]);
  });

  it.each([
    ['/ClinicalDocument', 'cda.header.title.missing', 'title'],
    ['/ClinicalDocument/code[1]', undefined, 'type'],
    ['/ClinicalDocument/documentationOf[1]/serviceEvent[1]/effectiveTime[1]/high[1]', undefined, 'actEnd'],
    ['/ClinicalDocument/documentationOf/serviceEvent/effectiveTime', undefined, 'actStart'],
    ['/ClinicalDocument/author/assignedAuthor/assignedPerson', 'cda.author.name.missing', 'author'],
    ['/ClinicalDocument/legalAuthenticator/time', undefined, 'signer'],
    // The second act is not in the form.
    ['/ClinicalDocument/documentationOf[2]/serviceEvent/effectiveTime', undefined, undefined],
    ['/ClinicalDocument/custodian', undefined, undefined],
    ['/ClinicalDocument/recordTarget/patientRole/telecom[2]', undefined, undefined],
    ['/ClinicalDocument/component/structuredBody/component/section/code', undefined, undefined],
  ] as const)('on the document written: %s %s', (pointer, native, field) => {
    const place = placeOfContent(official(pointer, native), any);
    expect(place.field).toBe(field);
    expect(place.step).toBe(field === undefined ? 'check' : 'description');
  });

  it('is told once when it is a remark on the site, whatever the number of places', () => {
    const remark = { ...finding('documents.x', 'info', []), step: 'check' as const };
    const other = { ...remark, params: { field: 'y' } };
    const error = { ...finding('documents.x', 'error', []), step: 'check' as const };
    expect(once([remark, remark, other, error, error])).toEqual([remark, other, error, error]);
  });

  it('is nowhere in the form when the field is not to be changed', () => {
    expect(placeOfContent(official('/ClinicalDocument/title'), () => false)).toEqual({ step: 'check', path: [] });
  });
});
