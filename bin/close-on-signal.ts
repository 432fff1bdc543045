export type Closable = {
  close(): Promise<void>
  /** Ends without waiting, where there is something that would outlive the process. */
  endNow?(): void
}

/**
 * Ends the process on SIGINT, SIGTERM or SIGHUP: waits for the start, then closes what it opened, newest first.
 * A second Ctrl-C does not wait any longer.
 */
export function closeOnSignal(starting: Promise<void>, opened: Closable[]): void {
  let askedAt: number | undefined
  const ask = () => {
    if (askedAt === undefined) {
      askedAt = performance.now()
      close(starting, opened)
      return
    }
    // npm passes on what the terminal has sent to everybody already: one key press arrives twice.
    if (performance.now() - askedAt < 700) return
    for (const part of opened) part.endNow?.()
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
}

async function close(starting: Promise<void>, opened: Closable[]): Promise<void> {
  console.log('Stopping: finishing what is under way …')
  // A start that fails reports that itself.
  await starting.catch(() => {})
  for (const part of [...opened].reverse()) await part.close().catch(console.error)
  process.exit(0)
}
