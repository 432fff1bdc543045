/** @typedef {<T>(label: string, work: () => Promise<T>) => Promise<T>} Step */

/**
 * Reports steps with their seconds: a line that counts on a terminal, a line at the beginning and the end elsewhere.
 * Steps that are over before anybody could read them are not mentioned.
 * @param {NodeJS.WriteStream} stream
 * @returns {Step}
 */
export function progressOn(stream) {
  return async (label, work) => {
    const began = performance.now()
    const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
    const count = () => stream.write(stream.isTTY ? `\r\u001b[2K  ${label} … ${seconds()} s` : '')
    let announced = false
    const announcing = setTimeout(() => {
      announced = true
      if (!stream.isTTY) stream.write(`  ${label} …\n`)
    }, 400)
    const counting = setInterval(() => announced && count(), 500)
    try {
      const result = await work()
      if (announced) stream.write(`${stream.isTTY ? '\r\u001b[2K' : ''}  ${label}: ${seconds()} s\n`)
      return result
    } catch (error) {
      stream.write(
        `${stream.isTTY && announced ? '\r\u001b[2K' : ''}  ${label}: failed after ${seconds()} s\n`,
      )
      throw error
    } finally {
      clearTimeout(announcing)
      clearInterval(counting)
    }
  }
}
