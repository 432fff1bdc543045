#!/usr/bin/env node
// `npm run bench`: measures the production build.
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
await atTheEdge(async () => {
  const { bundleUrl, makeBundles } = await import('./prepare/bundles.mjs')
  const { ensureDependencies } = await import('./prepare/dependencies.mjs')
  const { ensureBuild } = await import('./prepare/pages-build.mjs')
  const { progressOn } = await import('./prepare/progress.mjs')
  const { root } = await import('./prepare/root.mjs')
  const step = progressOn(process.stderr)
  process.chdir(root)
  await ensureDependencies(step)
  await ensureBuild(step)
  await makeBundles(['bench'])
  const { main } = await import(bundleUrl('bench'))
  process.exit((await main(process.argv.slice(2))) ?? 0)
})
