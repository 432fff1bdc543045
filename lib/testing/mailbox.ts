import { type AddressInfo, createServer } from 'node:net'

export type Mailbox = { url: string; letters: string[]; stop(): void }

/** A mail server (as much of RFC 5321 as a client needs) that keeps every letter it is handed. */
export async function startMailbox(): Promise<Mailbox> {
  const letters: string[] = []
  const server = createServer((socket) => {
    let received = ''
    let isLetter = false
    socket.write('220 mailbox\r\n')
    socket.on('data', (chunk) => {
      received += chunk
      for (;;) {
        const end = isLetter ? '\r\n.\r\n' : '\r\n'
        const at = received.indexOf(end)
        if (at < 0) return
        const said = received.slice(0, at)
        received = received.slice(at + end.length)
        if (isLetter) letters.push(said)
        isLetter = !isLetter && /^DATA$/i.test(said)
        socket.write(isLetter ? '354 go on\r\n' : /^QUIT$/i.test(said) ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a listening TCP server has one of this shape
  return { url: `smtp://127.0.0.1:${port}`, letters, stop: () => server.close() }
}
