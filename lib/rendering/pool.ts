import type { Piscina } from 'piscina'
import { asWritten } from './as-written.ts'
import type { Rendered, RenderOptions } from './rendered.ts'
import type { RenderTask } from './worker.ts'

/** How long a worker may take to begin: loading its modules on a busy machine is not the text's fault. */
const msToStart = 60_000
/** Above what any text within the limit of length was seen to take; beyond it Node may end the process, not the worker. */
const workerMegabytes = 768

export type PoolSettings = {
  /** The bundled worker. */
  file: string
  threads: number
  msPerText: number
  /** In bytes of UTF-8; a longer text is not tried. */
  longestText: number
}

/** Workers that render texts, started when the first text comes and stopped when none has come for a while. */
export class RenderPool {
  private starting: Promise<Piscina> | undefined
  private free: number
  private readonly waiting: (() => void)[] = []
  private numbers = 0
  /** What to do about texts that no worker has begun when a worker cannot be started. */
  private readonly notBegun = new Set<(fault: Error) => void>()

  constructor(private readonly settings: PoolSettings) {
    this.free = settings.threads
  }

  /**
   * A text that takes too long, ends its worker or is too large comes back as it was written.
   * Throws only where no worker can be started.
   */
  async render(markdown: string, options: RenderOptions = {}): Promise<Rendered> {
    if (Buffer.byteLength(markdown) > this.settings.longestText) return asWritten(markdown, 'too-complex')
    await this.turn()
    try {
      return await this.renderInWorker(markdown, options)
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.free++
    }
  }

  /** Ends the workers; a later text starts new ones. */
  async close(): Promise<void> {
    const pool = await this.starting
    this.starting = undefined
    await pool?.destroy()
  }

  /** Only as many texts as threads are under way, so that a text begins when it is given to the pool. */
  private turn(): Promise<void> {
    if (this.free === 0) return new Promise((resolve) => this.waiting.push(resolve))
    this.free--
    return Promise.resolve()
  }

  private async renderInWorker(markdown: string, options: RenderOptions): Promise<Rendered> {
    this.starting ??= this.start()
    const pool = await this.starting
    const number = this.numbers++
    const ending = new AbortController()
    let fault: Error | null = new Error('No worker has begun to render in time.')
    const giveUp = (cause: Error) => {
      fault = cause
      ending.abort()
    }
    let timer = setTimeout(() => ending.abort(), msToStart)
    const onMessage = (message: unknown) => {
      if (!isStartOf(message, number)) return
      fault = null
      this.notBegun.delete(giveUp)
      clearTimeout(timer)
      timer = setTimeout(() => ending.abort(), this.settings.msPerText)
    }
    this.notBegun.add(giveUp)
    pool.on('message', onMessage)
    try {
      const task: RenderTask = { number, markdown, options }
      return await pool.run(task, { signal: ending.signal })
    } catch (error) {
      if (fault) throw ending.signal.aborted ? fault : error
      return asWritten(markdown, ending.signal.aborted ? 'timeout' : 'too-complex')
    } finally {
      clearTimeout(timer)
      this.notBegun.delete(giveUp)
      pool.off('message', onMessage)
    }
  }

  private async start(): Promise<Piscina> {
    const { file, threads } = this.settings
    // Found at run time, since it looks for files beside itself, which bundlers do not carry along.
    const { Piscina: Pool } = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ 'piscina')
    const pool = new Pool({
      filename: file,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 120_000,
      resourceLimits: { maxOldGenerationSizeMb: workerMegabytes, stackSizeMb: 4 },
    })
    pool.on('error', (fault: Error) => {
      this.starting = undefined
      for (const giveUp of this.notBegun) giveUp(fault)
      void pool.close()
    })
    return pool
  }
}

function isStartOf(message: unknown, number: number): boolean {
  return typeof message === 'object' && message !== null && 'started' in message && message.started === number
}
