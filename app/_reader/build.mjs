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
  const { outputFiles } = await bundle({ entryNames: '[name]-[hash]', minify: true, write: false })
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
  // In development React hydrates these pages: it must find them as the server made them.
  const banner = { js: 'await new Promise((done) => setTimeout(done, 800))' }
  await bundle({ entryNames: '[name]', write: true, banner })
  return '/_reader/reader.js'
}

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
