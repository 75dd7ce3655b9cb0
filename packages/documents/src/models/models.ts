import { type Finding, finding } from '@socle-sante/core/finding';
import type { RandomBytes } from '@socle-sante/core/uuid';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import type { StructuredBody, StructuredContents, StructuredModel } from '../submission/structured.js';
import type { SubmissionDocument, SubmissionPatient } from '../submission/types.js';
import { attachmentsSection } from './attached-documents.js';
import { checkContent } from './check-content.js';
import type { ModelDefinition, Need } from './definition.js';
import { Narrator } from './narrative.js';
import { pdfCopySection } from './pdf-copy.js';
import { MODELS } from './registry.js';

/** A body of one model: the type keeps the model and its content together. */
interface BodyOf<Model extends StructuredModel> {
  readonly model: Model;
  readonly content: StructuredContents[Model];
}

function definitionOf<Model extends StructuredModel>(model: Model): ModelDefinition<StructuredContents[Model]> {
  return MODELS[model];
}

/**
 * The document with what its model fixes: the title, the code of the act, the templates of participants. Metadata are derived
 * from the document so completed. A document without a model is given back as it is.
 */
export function completeDocument(document: SubmissionDocument): SubmissionDocument {
  if (document.body.kind !== 'structured') return document;
  const { title, act, complete } = MODELS[document.body.model];
  const titled = title === undefined ? document : { ...document, title };
  const [first, ...others] = titled.acts;
  const acted = act && first && !first.code ? { ...titled, acts: [{ ...first, code: act }, ...others] } : titled;
  return complete ? complete(acted) : acted;
}

/** What a model asks of the header and of its content, besides the rules of every document. Paths are relative to the document. */
export function checkModel(document: SubmissionDocument): Finding[] {
  const { body, type, acts } = document;
  if (body.kind !== 'structured') return [];
  const model = MODELS[body.model];
  const findings: Finding[] = checkContent(body);
  const params = { model: body.model };
  const known = [model.type, ...(model.otherTypes ?? [])].find(
    ({ code, codeSystem }) => type.code === code && type.codeSystem === codeSystem,
  );
  if (!known) {
    findings.push(finding('documents.model.type', 'error', ['type'], { ...params, code: model.type.code }));
  } else if (model.exactLabel && type.displayName !== known.displayName) {
    const label = known.displayName;
    findings.push(finding('documents.model.label', 'error', ['type', 'displayName'], { ...params, label }));
  }
  if (model.pdfCopy === 'mandatory' && !body.pdfCopy) {
    findings.push(finding('documents.model.pdfCopy', 'error', ['body', 'pdfCopy'], params));
  }
  if (!model.attachments && body.attachments && body.attachments.length > 0) {
    findings.push(finding('documents.model.attachments', 'error', ['body', 'attachments'], params));
  }
  const code = acts[0]?.code;
  if (model.act && code && code.code !== model.act.code) {
    findings.push(finding('documents.model.act', 'error', ['acts', 0, 'code'], { ...params, code: model.act.code }));
  }
  const need: Need = (there, path) => {
    if (!there) findings.push(finding('documents.model.missing', 'error', path, { ...params, field: path.join('.') }));
  };
  findings.push(...checkOwn(document, body, need));
  return findings;
}

function checkOwn<Model extends StructuredModel>(
  document: SubmissionDocument,
  body: BodyOf<Model>,
  need: Need,
): readonly Finding[] {
  return definitionOf(body.model).check?.(document, body.content, need) ?? [];
}

/** What a model asks of the patient. */
export function checkModelPatient({ body }: SubmissionDocument, patient: SubmissionPatient): readonly Finding[] {
  return body.kind === 'structured' ? (MODELS[body.model].checkPatient?.(patient) ?? []) : [];
}

/** `component/structuredBody` of a model, with what comes along and its PDF copy last. */
export function structuredComponent(
  body: StructuredBody,
  document: SubmissionDocument,
  random: RandomBytes,
): XmlElementNode {
  const narrator = new Narrator(random);
  const sections = sectionsOf(narrator, body, document);
  const { attachments: place } = MODELS[body.model];
  if (place && body.attachments && body.attachments.length > 0) {
    sections.push(attachmentsSection(narrator, body.attachments, place));
  }
  if (body.pdfCopy) sections.push(pdfCopySection(narrator, body.pdfCopy));
  return h('component', {}, [
    h(
      'structuredBody',
      {},
      sections.map((made) => h('component', {}, [made])),
    ),
  ]);
}

function sectionsOf<Model extends StructuredModel>(
  narrator: Narrator,
  body: BodyOf<Model>,
  document: SubmissionDocument,
): XmlElementNode[] {
  const { createdAt } = document;
  return definitionOf(body.model).sections(narrator, body.content, { createdAt, document });
}
