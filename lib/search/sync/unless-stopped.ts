/** Waits for work beside everything else: what goes wrong is told, but not that it was stopped. */
export async function unlessStopped(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!signal.aborted) console.error(error)
  }
}
