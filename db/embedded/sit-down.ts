import { setTimeout as sleep } from 'node:timers/promises'
import { requirePostmaster } from './launch.ts'
import type { Location } from './location.ts'
import { urlOf } from './roles.ts'
import { type Part, type Seat, takeSeat } from './seat.ts'

export const superuser = 'errata_supervisor'

export type Place = { location: Location; dataDir: string; password: string; part: Part; onLost: () => void }

/** Takes a seat at the server of a data directory, which is started where it does not run. */
export async function sitDown(place: Place): Promise<{ seat: Seat; port: number }> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const { port } = await requirePostmaster(place.location, place.dataDir)
    const url = urlOf(superuser, place.password, port, 'postgres')
    const seat = await takeSeat(url, place.part, place.onLost).catch((error) => {
      if (!isPassing(error) || Date.now() > deadline) throw explained(error, place.dataDir)
    })
    if (seat) return { seat, port }
    await sleep(50)
  }
}

/** Whether an error says that the server is just coming or going. */
function isPassing(error: { code?: string }): boolean {
  const network = [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'CONNECTION_CLOSED',
    'CONNECTION_ENDED',
    'CONNECT_TIMEOUT',
  ]
  return network.includes(error.code ?? '') || /^57P0[1235]$/.test(error.code ?? '')
}

function explained(error: { code?: string }, dataDir: string): unknown {
  if (error.code !== '28P01') return error
  return new Error(
    `The passwords in ${dataDir}/secrets.json are not those of its database. Put back the file it had.`,
  )
}
