const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/** A name for a file on any system, made of a note's file name: no folders, no control or special characters, at most 120 bytes long. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).pop() ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_').replace(/[. ]+$/, '')
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,10})?$/s.exec(plain) ?? []
  const short = shortened(stem.replace(/^\.+/, '_') || 'note', 120 - Buffer.byteLength(extension))
  return (reserved.test(short) ? `_${short}` : short) + extension
}

/** The name itself, or with a number behind its stem where it is taken; names that differ in case only count as taken. */
export function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]{1,10})?$/s.exec(name) ?? []
  let free = name
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem}-${number}${extension}`
  taken.add(free.toLowerCase())
  return free
}

function shortened(text: string, bytes: number): string {
  let short = ''
  for (const character of text) {
    if (Buffer.byteLength(short + character) > bytes) break
    short += character
  }
  return short
}
