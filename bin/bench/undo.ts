type Undo = () => Promise<unknown>

const begun: Undo[] = []

/** Remembers how to undo what was begun. Returns what does so now; a second call does nothing. */
export function toUndo(undo: Undo): () => Promise<void> {
  begun.push(undo)
  return async () => {
    const at = begun.indexOf(undo)
    if (at < 0) return
    begun.splice(at, 1)
    await undo()
  }
}

/** Undoes everything, newest first; what fails is told and does not keep the rest. */
async function undoAll(): Promise<void> {
  for (let undo = begun.pop(); undo; undo = begun.pop()) await undo().catch(console.error)
}

/** Leaves nothing behind, also when the work fails or is interrupted; then the process ends with 130. */
export async function leavingNothing<T>(work: () => Promise<T>): Promise<T> {
  let stopping: Promise<void> | undefined
  const stop = () => {
    if (!stopping) console.error('\nStopping: ending what was started …')
    stopping ??= undoAll().then(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    return await work()
  } finally {
    // Work whose programs were ended fails at once: that is no news.
    await (stopping ?? undoAll())
  }
}
