#!/usr/bin/env node
// `npm run crash-test -- --cycles 200`: kills application and database under writing clients and counts what is lost.
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
await atTheEdge(async () => {
  const { ensureDependencies } = await import('./prepare/dependencies.mjs')
  const { ensureBuild } = await import('./prepare/pages-build.mjs')
  const { progressOn } = await import('./prepare/progress.mjs')
  const { root } = await import('./prepare/root.mjs')
  const step = progressOn(process.stderr)
  process.chdir(root)
  await ensureDependencies(step)
  await ensureBuild(step)
  const { tsImport } = await import('tsx/esm/api')
  const { main } = await tsImport('./crash-test.ts', import.meta.url)
  process.exit(await main(process.argv.slice(2), step))
})
