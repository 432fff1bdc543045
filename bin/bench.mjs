#!/usr/bin/env node
// `npm run bench [-- --quick | --saves]`: measures the production build.
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
await atTheEdge(async () => {
  const { ensureBrowser } = await import('./prepare/browser.mjs')
  const { ensureDependencies } = await import('./prepare/dependencies.mjs')
  const { ensureBuild } = await import('./prepare/pages-build.mjs')
  const { progressOn } = await import('./prepare/progress.mjs')
  const { root } = await import('./prepare/root.mjs')
  const step = progressOn(process.stderr)
  process.chdir(root)
  await ensureDependencies(step)
  await ensureBrowser(step)
  await ensureBuild(step)
  // Run from its sources: what fills the database reads the notes beside it.
  const { tsImport } = await import('tsx/esm/api')
  const { main } = await tsImport('./bench.ts', import.meta.url)
  process.exit(await main(process.argv.slice(2), step))
})
