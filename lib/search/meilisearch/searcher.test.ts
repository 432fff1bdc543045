import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { expect, test } from 'vitest'
import { searcherOf } from './searcher.ts'

test('a connection that the server gives up just as it is used again is no outage', async () => {
  const used = new Set<Socket>()
  let givenUp = 0
  const server = createServer((request, response) => {
    const { socket } = request
    if (used.has(socket)) {
      givenUp++
      return socket.resetAndDestroy()
    }
    used.add(socket)
    response.end(JSON.stringify({ results: [{ hits: [] }] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo
  const search = searcherOf(`http://127.0.0.1:${port}`, 'a key', 5_000)

  const answers = [await search([]), await search([]), await search([])]

  expect(answers).toEqual([[{ hits: [] }], [{ hits: [] }], [{ hits: [] }]])
  expect(givenUp).toBeGreaterThan(0)
  server.closeAllConnections()
  server.close()
})
