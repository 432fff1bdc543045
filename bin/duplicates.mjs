#!/usr/bin/env node
// `npm run duplicates`
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
const { runCommand } = await import('./prepare/command.mjs')
await atTheEdge(() => runCommand('duplicates', (argv) => argv.length === 0))
