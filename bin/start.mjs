#!/usr/bin/env node
// `npm start`: does whatever is missing, then serves. Needs nothing installed, so it loads nothing before it looked.
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
const { startServer } = await import('./prepare/server.mjs')
await atTheEdge(() => startServer({ isPrepared: process.argv.includes('--prepared') }))
