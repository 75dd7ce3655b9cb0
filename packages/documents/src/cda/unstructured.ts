import type { XmlElementNode } from '@socle-sante/wire/xml';
import { BODY_MEDIA_TYPES, type UnstructuredBody } from '../submission/body.js';
import { base64, h } from './tree.js';

/** `component` of an unstructured document (IHE XDS-SD; CI-SIS, volet Structuration minimale, corps non structuré). */
export function unstructuredComponent({ kind, content, language }: UnstructuredBody): XmlElementNode {
  return h('component', {}, [
    h('nonXMLBody', {}, [
      h('text', { mediaType: BODY_MEDIA_TYPES[kind], representation: 'B64' }, [base64(content)]),
      language !== undefined && h('languageCode', { code: language }),
    ]),
  ]);
}
