import 'server-only'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { counters } from '#db/client'
import { rateLimit } from '#db/schema/auth'
import { Refusal } from '#lib/refusal'

/** How often something may be done per key: points in a window of seconds. */
const limits = {
  signIn: { points: 10, duration: 300 },
  write: { points: 60, duration: 60 },
  // One a second from each of a few tabs.
  draft: { points: 300, duration: 60 },
  vote: { points: 120, duration: 60 },
  report: { points: 30, duration: 60 },
  seen: { points: 60, duration: 60 },
  mail: { points: 3, duration: 3_600 },
} as const

const limiters = new Map<string, RateLimiterDrizzle>()

/** Counts one try of each key. Throws Refusal `too-many` with the seconds to wait once any is used up. */
export async function throttle(kind: keyof typeof limits, ...keys: string[]): Promise<void> {
  for (const key of keys) await consume(kind, key)
}

/** Forgets the tries of a key, after one that succeeded. */
export async function forgiveTries(kind: keyof typeof limits, key: string): Promise<void> {
  await limiter(kind).delete(key)
}

/** Takes one try of a key back, after it succeeded: what others did with that key still counts. */
export async function returnTry(kind: keyof typeof limits, key: string): Promise<void> {
  await limiter(kind).reward(key)
}

async function consume(kind: keyof typeof limits, key: string): Promise<void> {
  try {
    await limiter(kind).consume(key)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const seconds = Math.ceil(reason.msBeforeNext / 1_000)
    throw new Refusal('too-many', `Too many tries. Wait ${seconds} seconds.`, { seconds })
  }
}

function limiter(kind: keyof typeof limits): RateLimiterDrizzle {
  const known = limiters.get(kind)
  if (known) return known
  const made = new RateLimiterDrizzle({
    storeClient: counters(),
    schema: rateLimit,
    keyPrefix: kind,
    ...limits[kind],
  })
  limiters.set(kind, made)
  return made
}
