import { resolve } from 'node:path'
import { bundleUrl, makeBundles } from './bundles.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureBuild } from './pages-build.mjs'
import { progressOn } from './progress.mjs'
import { root } from './root.mjs'

/**
 * Does what is missing and serves in this very process: signals have one way to go, and a start costs one Node less.
 * @param {{ dev?: boolean, isPrepared?: boolean }} options `isPrepared` promises that dependencies and build are there.
 */
export async function startServer({ dev = false, isPrepared = false } = {}) {
  // Whoever heard what it says may be gone: to say so would fail again, without end, and it would not even stop when told to.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const step = progressOn(process.stdout)
  // A relative DATA_DIR counts from where the command was given, everything of ours from the checkout.
  if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(process.env.DATA_DIR)
  process.chdir(root)
  process.env.NODE_ENV = dev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  if (!isPrepared) await ensureDependencies(step)
  if (dev) await makeBundles()
  else if (!isPrepared) await ensureBuild(step)
  const { main } = await import(bundleUrl('serve'))
  await main({ dev, step })
}
