#!/usr/bin/env node
// `npm run reindex`
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
const { runCommand } = await import('./prepare/command.mjs')
await atTheEdge(() => runCommand('reindex', (argv) => argv.length === 0))
