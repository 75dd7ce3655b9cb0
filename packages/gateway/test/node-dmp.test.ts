import type { DmpClient } from '@socle-sante/dmp';
import { validatePdfA1 } from '@socle-sante/documents/pdf';
import { describe, expect, it } from 'vitest';
import { demoDefaults } from '../src/demo/dmp/people.js';
import type { Session } from '../src/handlers.js';
import { type DmpAccount, dmpService, documentsService } from '../src/node.js';

const session: Session = { userRef: 'u-1', displayName: 'Dr TEST', userKind: 'medecin', superuser: false };
const signing = () => {
  throw new Error('no key is asked for');
};

function account(mode: DmpClient['caller']['mode']): DmpAccount {
  return {
    client: { caller: { mode } } as DmpClient,
    profile: 'medecin',
    structureIdNat: '1510999998',
    author: {
      author: { institutions: [], roles: [], specialties: [] },
      contentType: demoDefaults.contentType,
      sourceId: '1.2.3',
    },
  };
}

describe('dmpService', () => {
  it('gives each session its own client, in its own mode; deposits may go another way', async () => {
    const reading = account('INDIRECTE_RENFORCEE');
    const deposits = account('INDIRECTE');
    const service = dmpService(({ userRef }) => (userRef === 'u-1' ? { ...reading, deposits } : undefined));
    const connection = await service.connect(session);
    expect(connection?.calls).toBe(reading.client);
    expect(connection?.profile).toMatchObject({ mode: 'INDIRECTE_RENFORCEE', structureIdNat: '1510999998' });
    expect(connection?.deposits?.profile.mode).toBe('INDIRECTE');
    expect(connection?.profile).not.toHaveProperty('client');
    expect(await service.connect({ ...session, userRef: 'u-2' })).toBeUndefined();
  });

  it('may have one client for all', async () => {
    const connection = await dmpService(account('DIRECTE')).connect(session);
    expect(connection).toMatchObject({ profile: { mode: 'DIRECTE' } });
    expect(connection).not.toHaveProperty('deposits');
  });
});

describe('documentsService', () => {
  const service = documentsService({ defaults: () => demoDefaults, signing });

  it('gives the defaults of the site, and no layout of the author without an engine', async () => {
    expect(await service.defaults(session, 'p-1')).toBe(demoDefaults);
    expect(service.producerHtml).toBeUndefined();
  });

  it('makes a PDF/A-1 of an image; a text needs a font', async () => {
    // The smallest grey JPEG: one pixel.
    const jpeg = Uint8Array.from(
      atob(
        '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
      ),
      (char) => char.charCodeAt(0),
    );
    const options = { title: 'Image inventée', date: new Date('2026-11-16T09:00:00Z') };
    const made = await service.toPdfA?.({ kind: 'jpeg', content: jpeg }, options);
    expect(made?.ok && validatePdfA1(made.value)).toEqual([]);
    const text = { kind: 'text', content: new TextEncoder().encode('Texte') } as const;
    expect(await service.toPdfA?.(text, options)).toMatchObject({
      ok: false,
      findings: [{ rule: 'documents.convert.font' }],
    });
  });
});
