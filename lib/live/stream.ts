import { createHash, randomInt } from 'node:crypto'
import type { Hub } from './hub.ts'

/** Something that people follow. */
export type Source = {
  /** What may change it. */
  topics: string[]
  /** How it stands, as plain values for whoever follows; undefined once they may not, or it is gone. */
  look: () => Promise<object | undefined>
  /** Whether it, or the right to see it, may change without being told. */
  isPerishable: boolean
}

type Options = { lastEventId: string | null; signal: AbortSignal; onEnd: () => void }

/** Milliseconds: changes that come together are told together; proxies keep what is heard of; browsers come back after. */
const together = 150
const beat = 15_000
const comeBack = [3_000, 6_000] as const
/** Chunks that wait for a reader who does not read. */
const mostWaiting = 20

const encoder = new TextEncoder()

/**
 * Server-sent events: how something stands now, unless `lastEventId` says that this is known, and again each time it has changed.
 * Ends when the reader goes, the instance ends, or `look` says so; the last with an event `end`, after which nobody need come back.
 */
export function openStream(
  hub: Hub,
  source: Source,
  { lastEventId, signal, onEnd }: Options,
): ReadableStream<Uint8Array> {
  let close = () => {}
  return new ReadableStream({
    start(controller) {
      let known = lastEventId
      let isOpen = true
      let isLooking = false
      let isTold = false
      let isOwed = false
      let timer: ReturnType<typeof setTimeout> | undefined
      const send = (text: string) => {
        if (!isOpen) return
        controller.enqueue(encoder.encode(text))
        if ((controller.desiredSize ?? 0) < -mostWaiting) close()
      }
      const look = async () => {
        timer = undefined
        isTold = false
        isOwed = false
        isLooking = true
        try {
          const state = await source.look()
          if (!state) {
            send('event: end\ndata:\n\n')
            return close()
          }
          const data = JSON.stringify(state)
          const id = createHash('sha256').update(data).digest('base64url').slice(0, 16)
          if (id !== known) send(`id: ${id}\ndata: ${data}\n\n`)
          known = id
        } catch (error) {
          // The database may be away for a moment; the next beat looks again.
          console.error(error)
          isOwed = true
        } finally {
          isLooking = false
        }
      }
      const soon = () => {
        isTold = true
        if (isOpen && !isLooking) timer ??= setTimeout(run, together)
      }
      const run = () => void look().then(() => (isTold && isOpen ? soon() : undefined))
      const pulse = setInterval(() => {
        send(':\n\n')
        if (isOwed || source.isPerishable) soon()
      }, beat)
      const forget = [hub.listen(source.topics, soon), hub.whenClosing(() => close())]
      close = () => {
        if (!isOpen) return
        isOpen = false
        clearTimeout(timer)
        clearInterval(pulse)
        for (const each of forget) each()
        signal.removeEventListener('abort', close)
        onEnd()
        // Whoever left has closed it already.
        try {
          controller.close()
        } catch {}
      }
      signal.addEventListener('abort', close)
      if (signal.aborted) return close()
      send(`retry: ${randomInt(...comeBack)}\n\n`)
      run()
    },
    cancel: () => close(),
  })
}
