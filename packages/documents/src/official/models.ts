/** A document model of the CI-SIS for which the kit has a schematron (note de lecture du kit ContenuCDA-3-0). */
export interface OfficialModel {
  /** Name of the model as file names write it, for example `BIO-CR-BIO`. */
  readonly model: string;
  /** The `templateId/@root` that says it; absent for a model that only its code tells (TLM-CR is unstructured). */
  readonly templateId?: string;
  /** `ClinicalDocument/code`, needed only where several models share the template, or there is none. */
  readonly code?: string;
  /** Versions of the schematron, oldest first: the `templateId/@extension` of the documents, and the end of the file's name. */
  readonly versions: readonly OfficialVersion[];
}

/** One version of a model's rules. */
export interface OfficialVersion {
  /** `2024.01`: year and month of the volet. */
  readonly version: string;
  /** What documents write in `templateId/@extension` when it is not the version itself (VSM 1.4 writes `201310`). */
  readonly extension?: string;
  /** File name of the schematron, under `schematrons/`. */
  readonly file: string;
}

const ROOT = '1.2.250.1.213.1.1.1';

/** `templateId` of the structuration minimale, which every document has: it is not a model. */
export const STRUCTURATION_MINIMALE = '1.2.250.1.213.1.1.1.1';

function model(name: string, arc: string, ...versions: string[]): OfficialModel {
  return {
    model: name,
    templateId: `${ROOT}.${arc}`,
    versions: versions.map((version) => ({ version, file: `CI-SIS_${name}_${version}.sch` })),
  };
}

/** The models of the kit, by template (ContenuCDA-3-0, state of 2025-02-19). */
export const OFFICIAL_MODELS: readonly OfficialModel[] = [
  model('ANEST-CR-ANEST', '40', '2022.01'),
  model('ANEST-CR-CPA', '41', '2022.01'),
  model('AVC-AUNV', '15', '2022.01'),
  model('AVC-EUNV', '16', '2022.01'),
  model('AVC-SUNV', '17', '2022.01'),
  model('AVC-PAVC', '25', '2022.01'),
  model('BIO-CR-BIO', '55', '2021.01', '2023.01', '2024.01'),
  model('BIO-TROD', '59', '2024.01'),
  model('CANCER-CR-GM', '32', '2022.01'),
  model('CANCER-D2LM-FIN', '27', '2022.01'),
  model('CANCER-D2LM-FIDD', '28', '2022.01'),
  model('CANCER-FRCP', '8', '2022.01'),
  model('CANCER-PPS', '26', '2022.01'),
  model('CARD-F-PRC-AVK', '2.1.1', '2022.01'),
  model('CARD-F-PRC-TAP', '2.1.2', '2022.01'),
  model('CARD-F-PRC-DCI', '2.1.3', '2022.01'),
  model('CARD-F-PRC-PSC', '2.1.4', '2022.01'),
  model('CARD-F-PRC-PPV', '2.1.5', '2022.01'),
  model('CNAM-HR', '36', '2021.01'),
  model('CSE-CS8', '5.1', '2022.01', '2024.01', '2025.01'),
  model('CSE-CS9', '5.2', '2022.01', '2024.01', '2025.01'),
  model('CSE-CS24', '5.3', '2022.01', '2024.01', '2025.01'),
  model('CSE-MDE', '5.4', '2023.01'),
  model('DLU-EHPAD-DLU', '22', '2022.01'),
  model('DLU-EHPAD-FLUDT', '23', '2022.01'),
  model('DLU-EHPAD-FLUDR', '24', '2022.01'),
  model('IMG-CR-IMG', '45', '2024.01'),
  model('IMG-DA-IMG', '47', '2024.01'),
  model('IPS-FR', '51', '2024.01'),
  model('LDL-EES', '21', '2022.01'),
  model('LDL-SES', '29', '2022.01'),
  model('OBP-SAP', '12.1', '2024.01'),
  model('OBP-SNM', '12.2', '2024.01'),
  model('OBP-SNE', '12.3', '2024.01'),
  model('OBP-SCM', '12.4', '2024.01'),
  model('OBP-SEM', '12.5', '2024.01'),
  model('OPH-BRE', '42', '2022.01', '2022.02'),
  model('OPH-CR-RTN', '18', '2022.01'),
  model('SDM-MR', '30', '2022.01', '2024.01'),
  {
    model: 'TLM-CR',
    code: '85208-7',
    versions: [{ version: '2022.01', file: 'CI-SIS_TLM-CR_2022.01.sch' }],
  },
  model('TLM-DA', '38', '2022.01'),
  model('VAC', '37', '2023.01'),
  model('VAC-NOTE', '46', '2023.01'),
  {
    model: 'VSM',
    templateId: `${ROOT}.13`,
    versions: [
      { version: '2022.01', extension: '201310', file: 'CI-SIS_VSM_1.4_2022.01.sch' },
      { version: '2023.01', file: 'CI-SIS_VSM_2023.01.sch' },
    ],
  },
  model('EP-MED-DM', '39', '2022.01', '2023.01', '2024.01'),
  model('eDISP-MED', '54', '2024.01'),
];

/** The schematrons that every document gets, in the order of the kit, with their paths under `schematrons/`. */
export const GENERIC_RULES: readonly { readonly key: string; readonly file: string }[] = [
  { key: 'structuration-minimale', file: 'profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch' },
  { key: 'ihe', file: 'profils/IHE.sch' },
  { key: 'modeles-de-contenus', file: 'profils/CI-SIS_ModelesDeContenusCDA.sch' },
  { key: 'modeles-ans', file: 'profils/CI-SIS_Modeles_ANS.sch' },
];

/** The rules of vocabulary: codes against the terminologies, which the user adds to the folder (RDF files, UCUM). */
export const TERMINOLOGY_RULES = 'profils/terminologies/schematron/terminologie.sch';
