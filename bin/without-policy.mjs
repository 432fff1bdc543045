#!/usr/bin/env node
// `npm run without-policy [-- WORD…]`: takes each policy away, and each call of one, and shows which test notices.
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
await atTheEdge(async () => {
  const { ensureDependencies } = await import('./prepare/dependencies.mjs')
  const { progressOn } = await import('./prepare/progress.mjs')
  const { root } = await import('./prepare/root.mjs')
  const step = progressOn(process.stderr)
  process.chdir(root)
  process.env.NODE_ENV = 'test'
  await ensureDependencies(step)
  const { tsImport } = await import('tsx/esm/api')
  const { main } = await tsImport('./without-policy.ts', import.meta.url)
  process.exit(await main(process.argv.slice(2), step))
})
