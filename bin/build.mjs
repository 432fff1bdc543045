#!/usr/bin/env node
// `npm run build`: bundles, pages and compressed files, whether they are up to date or not.
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
await atTheEdge(async () => {
  const { progressOn } = await import('./prepare/progress.mjs')
  const { ensureDependencies } = await import('./prepare/dependencies.mjs')
  const { makeBuild } = await import('./prepare/pages-build.mjs')
  const step = progressOn(process.stdout)
  await ensureDependencies(step)
  await makeBuild(step)
})
