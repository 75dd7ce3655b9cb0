import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that some tests need and npm does not carry. */
export interface DebianTool {
  /** The names under which it may be found. */
  readonly commands: readonly string[];
  /** Where it stands when it is not a command: absolute paths. */
  readonly files?: readonly string[];
  /** The Debian packages that bring it. */
  readonly packages: readonly string[];
  /** An environment variable that may name it instead. */
  readonly variable?: string;
}

export const DEBIAN_TOOLS = {
  // The judge of CDA documents runs from its source, hence the compiler.
  javac: { commands: ['javac'], packages: ['default-jdk-headless'] },
  saxon: { commands: [], files: ['/usr/share/java/Saxon-HE.jar'], packages: ['libsaxonhe-java'] },
  // lxml carries the ISO pipeline from schematron to XSLT.
  isoSchematron: {
    commands: [],
    files: [
      '/usr/lib/python3/dist-packages/lxml/isoschematron/resources/xsl/iso-schematron-xslt1/iso_svrl_for_xslt1.xsl',
    ],
    packages: ['python3-lxml'],
  },
  // Reads our messages back with a program that nobody here wrote, with Debian's own python3.
  lxml: {
    commands: [],
    files: ['/usr/lib/python3/dist-packages/lxml/__init__.py'],
    packages: ['python3', 'python3-lxml'],
  },
  // Chromium without a font draws boxes, and boxes have no contrast to check.
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium', 'fonts-liberation'],
    variable: 'CHROMIUM',
  },
  // The independent reader of the datamatrix that the screens draw.
  dmtxread: { commands: ['dmtxread'], packages: ['dmtx-utils'] },
  // Builds the foreign XDS peer of the interoperability tests.
  mvn: { commands: ['mvn'], packages: ['maven', 'default-jdk-headless'] },
  // Compiles the PKCS#11 driver of the tests, which reads the keys of a software HSM.
  compiler: { commands: ['g++'], packages: ['g++', 'make', 'python3'] },
  softhsm2: { commands: ['softhsm2-util'], packages: ['softhsm2'] },
  pkcs11Tool: { commands: ['pkcs11-tool'], packages: ['opensc'] },
  // Says whether a PDF is PDF/A-1b.
  preflight: {
    commands: [],
    files: ['/usr/share/java/preflight.jar'],
    packages: ['libpdfbox2-java', 'libactivation-java', 'libjaxb-api-java', 'libcommons-io-java'],
  },
  openssl: { commands: ['openssl'], packages: ['openssl'] },
  xmlsec1: { commands: ['xmlsec1'], packages: ['xmlsec1'] },
  xmllint: { commands: ['xmllint'], packages: ['libxml2-utils'] },
} as const satisfies Readonly<Record<string, DebianTool>>;

export type DebianToolName = keyof typeof DEBIAN_TOOLS;

/** Absolute path of a tool of the machine, or nothing. */
export function findTool(name: DebianToolName): string | undefined {
  const tool: DebianTool = DEBIAN_TOOLS[name];
  const named = tool.variable === undefined ? undefined : process.env[tool.variable];
  if (named !== undefined && named !== '') return named;
  const file = tool.files?.find((path) => existsSync(path));
  if (file !== undefined) return file;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return tool.commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs what is missing where apt-get can be used, quietly.
 *
 * @returns the tools that are still missing
 */
export function installDebianTools(names = Object.keys(DEBIAN_TOOLS) as DebianToolName[]): DebianToolName[] {
  const missing = names.filter((name) => findTool(name) === undefined);
  if (missing.length === 0 || process.getuid?.() !== 0) return missing;
  const packages = missing.flatMap((name) => DEBIAN_TOOLS[name].packages);
  const options: ExecFileSyncOptions = { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  } catch {
    // No apt-get, or no way to its archive: the caller says what is left out.
  }
  return names.filter((name) => findTool(name) === undefined);
}
