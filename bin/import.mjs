#!/usr/bin/env node
// `npm run import -- FILE… [--dry-run] [--json]`
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
const { runCommand } = await import('./prepare/command.mjs')
const needsNone = ['--help', '-h', '--dry-run']
await atTheEdge(() =>
  runCommand('import', (argv) => argv.length > 0 && !argv.some((word) => needsNone.includes(word))),
)
