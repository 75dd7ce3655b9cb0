import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { type CdaSection, type ClinicalEntry, clinicalEntries, parseCda } from '../../src/cda-reader.js';
import { Judge } from './support/judge.js';

const folder = conformanceFile('cda/ExemplesCDA');
const E = '1.3.6.1.4.1.19376.1.5.3.1.4.';

function sectionsOf(list: readonly CdaSection[]): CdaSection[] {
  return list.flatMap((section) => [section, ...sectionsOf(section.sections)]);
}

function entriesOf(file: string): ClinicalEntry[] {
  const { body } = parseCda(readFileSync(`${folder}/${file}`));
  return body.kind === 'structured' ? sectionsOf(body.sections).flatMap(clinicalEntries) : [];
}

describeWithConformance('the frequent entries of the official examples', () => {
  test('are known by their templates, as many as libxml2 finds at the top of a section', () => {
    const templates: Readonly<Record<string, string>> = {
      problemConcern: `act[h:templateId/@root='${E}5.2']`,
      allergyConcern: `act[h:templateId/@root='${E}5.3']`,
      treatment: `substanceAdministration[h:templateId/@root='${E}7' and not(h:templateId/@root='${E}12')]`,
      immunization: `substanceAdministration[h:templateId/@root='${E}12']`,
      procedure: `procedure[h:templateId/@root='${E}19']`,
      vitalSigns: `organizer[h:templateId/@root='${E}13.1']`,
      attachedDocument: `organizer[h:templateId/@root='1.2.250.1.213.1.1.3.18']`,
    };
    const differences: unknown[] = [];
    const total: Record<string, number> = {};
    for (const file of readdirSync(folder)) {
      const ours = entriesOf(file);
      using judge = new Judge(readFileSync(`${folder}/${file}`));
      for (const [kind, test] of Object.entries(templates)) {
        const count = ours.filter((entry) => entry.kind === kind).length;
        total[kind] = (total[kind] ?? 0) + count;
        const theirs = judge.count(`//h:section/h:entry/h:${test}`);
        if (count !== theirs) differences.push({ file, kind, count, theirs });
      }
      const reports = ours.filter((entry) => entry.kind === 'laboratoryReport').length;
      const theirs = judge.count("//h:section/h:entry[h:templateId/@root='1.3.6.1.4.1.19376.1.3.1']/h:act");
      total['laboratoryReport'] = (total['laboratoryReport'] ?? 0) + reports;
      if (reports !== theirs) differences.push({ file, kind: 'laboratoryReport', reports, theirs });
    }
    expect(differences).toEqual([]);
    expect(Object.values(total).every((count) => count > 0)).toBe(true);
  });

  test('a summary: problems, allergies, treatments', () => {
    const entries = entriesOf('VSM_1.4_2022.01.xml');
    const [concern] = entries;
    if (concern?.kind !== 'problemConcern') throw new Error('concern expected');
    expect([concern.status, concern.period?.low?.raw]).toEqual(['active', '20190811']);
    expect(concern.entries[0]).toMatchObject({
      kind: 'problem',
      absent: false,
      problem: { code: 'G45.9', codeSystem: '2.16.840.1.113883.6.3', originalTextReference: '#pb-actif-01' },
    });
    const allergies = entries.flatMap((entry) => (entry.kind === 'allergyConcern' ? entry.entries : []));
    expect(allergies.every((entry) => entry.kind === 'allergy' && entry.category !== undefined)).toBe(true);
    const treatments = entries.filter((entry) => entry.kind === 'treatment');
    expect(treatments.length).toBeGreaterThan(0);
    for (const entry of treatments) expect(entry.product?.code ?? entry.product?.names).toBeDefined();
  });

  test('a biology report: batteries and results with their quantities', () => {
    const [report] = entriesOf('BIO-CR-BIO_2024.01_TSH_1.xml');
    if (report?.kind !== 'laboratoryReport') throw new Error('report expected');
    const results: ClinicalEntry[] = [];
    const gather = (entry: ClinicalEntry): void => {
      if (entry.kind === 'laboratoryResult') results.push(entry);
      if ('entries' in entry) entry.entries.forEach(gather);
    };
    gather(report);
    expect(results.length).toBeGreaterThan(0);
    expect(results.some((entry) => entry.kind === 'laboratoryResult' && entry.quantity?.unit !== undefined)).toBe(true);
  });

  test('biology: isolates, batteries, specimens, results and earlier results, as many as libxml2 finds', () => {
    const LAB = '1.3.6.1.4.1.19376.1.3.1';
    const paths: Readonly<Record<string, string>> = {
      laboratoryBattery: `//h:organizer[h:templateId/@root='${LAB}.4']`,
      laboratoryIsolate: `//h:organizer[h:templateId/@root='${LAB}.5']`,
      specimen: `//h:procedure[h:templateId/@root='${LAB}.2']`,
      laboratoryResult: `//h:observation[h:templateId/@root='${LAB}.6']`,
      previous: `//h:observation[h:templateId/@root='${LAB}.6']/h:entryRelationship[@typeCode='REFR']/h:observation`,
    };
    const total: Record<string, number> = {};
    for (const file of readdirSync(folder).filter((name) => name.startsWith('BIO-CR-BIO_'))) {
      const found: Record<string, number> = {};
      const gather = (entry: ClinicalEntry): void => {
        found[entry.kind] = (found[entry.kind] ?? 0) + 1;
        if (entry.kind === 'laboratoryResult') found['previous'] = (found['previous'] ?? 0) + entry.previous.length;
        if ('entries' in entry) entry.entries.forEach(gather);
      };
      entriesOf(file).forEach(gather);
      using judge = new Judge(readFileSync(`${folder}/${file}`));
      for (const [kind, path] of Object.entries(paths)) {
        total[kind] = (total[kind] ?? 0) + (found[kind] ?? 0);
        expect([file, kind, found[kind] ?? 0]).toEqual([file, kind, judge.count(path)]);
      }
    }
    expect(Object.values(total).every((count) => count > 0)).toBe(true);
  });

  test('a vaccination: its rank, where it was given, what happened after', () => {
    const vaccine = entriesOf('VAC-NOTE_2023.01.xml').find((entry) => entry.kind === 'immunization');
    expect(vaccine).toMatchObject({
      code: { code: 'INITIMMUNIZ' },
      rank: '2',
      sites: [{ code: '16217701000119102' }],
      reactions: [{ kind: 'problem', problem: { code: 'R50.2' } }],
      comments: [{ kind: 'comment', textReference: '#vac-01-comment' }],
    });
    const planned = entriesOf('01_Modèles_contenus_CDA.xml').find((entry) => entry.kind === 'plannedImmunization');
    expect(planned).toMatchObject({ mood: 'INT', absent: false, when: { low: { raw: '20231201' } } });
  });

  test('measures, vaccines, attached documents', () => {
    const measures = entriesOf('CSE-MDE_2023.01.xml').flatMap((entry) =>
      entry.kind === 'vitalSigns' ? entry.measures : [],
    );
    expect(measures.map((measure) => [measure.code?.code, measure.quantity?.unit])).toContainEqual(['8302-2', 'cm']);
    const vaccine = entriesOf('VAC-NOTE_2023.01.xml').find((entry) => entry.kind === 'immunization');
    expect(vaccine?.kind === 'immunization' && vaccine.product?.code?.codeSystem).toBe('1.2.250.1.213.2.3.1');
    const attached = entriesOf('BIO-CR-BIO_2024.01_Microbiologie_V2.xml').find(
      (entry) => entry.kind === 'attachedDocument',
    );
    expect(attached?.kind === 'attachedDocument' && attached.medias.map((media) => media.id)).toEqual(['doc-1']);
  });
});
