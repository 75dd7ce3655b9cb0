export { officialLayerFindings } from './messages/official.js';
export { KIT_DEVIATIONS } from './official/deviations.js';
export { officialFindings, packName, severityOf, type TellingOptions } from './official/findings.js';
export type { OfficialKit, OfficialPack, PackRunOptions, XsdError } from './official/kit.js';
export { type KitLoaderOptions, kitLoader } from './official/kit-loader.js';
export { compareLayers, type Layer, type LayerComparison, layerOf } from './official/layers.js';
export {
  GENERIC_RULES,
  OFFICIAL_MODELS,
  type OfficialModel,
  type OfficialVersion,
  STRUCTURATION_MINIMALE,
  TERMINOLOGY_RULES,
} from './official/models.js';
export { documentProfile } from './official/profile.js';
export type {
  OfficialChange,
  OfficialPackReport,
  OfficialReport,
  OfficialStep,
  OfficialStepReport,
} from './official/report.js';
export {
  createOfficialRules,
  type OfficialComparison,
  type OfficialOptions,
  type OfficialRules,
} from './official/rules.js';
export {
  type DocumentProfile,
  type OfficialSelection,
  type SelectedModel,
  selectOfficialRules,
} from './official/select.js';
export {
  DEFAULT_TARGET,
  OFFICIAL_TARGETS,
  type OfficialTarget,
  type OfficialTargetName,
  officialTarget,
} from './official/targets.js';
