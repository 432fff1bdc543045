import { hash, verify } from '@node-rs/argon2'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

let nobody: Promise<string> | undefined

/** Whether the password fits; takes as long for an account that does not exist (`undefined`) as for one that does. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('an account that does not exist')
  const fits = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'))
  return fits && passwordHash !== undefined
}
