import createNextIntlPlugin from 'next-intl/plugin'
import { buildReader } from './app/_reader/build.mjs'

const withNextIntl = createNextIntlPlugin('./app/_i18n/request.ts')

/** @returns {Promise<import('next').NextConfig>} */
export default async function config(phase) {
  const reader = await buildReader(phase)
  return withNextIntl({
    poweredByHeader: false,
    // The page cache compresses once for everybody.
    compress: false,
    // The optimiser has been a way in; pictures are served as they were imported.
    images: { unoptimized: true },
    // Titles stand in the head of every answer: pages are made once for all readers, crawlers among them.
    htmlLimitedBots: /.*/,
    // `npm test` checks the types of the whole tree; a start need not wait for it.
    typescript: { ignoreBuildErrors: true },
    env: { READER_URL: reader.url },
    compiler: { runAfterProductionCompile: ({ distDir }) => reader.write(distDir) },
    rewrites: async () => ({
      beforeFiles: [{ source: '/entries/:entry([^/]+).md', destination: '/entries/:entry/markdown' }],
    }),
  })
}
