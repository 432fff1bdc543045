import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './root.mjs'

/** What runs outside Next, by the name it has in `.build`. */
const entryPoints = {
  serve: 'bin/serve.ts',
  database: 'bin/database.ts',
  import: 'bin/import.ts',
  export: 'bin/export.ts',
  reindex: 'bin/reindex.ts',
  duplicates: 'bin/duplicates.ts',
  'import-shipped': 'seed/import-shipped.ts',
  'render-worker': 'lib/rendering/worker.ts',
  'propose-worker': 'lib/duplicates/worker.ts',
}

/** @typedef {keyof typeof entryPoints} BundleName */

/**
 * Bundles our TypeScript into `.build/<name>.mjs`, about 100 ms for all of them; whatever the wiki runs, unless named.
 * @param {BundleName[]} names
 */
export async function makeBundles(
  names = ['serve', 'database', 'import', 'export', 'import-shipped', 'render-worker', 'propose-worker'],
) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, entryPoints[name]])),
    outdir: join(root, '.build'),
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    alias: { 'server-only': join(root, 'bin/prepare/empty.mjs') },
    logLevel: 'warning',
  })
  mkdirSync(join(root, '.build'), { recursive: true })
  for (const file of outputFiles) replaceFile(file.path, file.contents)
}

/**
 * Where a bundle lies, for `import()`.
 * @param {BundleName} name
 */
export const bundleUrl = (name) => new URL(`../../.build/${name}.mjs`, import.meta.url).href

// A server that is running may read its worker's bundle at any moment: it sees the old file or the new one.
function replaceFile(path, contents) {
  try {
    if (readFileSync(path).equals(contents)) return
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  const draft = join(path, '..', `.${basename(path)}.${process.pid}`)
  writeFileSync(draft, contents)
  renameSync(draft, path)
}
