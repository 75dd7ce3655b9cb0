import type { Coded } from '@socle-sante/core/coded';
import { parseIsoInstant } from '@socle-sante/core/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCda } from '../../src/cda.js';
import {
  type CdaAssignedEntity,
  type CdaCode,
  type CdaOrganization,
  type CdaPatientTraits,
  type CdaPerson,
  type CdaTime,
  headerSummary,
  mediaBytes,
  type ParsedCda,
  parseCda,
} from '../../src/cda-reader.js';
import { narrativeOf, renderHtml } from '../../src/render.js';
import type { Submission, SubmissionDocument } from '../../src/submission.js';
import { STRUCTURED_MODELS, structuredDocument } from '../arbitraries/models.js';
import { document, patient } from '../arbitraries/submission.js';
import { fixedOptions, sampleSubmission } from '../support/sample.js';

const seed = Number(process.env['SOCLE_SEED'] ?? 20_260_115);
const words = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim() || undefined;
const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

// ---- what was asked ----
const codeAsked = (code: Coded | undefined): unknown => code && [code.code, code.codeSystem, words(code.displayName)];
const timeAsked = (iso: string | undefined): string | undefined => {
  if (iso === undefined) return undefined;
  const read = parseIsoInstant(iso);
  return read.ok ? read.value.toISOString().slice(0, 19) : iso.slice(0, 10);
};
const nameAsked = (name: { family: string; given?: string; prefix?: string; suffix?: string } | undefined): unknown =>
  name && [words(name.prefix), words(name.given), words(name.family), words(name.suffix)];
const personAsked = (
  person:
    | {
        idNat?: string;
        name?: Parameters<typeof nameAsked>[0];
        specialty?: Coded;
        organization?: { idNat?: string; name?: string };
      }
    | undefined,
): unknown =>
  person && [
    person.idNat,
    nameAsked(person.name),
    codeAsked(person.specialty),
    person.organization?.idNat,
    words(person.organization?.name),
  ];

// ---- what was read ----
const codeRead = (code: CdaCode | undefined): unknown =>
  code?.code === undefined ? undefined : [code.code, code.codeSystem, words(code.displayName)];
const timeRead = (time: CdaTime | undefined): string | undefined => {
  if (time?.raw === undefined) return undefined;
  return time.instant?.slice(0, 19) ?? time.raw.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
};
const nameRead = (person: CdaPerson | undefined): unknown => {
  const [name] = person?.names ?? [];
  return name && [name.prefixes[0]?.text, name.given[0]?.text, name.family[0]?.text, name.suffixes[0]?.text];
};
const personRead = (
  entity: (Pick<CdaAssignedEntity, 'ids' | 'person' | 'code'> & { organization?: CdaOrganization }) | undefined,
): unknown =>
  entity && [
    entity.ids[0]?.extension,
    nameRead(entity.person),
    codeRead(entity.code),
    entity.organization?.ids[0]?.extension,
    entity.organization?.names[0],
  ];

/** The parts of a submission that a document carries. */
function asked(
  one: SubmissionDocument,
  whole: Submission,
  made: { uniqueId: string; setId: string; version: number },
): unknown {
  const { traits } = whole.patient.identity;
  return {
    id: made.uniqueId,
    setId: made.setId,
    version: made.version,
    title: words(one.title),
    type: codeAsked(one.type),
    created: timeAsked(one.createdAt),
    confidentiality: one.confidentiality ?? 'N',
    language: one.language ?? 'fr-FR',
    names: [
      words(traits.nomNaissance),
      words(traits.nomUtilise),
      words(traits.premierPrenom),
      words(traits.listePrenoms),
      words(traits.prenomUtilise),
    ],
    birth: [traits.sexe, traits.dateNaissance, traits.lieuNaissance],
    local: (whole.patient.localIdentifiers ?? []).map((id) => `${id.root}^${id.extension}`),
    authors: one.authors.map((author) => [
      author.kind,
      'device' in author ? [words(author.device.model), words(author.device.software)] : undefined,
    ]),
    professionals: one.authors.flatMap((author) => (author.kind === 'professional' ? [personAsked(author)] : [])),
    signatory: 'kind' in one.legalAuthenticator.signatory ? 'patient' : personAsked(one.legalAuthenticator.signatory),
    enterer: personAsked(one.dataEnterer?.professional),
    informants: (one.informants ?? []).map((item) =>
      item.kind === 'related' ? [item.relation, nameAsked(item.name)] : ['assigned', item.professional.idNat],
    ),
    recipients: (one.recipients ?? []).map((item) => [item.idNat, nameAsked(item.name)]),
    authenticators: (one.authenticators ?? []).map((item) => [timeAsked(item.time), item.professional.idNat]),
    participants: (one.participants ?? []).map((item) => [
      item.type,
      item.class,
      codeAsked(item.function),
      timeAsked(item.time?.start),
      nameAsked(item.name),
    ]),
    orders: (one.orders ?? []).map((item) => [item.id.root, item.accessionNumber?.extension]),
    acts: one.acts.map((act) => [
      codeAsked(act.code),
      timeAsked(act.start),
      timeAsked(act.stop),
      act.performer?.professional.idNat,
    ]),
    replaces: some(one.replaces?.uniqueId),
    consents: (one.consents ?? []).map((item) => codeAsked(item.code)),
    encounter: [
      codeAsked(one.encounter.code),
      timeAsked(one.encounter.start),
      timeAsked(one.encounter.stop),
      one.encounter.responsible?.idNat,
    ],
    facility: [codeAsked(one.encounter.facility.type), words(one.encounter.facility.name)],
  };
}

/** The same parts, from the document that was read. */
function read({ header }: ParsedCda): unknown {
  const traits: CdaPatientTraits = header.patient?.traits ?? {};
  const legal = header.legalAuthenticator?.entity;
  return {
    id: header.id?.root,
    setId: header.setId?.root,
    version: header.versionNumber,
    title: header.title,
    type: codeRead(header.code),
    created: timeRead(header.effectiveTime),
    confidentiality: header.confidentialityCode?.code,
    language: header.languageCode,
    names: [traits.nomNaissance, traits.nomUtilise, traits.premierPrenom, traits.listePrenoms, traits.prenomUtilise],
    birth: [traits.sexe, traits.dateNaissance, traits.lieuNaissance],
    local: header.patient?.localIds.map((id) => `${id.root}^${id.extension}`),
    authors: header.authors.map((author) => [
      author.kind,
      author.device && [author.device.manufacturerModelName, author.device.softwareName],
    ]),
    professionals: header.authors.flatMap((author) => (author.kind === 'professional' ? [personRead(author)] : [])),
    signatory: legal?.ids[0]?.root === '1.2.250.1.71.4.2.1' ? personRead(legal) : 'patient',
    enterer: personRead(header.dataEnterer?.entity),
    informants: header.informants.map((item) =>
      item.kind === 'related' ? [item.classCode, nameRead(item.person)] : ['assigned', item.entity.ids[0]?.extension],
    ),
    recipients: header.informationRecipients.map((item) => [item.ids[0]?.extension, nameRead(item.person)]),
    authenticators: header.authenticators.map((item) => [timeRead(item.time), item.entity?.ids[0]?.extension]),
    participants: header.participants.map((item) => [
      item.typeCode,
      item.classCode,
      codeRead(item.functionCode),
      timeRead(item.time?.low),
      nameRead(item.person),
    ]),
    orders: header.orders.map((item) => [item.ids[0]?.root, item.accessionNumbers[0]?.extension]),
    acts: header.serviceEvents.map((act) => [
      codeRead(act.code),
      timeRead(act.effectiveTime?.low),
      timeRead(act.effectiveTime?.high),
      act.performers[0]?.entity?.ids[0]?.extension,
    ]),
    replaces: header.relatedDocuments.flatMap((item) => some(item.ids[0]?.root)),
    consents: header.consents.map((item) => codeRead(item.code)),
    encounter: [
      codeRead(header.encounter?.code),
      timeRead(header.encounter?.effectiveTime?.low),
      timeRead(header.encounter?.effectiveTime?.high),
      header.encounter?.responsibleParty?.ids[0]?.extension,
    ],
    facility: [codeRead(header.encounter?.facility?.code), header.encounter?.facility?.name],
  };
}

test('what is built is read back, header and body', () => {
  fc.assert(
    fc.property(document(), patient, (one, who) => {
      const whole = { ...sampleSubmission, patient: who };
      const made = buildCda(one, whole, fixedOptions(7));
      if (!made.ok) throw new Error(made.findings.map((item) => item.rule).join());
      const parsed = parseCda(made.bytes);
      expect(read(parsed)).toEqual(asked(one, whole, made));
      expect(parsed.findings).toEqual([]);
      expect([parsed.wrapper, parsed.model.id]).toEqual(['none', 'n1']);
      if (parsed.body.kind !== 'nonXml' || !('content' in one.body) || one.body.kind === 'structured')
        throw new Error('N1 expected');
      const content = mediaBytes(parsed.body.media);
      expect(content.ok && Buffer.from(content.value).equals(Buffer.from(one.body.content))).toBe(true);
    }),
    { numRuns: 150, seed },
  );
});

test('structured documents: no dead reference, everything shown, summary and page', () => {
  for (const model of STRUCTURED_MODELS) {
    fc.assert(
      fc.property(structuredDocument(model), (one) => {
        const made = buildCda(one, sampleSubmission, fixedOptions(7));
        if (!made.ok) throw new Error(made.findings.map((item) => item.rule).join());
        const parsed = parseCda(made.bytes);
        const narrative = narrativeOf(parsed);
        expect([parsed.findings, narrative.findings, narrative.truncated]).toEqual([[], [], false]);
        expect(parsed.model.level).toBe('N3');
        expect(headerSummary(parsed).title).toBe(words(made.document.title));
        expect(renderHtml(parsed)).toContain('<h2>');
      }),
      { numRuns: 15, seed },
    );
  }
});
