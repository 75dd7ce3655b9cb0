import { readFileSync } from 'node:fs';
import { parseXml, serializeXml } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import { ASSOCIATION_TYPES, decodeRegistryObjects, encodeSubmitObjectsRequest, STATUSES } from '../../src/xds.js';
import { registryObjects } from '../support/xds-arbitraries.js';
import { schemaErrors } from '../support/xds-schema.js';

function sample(name: string): ReturnType<typeof decodeRegistryObjects> {
  return decodeRegistryObjects(parseXml(readFileSync(conformanceFile(`xds/samples/${name}`))));
}

describeWithConformance('ebXML against the official schemas and samples', () => {
  it('every message that is written is valid', () => {
    fc.assert(
      fc.property(registryObjects, (objects) => {
        expect(schemaErrors(serializeXml(encodeSubmitObjectsRequest(objects)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('reads the deposit, and writes it again to the same objects', () => {
    for (const name of ['iti41-request.reconstituted.xml', 'iti41-request.xop-root.xml']) {
      const { objects, findings } = sample(name);
      expect(findings).toEqual([]);
      expect(objects.submissionSets).toHaveLength(1);
      expect(objects.documentEntries.map((item) => item.id)).toEqual(['D1', 'SIG1']);
      expect(objects.associations.map((item) => item.type)).toEqual([
        ASSOCIATION_TYPES.hasMember,
        ASSOCIATION_TYPES.hasMember,
        ASSOCIATION_TYPES.signs,
      ]);
      const [entry, signature] = objects.documentEntries;
      expect(entry).toMatchObject({
        uniqueId: '1.2.250.1.999.1.1.8121.1.20260901.1',
        creationTime: '20260901063000',
        size: 5047,
        typeCode: { code: '11488-4' },
        sourcePatientId: { extension: 'P000042', type: 'PI' },
        legalAuthenticator: { id: '899900063480', family: 'LIBRE', given: 'MAX' },
      });
      expect(signature).toMatchObject({ title: 'Source', languageCode: 'art', typeCode: { codeSystem: 'ASTM' } });
      expect(signature?.confidentiality.map((item) => item.code)).toEqual(['N', 'MASQUE_PS', 'INVISIBLE_PATIENT']);
      const again = decodeRegistryObjects(parseXml(serializeXml(encodeSubmitObjectsRequest(objects))));
      expect(again.objects).toEqual(objects);
    }
  });

  it('reads the answers of a search', () => {
    const leaf = sample('iti18-response.leafclass.xml');
    expect(leaf.findings).toEqual([]);
    expect(leaf.objects.documentEntries[0]).toMatchObject({
      id: 'urn:uuid:0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
      logicalId: 'urn:uuid:11111111-2222-4333-8444-555555555555',
      status: STATUSES.approved,
      version: '1',
      repositoryUniqueId: '1.2.250.1.213.4.1.1.1.2',
    });
    const references = sample('iti18-response.objectref.xml');
    expect(references.findings).toEqual([]);
    expect(references.objects.objectRefs.length).toBeGreaterThan(0);
  });

  it('reads the updates: mask and archive', () => {
    const mask = sample('iti57-mask-request.xml');
    expect(mask.findings).toEqual([]);
    expect(mask.objects.associations[0]?.slots).toEqual({ SubmissionSetStatus: ['Original'], PreviousVersion: ['1'] });
    expect(mask.objects.documentEntries[0]?.logicalId).toBeDefined();
    const archive = sample('iti57-archive-request.xml');
    expect(archive.findings).toEqual([]);
    expect(archive.objects.associations[0]).toMatchObject({
      type: ASSOCIATION_TYPES.updateAvailabilityStatus,
      slots: { NewStatus: [STATUSES.archived] },
    });
  });
});
