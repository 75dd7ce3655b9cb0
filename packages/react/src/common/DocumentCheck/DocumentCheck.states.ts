import { defineStates } from '../../base/states.js';
import { checkedDocument } from '../../testing/checked-documents.js';

/** What may come out of a check, by document. */
export const documentCheckStates = defineStates<{ readonly file: readonly [name: string, content: string] }>()({
  good: { file: ['bon.xml', checkedDocument({ good: true })] },
  findings: { file: ['anomalies.xml', checkedDocument({ good: false })] },
  many: { file: ['beaucoup.xml', checkedDocument({ good: false, sections: 60 })] },
  otherXml: { file: ['autre.xml', '<autre/>'] },
  malformed: { file: ['coupe.xml', '<ClinicalDocument>\n  <title>Coupé'] },
  doctype: { file: ['doctype.xml', '<!DOCTYPE a [<!ENTITY b "c">]><ClinicalDocument/>'] },
});
