import type { Command } from '../frame/command.js';
import { bench } from './bench.js';
import { cdaBuild } from './cda-build.js';
import { cdaExtract } from './cda-extract.js';
import { cdaShow } from './cda-show.js';
import { cdaValidate } from './cda-validate.js';
import { doctor } from './doctor.js';
import { insCheck } from './ins-check.js';
import { insDatamatrixDecode } from './ins-datamatrix-decode.js';
import { insDatamatrixEncode } from './ins-datamatrix-encode.js';
import { insSearch } from './ins-search.js';
import { insVerify } from './ins-verify.js';
import { sandboxLog, sandboxReset, sandboxStatus, sandboxStop } from './sandbox-control.js';
import { sandboxStart } from './sandbox-start.js';
import { xdmInspect, xdmValidate } from './xdm-inspect.js';
import { xdmPack } from './xdm-pack.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  sandboxStart,
  sandboxStop,
  sandboxStatus,
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
  cdaShow,
  cdaExtract,
  xdmPack,
  xdmInspect,
  xdmValidate,
  bench,
];
