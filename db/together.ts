/**
 * For statements of one transaction, and steps of several, that need no answer of each other: they are sent without waiting, and what
 * each of them begins with runs in this order. Waits for all of them, then throws what the first that failed threw.
 */
export async function together<Results extends unknown[]>(
  ...statements: { [At in keyof Results]: PromiseLike<Results[At]> }
): Promise<Results> {
  const ended = await Promise.allSettled(statements)
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  // Each is fulfilled, in the order given.
  return ended.map((each) => (each as PromiseFulfilledResult<unknown>).value) as Results
}
