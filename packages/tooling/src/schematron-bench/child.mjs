// What is measured in a process of its own, on what `pnpm build` made. One order, as JSON, in the first argument; one answer, as JSON,
// on standard output.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { argv, cpuUsage, resourceUsage, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

const order = JSON.parse(argv[2]);
const dist = (name, entry) => import(pathToFileURL(join(order.packages, name, 'dist', `${entry}.js`)).href);
const peak = () => resourceUsage().maxRSS * 1024;

/** Reads, compiles and keeps one schema. */
async function compile() {
  const { compileFile, savePack } = await dist('schematron', 'node');
  const { KIT_DEVIATIONS } = await dist('documents', 'official');
  const before = peak();
  const start = performance.now();
  const pack = compileFile(order.file, { root: order.root, deviations: KIT_DEVIATIONS });
  const milliseconds = performance.now() - start;
  const peakBytes = peak();
  rmSync(order.out, { recursive: true, force: true });
  savePack(pack, order.out);
  const sizes = readdirSync(order.out).map((name) => ({ name, size: statSync(join(order.out, name)).size }));
  const sum = (list) => list.reduce((total, { size }) => total + size, 0);
  const maps = sizes.filter(({ name }) => name.endsWith('.map'));
  return { milliseconds, peakBytes, emptyBytes: before, codeBytes: sum(sizes) - sum(maps), mapBytes: sum(maps) };
}

/** Loads a pack from the disk, and judges one document, in a process that has done nothing yet. */
async function load() {
  const { readDocument, validate } = await dist('schematron', 'index');
  const { loadPackFolder, folderLoader } = await dist('schematron', 'node');
  const used = cpuUsage();
  const start = performance.now();
  const pack = await loadPackFolder(order.pack);
  const loadMs = performance.now() - start;
  const { user, system } = cpuUsage(used);
  const document = readDocument(readFileSync(order.document));
  validate(document, pack, { loader: folderLoader(order.root) });
  return { loadMs, loadCpuMs: (user + system) / 1000, firstMs: performance.now() - start - loadMs, peakBytes: peak() };
}

async function rules(packs) {
  const { readDocument, validate } = await dist('schematron', 'index');
  const { loadPackFolder, folderLoader } = await dist('schematron', 'node');
  const { kitLoader } = await dist('documents', 'official');
  const loader = kitLoader(folderLoader(order.root));
  const ready = new Map();
  for (const [id, folder] of Object.entries(packs)) ready.set(id, await loadPackFolder(folder));
  return { readDocument, check: (document, id) => validate(document, ready.get(id), { loader }) };
}

/** Every document of a list with its packs, `rounds` times: the fastest of the last three. */
async function run() {
  const { readDocument, check } = await rules(order.packFolders);
  const times = [];
  const documents = order.documents.map(({ id, path, packs }) => ({ id, packs, bytes: readFileSync(path) }));
  const best = new Map();
  for (let round = 1; round <= order.rounds; round += 1) {
    for (const { id, bytes, packs } of documents) {
      const keep = (what, pack, start) => {
        const key = `${what}\t${id}\t${pack}`;
        const time = performance.now() - start;
        if (round > order.rounds - 3) best.set(key, Math.min(best.get(key) ?? Number.POSITIVE_INFINITY, time));
      };
      let start = performance.now();
      const document = readDocument(bytes);
      keep('parse', '', start);
      for (const pack of packs) {
        start = performance.now();
        check(document, pack);
        keep('run', pack, start);
      }
    }
  }
  for (const [key, milliseconds] of best) {
    const [what, document, pack] = key.split('\t');
    times.push({ what, document, pack, milliseconds });
  }
  return { times, peakBytes: peak() };
}

/** The whole official check of each document: reading, the XML schema or not, the rules that it asks for, the vocabularies. */
async function official() {
  const { openOfficialFolder } = await dist('documents', 'official-folder');
  const { createOfficialRules } = await dist('documents', 'official');
  const folder = await openOfficialFolder(order.root, { cache: order.cache, xsd: order.xsd });
  const ready = createOfficialRules(folder);
  const best = new Map();
  for (let round = 1; round <= order.rounds; round += 1) {
    for (const { id, path } of order.documents) {
      const bytes = readFileSync(path);
      const start = performance.now();
      await ready.validate(bytes);
      const time = performance.now() - start;
      if (round > order.rounds - 3) best.set(id, Math.min(best.get(id) ?? Number.POSITIVE_INFINITY, time));
    }
  }
  folder.close();
  const times = [...best].map(([document, milliseconds]) => ({ what: 'run', document, pack: '', milliseconds }));
  return { times, peakBytes: peak() };
}

/** A document that grows: its reading, and every pack in turn. */
async function grow() {
  const { readDocument, check } = await rules(order.packFolders);
  const { head, unit, tail } = JSON.parse(readFileSync(order.parts, 'utf8'));
  const make = (bytes) =>
    Buffer.from(head + unit.repeat(Math.max(1, Math.round((bytes - head.length) / unit.length))) + tail);
  const once = (bytes) => {
    const row = { bytes: bytes.length, readMs: 0, packs: {}, findings: 0 };
    let start = performance.now();
    const document = readDocument(bytes, { limits: { maxBytes: 2 ** 30, maxNodes: 2 ** 30, maxMillis: 600_000 } });
    row.readMs = performance.now() - start;
    for (const id of Object.keys(order.packFolders)) {
      start = performance.now();
      row.findings += check(document, id).findings.length;
      row.packs[id] = performance.now() - start;
    }
    return row;
  };
  for (let warm = 0; warm < 20; warm += 1) once(make(100_000));
  const total = (row) => row.readMs + Object.values(row.packs).reduce((sum, time) => sum + time, 0);
  const rows = [];
  for (const size of order.sizes) {
    const bytes = make(size);
    const turns = Array.from({ length: size > 5_000_000 ? 2 : 5 }, () => once(bytes));
    rows.push(turns.reduce((best, row) => (total(row) < total(best) ? row : best)));
  }
  return { rows, peakBytes: peak() };
}

const orders = { compile, load, run, official, grow };
stdout.write(`${JSON.stringify(await orders[order.order]())}\n`);
