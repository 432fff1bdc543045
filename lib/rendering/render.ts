import { join } from 'node:path'
import { RenderPool } from './pool.ts'
import type { Rendered, RenderOptions } from './rendered.ts'

/**
 * Renders Markdown in a worker. Never throws because of the text: one that takes more than 2 s, is beyond the limits of
 * rendering or larger than a text may be (256 KB) comes back as it was written. Throws where no worker can be started.
 */
export function renderMarkdown(markdown: string, options?: RenderOptions): Promise<Rendered> {
  return pool().render(markdown, options)
}

/** Renders texts side by side; the results are in the order of the texts. */
export function renderMany(texts: string[], options?: RenderOptions): Promise<Rendered[]> {
  return Promise.all(texts.map((text) => pool().render(text, options)))
}

// Bundles of the server and of its pages run in one process and share its workers.
const shared = globalThis as typeof globalThis & { errataRenderPool?: RenderPool }

function pool(): RenderPool {
  shared.errataRenderPool ??= new RenderPool({
    file: join(/* turbopackIgnore: true */ process.cwd(), '.build', 'render-worker.mjs'),
    threads: 2,
    msPerText: 2000,
    longestText: 262_144,
  })
  return shared.errataRenderPool
}
