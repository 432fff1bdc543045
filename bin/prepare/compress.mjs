import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const squeezeBrotli = promisify(brotliCompress)
const squeezeGzip = promisify(gzip)
const worthIt = 1024

/**
 * Puts `.br` and `.gz` beside every text file below a folder, as small as they get: they are made once and sent often.
 * @param {string} folder
 */
export async function compressFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(js|css|svg|json|txt|html)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
  await Promise.all(files.map(compress))
}

async function compress(path) {
  const bytes = await readFile(path)
  if (bytes.length < worthIt) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const [brotli, gzipped] = await Promise.all([
    squeezeBrotli(bytes, { params }),
    squeezeGzip(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)])
}
