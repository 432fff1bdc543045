import { answerSave } from '#lib/corrections/answer-save'
import { startProposing } from '#lib/duplicates/start-proposing'
import { parseEnv } from '#lib/env'
import { startMailing } from '#lib/notifications/keep-mailing'
import type { DirectAnswers } from '#lib/pages/answer-directly'
import { serve } from '#lib/pages/server'
import { answerSearch } from '#lib/search/answer-request'
import { startIndexing } from '#lib/search/sync/start-indexing'
import { type Closable, closeOnSignal } from './close-on-signal.ts'
import { openDatabase } from './database.ts'
import { offerFirstAdmin } from './first-admin.ts'
import { importShippedNotes } from './shipped-notes.ts'
import type { Step } from './step.ts'

const direct: DirectAnswers = {
  'GET /api/search': (viewer, { query }) => answerSearch(viewer, query),
  'POST /api/texts': (viewer, { body }) => answerSave(viewer, body),
}

/** Opens the database, imports the shipped notes, serves; a signal ends it all in the other order. */
export async function main(options: { dev: boolean; step: Step }): Promise<void> {
  const opened: Closable[] = []
  const starting = start(options, opened)
  closeOnSignal(starting, opened)
  await starting
}

async function start({ dev, step }: { dev: boolean; step: Step }, opened: Closable[]): Promise<void> {
  const { PORT: port, HOST: host, ERRATA_SEED: seed, PUBLIC_URL } = parseEnv(process.env)
  const database = await step('Opening the database', () => openDatabase('instance', console.log))
  opened.push(database)
  try {
    if (seed === 'shipped') await importShippedNotes(step)
    const server = await step('Starting the server', () => serve({ port, host, dev, direct }))
    opened.push(server)
    opened.push({ close: await startIndexing() })
    opened.push({ close: startProposing() })
    opened.push({ close: startMailing() })
    const url = PUBLIC_URL ?? readable(server.url)
    console.log(`Errata is on ${url} (Ctrl-C stops it)`)
    await offerFirstAdmin(url)
  } catch (error) {
    await database.close()
    throw inWords(error, port, host)
  }
}

function readable(url: string): string {
  return url.replace(/\/\/(127\.0\.0\.1|0\.0\.0\.0|\[?::1?\]?)(?=:\d+$)/, '//localhost')
}

function inWords(error: unknown, port: number, host: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return new Error(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    )
  if (code === 'EACCES')
    return new Error(
      `This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    )
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return new Error(
      `HOST ${host} is not an address of this machine. Leave it out, or use 0.0.0.0 for all of them.`,
    )
  return error
}
