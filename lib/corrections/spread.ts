import type { Transaction } from '#db/client'
import type { Claim } from './find-claims.ts'
import type { Found } from './require-correction.ts'

export async function spread(_: Transaction, __: Found, ___: Claim[], ____: string): Promise<void> {}
