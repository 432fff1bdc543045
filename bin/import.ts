import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { requireImporter } from '#lib/auth/importer'
import { refuseTooLarge } from '#lib/notes/decode'
import { type FoundFile, findFiles } from '#lib/notes/find-files'
import { readImageBeside } from '#lib/notes/image-beside'
import { type ImportResult, importNote } from '#lib/notes/import-note'
import { reportLines, reportOn } from '#lib/notes/report'
import { Refusal } from '#lib/refusal'

const usage = `Usage: npm run import -- FILE… [--dry-run] [--json]

Imports notes: Markdown or text files, or folders with them. The same file again changes nothing; a newer version of a
file is merged with what people changed since.

  --dry-run   show what would be imported, and write nothing
  --json      print one JSON object a file and line
  -h, --help  show this`

const options = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Runs the command line; returns its exit code: 0, 1 where a file was bad, 2 where the command was. */
export async function main(argv: string[]): Promise<number> {
  const command = parse(argv)
  if (!command) return 2
  if (command.values.help) {
    console.log(usage)
    return 0
  }
  if (command.positionals.length === 0) {
    console.error(`No file is named.\n\n${usage}`)
    return 2
  }
  return importAll(command.positionals, command.values['dry-run'], command.values.json)
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(`${error.message}\n\n${usage}`)
    return undefined
  }
}

async function importAll(paths: string[], dryRun: boolean, json: boolean): Promise<number> {
  const files = await findFiles(paths)
  if (files.length === 0)
    console.error('There is no note in what was named: files end in .md, .markdown or .txt.')
  let bad = files.length === 0 ? 1 : 0
  const totals = { created: 0, changed: 0, unchanged: 0, conflicts: 0 }
  for (const [at, file] of files.entries()) {
    const problem =
      'problem' in file
        ? `${file.path}: ${file.problem}`
        : await importOne(file, { dryRun, json, place: `[${at + 1}/${files.length}]`, totals })
    if (problem) console.error(problem)
    bad += problem ? 1 : 0
  }
  const good = files.length - bad
  if (!dryRun && good > 0)
    console.error(
      `${good} ${good === 1 ? 'file' : 'files'} imported: ${totals.created} questions new, ${totals.changed} changed, ${totals.unchanged} unchanged, ${totals.conflicts} conflicts.`,
    )
  if (bad > 0) console.error(`${bad} ${bad === 1 ? 'file' : 'files'} not imported.`)
  return bad > 0 ? 1 : 0
}

type Run = {
  dryRun: boolean
  json: boolean
  place: string
  totals: Record<'created' | 'changed' | 'unchanged' | 'conflicts', number>
}

/** Imports or shows one file; returns what is wrong with it, naming it. */
async function importOne(
  { path, fileName }: FoundFile,
  { dryRun, json, place, totals }: Run,
): Promise<string | undefined> {
  try {
    refuseTooLarge(fileName, (await stat(path)).size)
    const bytes = await readFile(path)
    if (json || dryRun) {
      const report = await reportOn(
        path,
        fileName,
        bytes,
        async (target) => (await readImageBeside(path, target)) !== undefined,
      )
      console.log(json ? JSON.stringify(report) : reportLines(report).join('\n'))
    }
    if (dryRun) return undefined
    const result = await importNote(await requireImporter(), {
      fileName,
      bytes,
      readImage: (target) => readImageBeside(path, target),
    })
    console.error(`${place} ${path}: ${sayResult(result)}`)
    totals.created += result.created
    totals.changed += result.changed
    totals.unchanged += result.unchanged
    totals.conflicts += result.conflicts.length
    return undefined
  } catch (error) {
    if (error instanceof Refusal)
      return error.message.startsWith(fileName)
        ? path + error.message.slice(fileName.length)
        : `${path}: ${error.message}`
    if (error instanceof Error && 'code' in error && 'syscall' in error && 'path' in error)
      return `${path}: cannot be read (${error.code}).`
    // At this edge even a fault of ours costs one file, and not those that follow.
    return `${path}: not imported, by a fault of this program: ${causeOf(error)}`
  }
}

/** The first line of what went wrong at the bottom; a failed query would print all its values. */
function causeOf(error: unknown): string {
  if (error instanceof Error && error.cause !== undefined) return causeOf(error.cause)
  return String(error).split('\n', 1)[0]?.slice(0, 300) ?? ''
}

function sayResult({ created, changed, unchanged, conflicts, vanished }: ImportResult): string {
  if (created + changed + conflicts.length + vanished.length === 0)
    return `nothing changed, ${unchanged} questions.`
  const lines = [`${created} questions new, ${changed} changed, ${unchanged} unchanged.`]
  for (const { line, title, kind } of conflicts)
    lines.push(
      `  line ${line}, ${kind} "${title}": changed here and in the file; the wiki's text stays, the file's is kept beside it.`,
    )
  for (const title of vanished) lines.push(`  "${title}" is no longer in the file; the wiki keeps it.`)
  return lines.join('\n')
}
