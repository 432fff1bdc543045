import type { DraftStore } from './draft-store.ts'
import type { Draft, Version } from './version.ts'

/** `clean`: nothing to keep. `offline`, `signed-out`, `other-person`: in this browser only. `unkept`: nowhere. */
export type DraftState = 'clean' | 'saving' | 'saved' | 'offline' | 'signed-out' | 'other-person' | 'unkept'
export type Sent = { savedAt: number } | 'signed-out' | 'other-person' | 'unreachable'

type Options = {
  store: DraftStore
  send: (version: Version) => Promise<Sent>
  /** When the server's draft was saved that the text was opened with. */
  serverSavedAt: number | null
  onState: (state: DraftState) => void
}

/** Milliseconds from a change to its sending, and between tries after one that failed. */
const wait = 400
const backOff = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

export type DraftKeeper = ReturnType<typeof keepDraft>

/** Keeps what is written: in the browser at once, on the server within a second, and again later where that cannot be reached. */
export function keepDraft({ store, send, serverSavedAt, onState }: Options) {
  let latest: Version | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isSending = false
  let isStopped = false
  // Counts what was forgotten, so that an answer that comes after it changes nothing.
  let turn = 0
  let isHere = true
  let known = serverSavedAt
  let trouble: DraftState = 'offline'
  let beside: Draft | undefined

  const keepHere = async (version: Version, isSent: boolean) => {
    try {
      await store.write({ ...version, savedAt: Date.now(), isSent, serverSavedAt: known, beside })
      isHere = true
    } catch {
      // A full or forbidden database: the server is then the only place.
      isHere = false
    }
    if (!isSent && failures > 0) onState(isHere ? trouble : 'unkept')
  }
  const schedule = (delay: number) => {
    if (timer || isSending || isStopped || !latest) return
    timer = setTimeout(attempt, delay)
  }
  const attempt = async () => {
    timer = undefined
    const version = latest
    if (!version) return
    isSending = true
    const mine = turn
    const sent = await send(version)
    isSending = false
    if (mine !== turn) return schedule(wait)
    if (typeof sent === 'string') {
      failures++
      trouble = sent === 'unreachable' ? 'offline' : sent
      onState(isHere ? trouble : 'unkept')
      schedule(backOff[Math.min(failures, backOff.length) - 1] ?? 0)
      return
    }
    failures = 0
    known = sent.savedAt
    const isLatest = latest === version
    await keepHere(latest ?? version, isLatest)
    // It may have changed once more while that was written.
    if (latest === version) latest = undefined
    onState(latest ? 'saving' : 'saved')
    schedule(wait)
  }
  return {
    change(version: Version) {
      latest = version
      if (failures === 0) onState('saving')
      void keepHere(version, false)
      schedule(wait)
    },
    /** Another tab wrote something else: kept with what is written here, whichever of the two tabs is the last to write. */
    keepBeside(other: Version, mine: Version) {
      beside = { ...other, savedAt: Date.now() }
      void keepHere(mine, latest === undefined)
    },
    /** The network or the person is back. */
    retryNow() {
      if (failures === 0) return
      clearTimeout(timer)
      timer = undefined
      schedule(0)
    },
    /** Sends nothing any more; what is kept stays. */
    stop() {
      isStopped = true
      clearTimeout(timer)
      timer = undefined
    },
    resume() {
      isStopped = false
      schedule(wait)
    },
    /** Forgets the draft in this browser. */
    async forget() {
      turn++
      latest = undefined
      beside = undefined
      failures = 0
      clearTimeout(timer)
      timer = undefined
      onState('clean')
      await store.remove().catch(() => undefined)
    },
  }
}
