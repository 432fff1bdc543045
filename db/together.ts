/**
 * For statements of one transaction that need nothing from each other: they are sent without waiting and run in this order. Waits for
 * all of them, then throws what the first that failed threw.
 */
export async function together<Results extends unknown[]>(
  ...statements: { [At in keyof Results]: PromiseLike<Results[At]> }
): Promise<Results> {
  const ended = await Promise.allSettled(statements)
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  // Each is fulfilled, in the order given.
  return ended.map((each) => (each as PromiseFulfilledResult<unknown>).value) as Results
}
