import type { XmlElementNode } from '@socle-sante/wire/xml';
import { ROOTS, SYSTEMS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes, idNode, nameNode } from '../cda/values.js';
import { commentAct } from './comments.js';
import { composedSection, paragraphs, proseAnchor } from './composed.js';
import { LATERALITIES, MODALITIES, PREGNANCIES, RADIATION_QUANTITIES } from './imaging-lists.js';
import { PRODUCT_HEAD, productLine, RADIOPHARMACEUTICAL_HEAD, radiopharmaceuticalLine } from './imaging-products.js';
import { observationEntry, proseSection, siteNode } from './imaging-sections.js';
import { type Line, loinc, type Narrator, stacked, table } from './narrative.js';
import { subject, templates } from './remarks.js';
import type { ImagingAct, ImagingSite } from './schema/img-cr.js';
import { clinicalTime, coded, decimal, shownDate, shownQuantity } from './values.js';

const dicom = (code: string, displayName: string) => coded(code, displayName, SYSTEMS.dicom, 'DCM');
export const MODALITY = dicom('121139', "Modalité d'imagerie");

/** One act of imaging (FR-DICOM-Acte-imagerie 1.2.250.1.213.1.1.2.206). */
export function actSection(narrator: Narrator, act: ImagingAct, at: string): XmlElementNode {
  const technique = techniqueLine(narrator, act, at);
  const products = (act.products ?? []).map((product) => productLine(narrator, product));
  const { complications, radiation } = act;
  return composedSection(narrator, {
    templateIds: ['1.2.840.10008.9.3', '1.2.250.1.213.1.1.2.206'],
    code: loinc('55111-9', "Description de l'acte d'imagerie"),
    title: "Technique d'imagerie",
    text: [
      table(['Acte', 'Description', 'Modalité', 'Autres paramètres', 'Localisation', 'Topographie'], [technique]),
      products.length > 0 && table(PRODUCT_HEAD, products),
    ],
    entries: [technique.entry, ...products.map(({ entry }) => entry)],
    sections: [
      ...(complications === undefined ? [] : [complicationsSection(narrator, complications)]),
      ...(radiation ? [radiationSection(narrator, radiation, at)] : []),
      catalogueSection(narrator, act, at),
    ],
  });
}

/** A place of the body, its text and how many sides. */
function siteOf(narrator: Narrator, site: ImagingSite) {
  const anchor = narrator.anchor(site.label);
  const side = site.laterality && LATERALITIES[site.laterality];
  return { cells: [anchor.content, side?.displayName], node: siteNode(site, anchor, side) };
}

/** FR-DICOM-Technique-imagerie (1.2.250.1.213.1.1.3.153). */
function techniqueLine(narrator: Narrator, act: ImagingAct, at: string) {
  const { code, ccam, description, modalities, parameters } = act;
  const name = narrator.anchor(code.displayName);
  const described = proseAnchor(narrator, description);
  const made = modalities.map((key) => ({
    code: MODALITIES[key],
    anchor: narrator.anchor(MODALITIES[key].displayName),
  }));
  const more = parameters === undefined ? undefined : proseAnchor(narrator, parameters);
  const site = siteOf(narrator, act.site);
  const entry = h('procedure', { classCode: 'PROC', moodCode: 'EVN' }, [
    ...templates('1.2.840.10008.9.14', '1.2.250.1.213.1.1.3.153'),
    narrator.id(),
    h('code', codeAttributes(code), [
      name.originalText,
      ccam && h('translation', codeAttributes(coded(ccam.code, ccam.label, SYSTEMS.ccam, 'CCAM'))),
    ]),
    described.text,
    h('effectiveTime', { value: clinicalTime(at) }),
    ...made.map((one) => h('methodCode', codeAttributes(one.code), [one.anchor.originalText])),
    site.node,
    more && subject(commentAct(more)),
  ]);
  const cells = [
    [name.content, ...(ccam ? [h('br'), `${ccam.code} ${ccam.label}`] : [])],
    described.content,
    stacked(made.map(({ anchor }) => [anchor.content])),
    more?.content,
    ...site.cells,
  ];
  return { cells, entry };
}

function complicationsSection(narrator: Narrator, text: string): XmlElementNode {
  const templateIds = ['2.16.840.1.113883.10.20.22.2.37', '1.2.250.1.213.1.1.2.214'];
  return proseSection(narrator, templateIds, loinc('55109-3', 'Complications'), 'Complications', text);
}

type Radiation = NonNullable<ImagingAct['radiation']>;

/** FR-DICOM-Exposition-aux-radiations (1.2.250.1.213.1.1.2.215). */
function radiationSection(narrator: Narrator, radiation: Radiation, at: string): XmlElementNode {
  const { authorizedBy, pregnancy, measures, radiopharmaceutical } = radiation;
  const { name } = authorizedBy;
  const by = narrator.anchor([name.suffix, name.given, name.family].filter((part) => part !== undefined).join(' '));
  const state = PREGNANCIES[pregnancy];
  const pregnant = narrator.anchor(state.displayName);
  const lines = measures.map((measure) => measureLine(narrator, measure, at));
  const product = radiopharmaceutical && radiopharmaceuticalLine(narrator, radiopharmaceutical);
  const exposure = h('procedure', { classCode: 'PROC', moodCode: 'EVN' }, [
    ...templates('1.2.250.1.213.1.1.3.165'),
    h('code', codeAttributes(dicom('121290', 'Exposition du patient aux rayonnements ionisants')), [by.originalText]),
    h('participant', { typeCode: 'RESP' }, [
      h('participantRole', {}, [
        idNode({ root: ROOTS.professional, extension: authorizedBy.idNat }),
        h('code', codeAttributes(dicom('113850', "Autorisation d'irradiation"))),
        h('playingEntity', {}, [nameNode(name)]),
      ]),
    ]),
  ]);
  const pregnancyEntry = observationEntry(narrator, {
    code: coded('364320009', 'statut de grossesse', SYSTEMS.snomed, 'SNOMED CT'),
    text: pregnant.text,
    at,
    value: h('value', { 'xsi:type': 'CD', ...codeAttributes(state) }, [pregnant.originalText]),
  });
  return composedSection(narrator, {
    templateIds: ['1.2.840.10008.9.8', '1.2.250.1.213.1.1.2.215'],
    code: loinc('73569-6', 'Exposition aux rayonnements et informations de radioprotection'),
    title: 'Exposition aux rayonnements et informations de radioprotection',
    text: [
      h('paragraph', {}, ['Exposition autorisée par : ', by.content]),
      h('paragraph', {}, ['Grossesse : ', pregnant.content]),
      lines.length > 0 && table(['Mesure', 'Localisation', 'Topographie', 'Quantité', 'Date'], lines),
      product && table(RADIOPHARMACEUTICAL_HEAD, [product]),
    ],
    entries: [exposure, pregnancyEntry, ...lines.map(({ entry }) => entry), ...(product ? [product.entry] : [])],
  });
}

/** FR-DICOM-Quantite (1.2.250.1.213.1.1.3.154). */
function measureLine(narrator: Narrator, measure: Radiation['measures'][number], at: string) {
  const code = RADIATION_QUANTITIES[measure.quantity];
  const name = narrator.anchor(code.displayName);
  const site = siteOf(narrator, measure.site);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates('2.16.840.1.113883.10.20.6.2.14', '1.2.250.1.213.1.1.3.154'),
    narrator.id(),
    h('code', codeAttributes(code)),
    name.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { value: clinicalTime(measure.at ?? at) }),
    h('value', { 'xsi:type': 'PQ', value: decimal(measure.value), unit: measure.unit }),
    site.node,
  ]);
  const when = measure.at !== undefined && shownDate(measure.at);
  return { cells: [name.content, ...site.cells, shownQuantity(measure), when], entry };
}

/** The findings in words, and those that were measured (FR-DICOM-Resultats 1.2.250.1.213.1.1.2.208). */
export function findingsSection(
  narrator: Narrator,
  findings: { readonly text: string; readonly measures?: readonly FindingMeasure[] },
): XmlElementNode {
  const lines = (findings.measures ?? []).map((measure) => findingLine(narrator, measure));
  return composedSection(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.6.1.2', '1.2.250.1.213.1.1.2.208'],
    code: loinc('59776-5', "Résultats de l'acte"),
    title: 'Résultats',
    text: [
      ...paragraphs(findings.text),
      lines.length > 0 && table(['Mesure', 'Valeur', 'Localisation', 'Topographie', 'Date'], lines),
    ],
    entries: lines.flatMap(({ entry }) => (entry ? [entry] : [])),
  });
}

interface FindingMeasure {
  readonly what: Parameters<typeof codeAttributes>[0];
  readonly value: number;
  readonly unit: string;
  readonly site?: ImagingSite;
  readonly at?: string;
}

function findingLine(narrator: Narrator, { what, value, unit, site, at }: FindingMeasure): Line {
  const name = narrator.anchor(what.displayName);
  const place = site && siteOf(narrator, site);
  const entry = observationEntry(narrator, {
    code: what,
    text: name.text,
    at,
    value: h('value', { 'xsi:type': 'PQ', value: decimal(value), unit }),
    ...(place ? { site: place.node } : {}),
  });
  const where: readonly Child[] = place ? place.cells : [undefined, undefined];
  return { cells: [name.content, shownQuantity({ value, unit }), ...where, at !== undefined && shownDate(at)], entry };
}

/** FR-DICOM-Object-Catalog (1.2.250.1.213.1.1.2.217): one study, one generic series, one object. */
function catalogueSection(narrator: Narrator, { studyUid, images }: ImagingAct, at: string): XmlElementNode {
  const line = images && imagesLine(narrator, studyUid, images, at);
  return composedSection(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.6.1.1', '1.2.250.1.213.1.1.2.217'],
    code: dicom('121181', "Catalogue d'objets DICOM"),
    title: "Catalogue d'objets DICOM",
    text: [
      line
        ? table(['Examen', "Modalité d'acquisition", 'Images'], [line])
        : h('paragraph', {}, [`Examen (Study Instance UID) : ${studyUid}`]),
    ],
    entries: line ? [line.entry] : [],
  });
}

function imagesLine(narrator: Narrator, studyUid: string, images: NonNullable<ImagingAct['images']>, at: string) {
  const { seriesUid, objectUid, sopClass, url } = images;
  const modality = MODALITIES[images.modality];
  const acquired = narrator.anchor(modality.displayName);
  const object = narrator.anchor(sopClass.name);
  const link =
    url === undefined
      ? object.content
      : { ...object.content, children: [h('linkHtml', { href: url }, [sopClass.name])] };
  const when = h('effectiveTime', { value: clinicalTime(images.at ?? at) });
  const observation = h('observation', { classCode: 'DGIMG', moodCode: 'EVN' }, [
    ...templates('1.2.840.10008.9.18', '1.2.250.1.213.1.1.3.157'),
    idNode({ root: objectUid }),
    h('code', codeAttributes(coded(sopClass.uid, sopClass.name, SYSTEMS.dicomUid, 'DCMUID')), [object.originalText]),
    url !== undefined && h('text', { mediaType: 'application/dicom' }, [h('reference', { value: url })]),
    when,
  ]);
  const series = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates('1.2.840.10008.9.17', '1.2.250.1.213.1.1.3.156'),
    idNode({ root: seriesUid }),
    h('code', codeAttributes(dicom('113015', 'Séries')), [
      h('qualifier', {}, [
        h('name', codeAttributes(dicom('121139', 'Modalité'))),
        h('value', codeAttributes(modality), [acquired.originalText]),
      ]),
    ]),
    when,
    h('entryRelationship', { typeCode: 'COMP' }, [observation]),
  ]);
  const entry = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates('1.2.840.10008.9.16', '1.2.250.1.213.1.1.3.155'),
    idNode({ root: studyUid }),
    h('code', codeAttributes(dicom('113014', 'Examen'))),
    when,
    h('entryRelationship', { typeCode: 'COMP' }, [series]),
  ]);
  return { cells: [studyUid, acquired.content, link], entry };
}
