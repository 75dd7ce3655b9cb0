import type { StructuredContents, StructuredModel } from '../submission/structured.js';
import { crBio } from './cr-bio.js';
import { cseCs8 } from './cse-cs8.js';
import { cseCs9 } from './cse-cs9.js';
import { cseCs24 } from './cse-cs24.js';
import { cseMde } from './cse-mde.js';
import type { ModelDefinition } from './definition.js';
import { eDispMed } from './edisp-med.js';
import { epMedDm } from './ep-med-dm.js';
import { imgCr } from './img-cr.js';
import { imgDa } from './img-da.js';
import { ipsFr } from './ips-fr.js';
import { ldlEes } from './ldl-ees.js';
import { ldlSes } from './ldl-ses.js';
import { tlmDa } from './tlm-da.js';
import { vac } from './vac.js';
import { vacNote } from './vac-note.js';
import { vsm } from './vsm.js';

/** Every model that the builder writes. To add one: its content in `schema/`, its file here, its line in `StructuredContents`. */
export const MODELS: { readonly [Model in StructuredModel]: ModelDefinition<StructuredContents[Model]> } = {
  vsm,
  'cr-bio': crBio,
  'ldl-ees': ldlEes,
  'ips-fr': ipsFr,
  'ldl-ses': ldlSes,
  'tlm-da': tlmDa,
  'cse-mde': cseMde,
  'cse-cs8': cseCs8,
  'cse-cs9': cseCs9,
  'cse-cs24': cseCs24,
  vac,
  'vac-note': vacNote,
  'img-cr': imgCr,
  'img-da': imgDa,
  'ep-med-dm': epMedDm,
  'edisp-med': eDispMed,
};
