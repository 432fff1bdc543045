/** Milliseconds until somebody whom the server turned away asks again. */
const pause = 30_000

/**
 * Follows a stream of the server's while the page is in sight; `hear` gets each state. What the browser cannot mend by itself is tried
 * again later. Returns how to stop.
 */
export function follow(url: string, hear: (state: unknown) => void): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const enter = () => {
    if (source && source.readyState !== EventSource.CLOSED) return
    leave()
    source = new EventSource(url)
    source.onmessage = ({ data }) => hear(JSON.parse(data))
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(enter, pause)
    }
    source.addEventListener('end', stop)
  }
  // A page that nobody sees holds no connection, and can be brought back by the browser as it was.
  const turn = () => (document.visibilityState === 'visible' ? enter() : leave())
  const stop = () => {
    leave()
    document.removeEventListener('visibilitychange', turn)
  }
  document.addEventListener('visibilitychange', turn)
  turn()
  return stop
}
