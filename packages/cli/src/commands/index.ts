import type { Command } from '../frame/command.js';
import { bench } from './bench.js';
import { cdaBuild } from './cda-build.js';
import { cdaCompare } from './cda-compare.js';
import { cdaExtract } from './cda-extract.js';
import { cdaShow } from './cda-show.js';
import { cdaValidate } from './cda-validate.js';
import { dmpAdmin, dmpAdminUpdate, dmpClose, dmpWeb } from './dmp/administration.js';
import { dmpDeposit, dmpReplace } from './dmp/deposit.js';
import { dmpFind, dmpPatients } from './dmp/patients.js';
import { dmpAuthorisations, dmpAuthorise, dmpExists, dmpRights } from './dmp/record.js';
import { dmpFetch, dmpHistory, dmpReference, dmpSearch } from './dmp/search.js';
import { dmpArchive, dmpDelete, dmpMask, dmpShow, dmpUnarchive, dmpUnmask } from './dmp/update.js';
import { doctor } from './doctor.js';
import { insCheck } from './ins-check.js';
import { insDatamatrixDecode } from './ins-datamatrix-decode.js';
import { insDatamatrixEncode } from './ins-datamatrix-encode.js';
import { insSearch } from './ins-search.js';
import { insVerify } from './ins-verify.js';
import { sandboxLog, sandboxReset, sandboxScenario, sandboxStatus, sandboxStop } from './sandbox-control.js';
import { sandboxStart } from './sandbox-start.js';
import { schematronCompile } from './schematron/compile.js';
import { schematronDiff } from './schematron/diff.js';
import { schematronExplain } from './schematron/explain.js';
import { schematronProfile } from './schematron/profile.js';
import { schematronValidate } from './schematron/validate.js';
import { vihfBuild } from './vihf/build.js';
import { vihfInspect } from './vihf/inspect.js';
import { xdmInspect, xdmValidate } from './xdm-inspect.js';
import { xdmPack } from './xdm-pack.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  sandboxStart,
  sandboxStop,
  sandboxStatus,
  sandboxScenario,
  sandboxReset,
  sandboxLog,
  doctor,
  insCheck,
  insSearch,
  insVerify,
  insDatamatrixEncode,
  insDatamatrixDecode,
  cdaBuild,
  cdaValidate,
  cdaCompare,
  cdaShow,
  cdaExtract,
  schematronCompile,
  schematronValidate,
  schematronExplain,
  schematronDiff,
  schematronProfile,
  xdmPack,
  xdmInspect,
  xdmValidate,
  vihfBuild,
  vihfInspect,
  dmpExists,
  dmpRights,
  dmpAuthorise,
  dmpPatients,
  dmpFind,
  dmpWeb,
  dmpAdmin,
  dmpAdminUpdate,
  dmpClose,
  dmpAuthorisations,
  dmpDeposit,
  dmpReplace,
  dmpSearch,
  dmpReference,
  dmpHistory,
  dmpFetch,
  dmpMask,
  dmpUnmask,
  dmpShow,
  dmpDelete,
  dmpArchive,
  dmpUnarchive,
  bench,
];
