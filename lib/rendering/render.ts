import { join } from 'node:path'
import type { Piscina } from 'piscina'
import { asWritten } from './as-written.ts'
import type { Rendered, RenderOptions } from './rendered.ts'
import type { RenderTask } from './worker.ts'

const msPerText = 2000
/** How long a worker may take to begin: loading its modules on a busy machine is not the text's fault. */
const msToStart = 60_000
const threads = 2

/**
 * Renders Markdown in a worker. Never throws because of the text: one that takes more than 2 s, or more memory than a
 * worker has, comes back as it was written. Throws where no worker can be started.
 */
export async function renderMarkdown(markdown: string, options: RenderOptions = {}): Promise<Rendered> {
  await turn()
  try {
    return await renderInWorker(markdown, options)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}

/** Renders texts side by side, in order. */
export function renderMany(texts: string[], options: RenderOptions = {}): Promise<Rendered[]> {
  return Promise.all(texts.map((text) => renderMarkdown(text, options)))
}

const waiting: (() => void)[] = []
let free = threads

/** Only as many texts as threads are under way, so that a text begins when it is given to the pool. */
function turn(): Promise<void> {
  if (free === 0) return new Promise((resolve) => waiting.push(resolve))
  free--
  return Promise.resolve()
}

let texts = 0

async function renderInWorker(markdown: string, options: RenderOptions): Promise<Rendered> {
  const pool = await startedPool()
  const number = texts++
  const tooLong = new AbortController()
  let begun = false
  let timer = setTimeout(() => tooLong.abort(), msToStart)
  const onMessage = (message: unknown) => {
    if (!isStartOf(message, number)) return
    begun = true
    clearTimeout(timer)
    timer = setTimeout(() => tooLong.abort(), msPerText)
  }
  pool.on('message', onMessage)
  try {
    const task: RenderTask = { number, markdown, options }
    return await pool.run(task, { signal: tooLong.signal })
  } catch (error) {
    if (!begun) throw error
    return asWritten(markdown, tooLong.signal.aborted ? 'timeout' : 'too-complex')
  } finally {
    clearTimeout(timer)
    pool.off('message', onMessage)
  }
}

function isStartOf(message: unknown, number: number): boolean {
  return typeof message === 'object' && message !== null && 'started' in message && message.started === number
}

// Bundles of the server and of its pages run in one process and share its workers.
const shared = globalThis as typeof globalThis & { errataRenderPool?: Promise<Piscina> }

function startedPool(): Promise<Piscina> {
  shared.errataRenderPool ??= startPool()
  return shared.errataRenderPool
}

async function startPool(): Promise<Piscina> {
  // Found at run time, beside the worker it starts, so that bundlers leave both alone.
  const { Piscina: Pool } = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ 'piscina')
  return new Pool({
    filename: join(/* turbopackIgnore: true */ process.cwd(), '.build', 'render-worker.mjs'),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 384, stackSizeMb: 4 },
  })
}
