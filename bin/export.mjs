#!/usr/bin/env node
// `npm run export -- DIR`
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
const { runCommand } = await import('./prepare/command.mjs')
const needsNone = ['--help', '-h']
await atTheEdge(() =>
  runCommand('export', (argv) => argv.length > 0 && !argv.some((word) => needsNone.includes(word))),
)
