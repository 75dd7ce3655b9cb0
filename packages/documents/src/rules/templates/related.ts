import { type Check, ONCE, UPTO_ONE } from '../model.js';
import { all, along, attr, has, is, notNull } from '../xml.js';
import { shapesOf } from './shared.js';

const DICOM = 'urn:dicom-org:ps3-20';
const ordering = shapesOf('inFulfillmentOf');

/** The order that the document answers. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.17. */
export const inFulfillmentOf = ordering.el('inFulfillmentOf', {
  when: has('order'),
  children: [
    ordering.el('order', {
      ...ONCE,
      children: [
        ordering.el('id', { ...ONCE, type: 'II', attributes: { extension: 'st', root: 'uid' } }),
        ordering.el('code', {
          ...UPTO_ONE,
          type: 'CE',
          children: [ordering.el('originalText', { ...UPTO_ONE, type: 'ED' })],
        }),
        ordering.el('accessionNumber', {
          namespace: DICOM,
          ...UPTO_ONE,
          type: 'II',
          attributes: { extension: 'st', root: 'uid' },
        }),
      ],
    }),
  ],
});

const replacing = shapesOf('relatedDocument');

/** The version that the document replaces. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.25. */
export const relatedDocument = replacing.el('relatedDocument', {
  when: all(is('typeCode', 'RPLC'), has('parentDocument')),
  ...UPTO_ONE,
  children: [
    replacing.el('parentDocument', {
      when: notNull,
      ...ONCE,
      children: [
        replacing.el('id', { when: notNull, ...ONCE, type: 'II', attributes: { extension: 'st', root: 'uid!' } }),
        replacing.el('versionNumber', { ...UPTO_ONE, type: 'INT', attributes: { value: 'int' } }),
      ],
    }),
  ],
});

const consenting = shapesOf('authorization');
const isComplete = (element: Parameters<typeof attr>[0]): boolean =>
  attr(element, 'code') === 'completed' || !notNull(element);

const completedOrNull: Check = (element, reporter) => {
  if (notNull(element) && attr(element, 'code') !== 'completed')
    reporter.report('cda.authorization.statusCode.value', 'error');
};

/** A consent. Source: CI-SIS, structuration minimale, template 1.2.250.1.213.1.1.1.1.10.3. */
export const authorization = consenting.el('authorization', {
  when: has('consent'),
  attributes: { typeCode: { fixedIfPresent: 'AUTH' } },
  children: [
    consenting.el('consent', {
      when: (element) => along([element], 'statusCode').some(isComplete),
      ...ONCE,
      attributes: { classCode: { fixedIfPresent: 'CONS' }, moodCode: { fixedIfPresent: 'EVN' } },
      children: [
        consenting.el('id', { type: 'II' }),
        consenting.el('code', { ...ONCE, type: 'CE' }),
        consenting.el('statusCode', { when: isComplete, ...ONCE, type: 'CS', checks: [completedOrNull] }),
      ],
    }),
  ],
});
