import { createServer } from 'node:net'

/** The wished port where it is free on 127.0.0.1, else any free one. */
export async function freePort(wished = 0): Promise<number> {
  return (await listen(wished)) ?? (await listen(0)) ?? wished
}

function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
