import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'

const entry = join(import.meta.dirname, 'reader.ts')

/**
 * Bundles what the reading pages run in the browser: a few kilobytes without a framework, the palette in a chunk of its own.
 * `url` is where pages load it from; `write` puts it beside Next's build files, named by content.
 */
export async function buildReader(phase) {
  if (phase === PHASE_DEVELOPMENT_SERVER) return { url: await writeForDevelopment(), write: async () => {} }
  if (phase !== PHASE_PRODUCTION_BUILD) return { url: '', write: async () => {} }
  const { outputFiles } = await bundle({
    entryNames: '[name]-[hash]',
    minify: true,
    write: false,
    define: mode('production'),
  })
  const main = outputFiles.find(({ path }) => basename(path).startsWith('reader-'))
  return {
    url: `/_next/static/reader/${basename(main.path)}`,
    async write(distDir) {
      const folder = join(distDir, 'static', 'reader')
      await mkdir(folder, { recursive: true })
      for (const file of outputFiles) await writeFile(join(folder, basename(file.path)), file.contents)
    },
  }
}

async function writeForDevelopment() {
  await bundle({ entryNames: '[name]', write: true, define: mode('development') })
  return '/_reader/reader.js'
}

const mode = (name) => ({ 'process.env.NODE_ENV': JSON.stringify(name) })

function bundle(options) {
  return build({
    entryPoints: [entry],
    outdir: join(import.meta.dirname, '..', '..', 'public', '_reader'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: '[name]-[hash]',
    logLevel: 'error',
    ...options,
  })
}
