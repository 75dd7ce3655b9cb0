export { defaultCacheFolder } from './node/cache.js';
export {
  compileFile,
  compileFolder,
  type FileOptions,
  readSchemaFile,
  type SchemaFile,
  schemaFiles,
} from './node/compile.js';
export { type FolderLoaderOptions, folderLoader } from './node/folder-loader.js';
export { loadPackFolder, packSource } from './node/load.js';
export { type OpenedPack, type OpenOptions, openPack } from './node/open.js';
export { savePack } from './node/save.js';
