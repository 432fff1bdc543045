#!/usr/bin/env node
// `npm run dev`: the same wiki with reloading, no build.
import './prepare/require-node.mjs'

const { atTheEdge } = await import('./prepare/edge.mjs')
const { startServer } = await import('./prepare/server.mjs')
await atTheEdge(() => startServer({ dev: true }))
